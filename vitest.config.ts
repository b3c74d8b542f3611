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
          include: ['src/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'product',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
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
