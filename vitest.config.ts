import { defineConfig } from 'vitest/config';

const minute = 60_000;
/** Far more than any test needs: a limit is for one that hangs, not for a machine that is slow today. */
const shared = {
  pool: 'forks' as const,
  testTimeout: 2 * minute,
  hookTimeout: 2 * minute,
};
/** One after the other: a browser or a database server beside other tests makes each wait for the others. */
const turn = (groupOrder: number) => ({ sequence: { groupOrder } });

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    reporters: ['default'],
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          ...turn(0),
          name: 'unit',
          include: ['{src,bench,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...turn(1),
          name: 'product',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', 'test/**/postgres*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...turn(2),
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
          ...turn(3),
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 6 * minute,
          // A browser wants the machine for itself.
          fileParallelism: false,
        },
      },
    ],
  },
});
