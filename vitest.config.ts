import { defineConfig } from 'vitest/config';

const minute = 60_000;
const shared = {
  pool: 'forks' as const,
  testTimeout: minute / 2,
  hookTimeout: minute,
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['{src,bench,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'product',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/**/postgres*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'postgres',
          include: ['test/**/postgres*.test.ts'],
          exclude: ['test/browser/**'],
          // One server for the whole run.
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 2 * minute,
          hookTimeout: 2 * minute,
          // A browser wants the machine for itself.
          fileParallelism: false,
        },
      },
    ],
  },
});
