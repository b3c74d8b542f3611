import { defineConfig } from 'vitest/config';

const minute = 60_000;
/** Far more than any test needs: a limit is for one that hangs, not for a machine that is slow today. */
const shared = {
  pool: 'forks' as const,
  testTimeout: 2 * minute,
  hookTimeout: 2 * minute,
};
/** What the product does over HTTP, on SQLite in the projects of their places and on PostgreSQL once more. */
const ON_BOTH_ENGINES = [
  'src/http/routes/**/*.test.{ts,tsx}',
  'test/{contract,rfc,flows,security,contention}/**/*.test.{ts,tsx}',
];
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
          exclude: ['test/browser/**', 'test/faults/**', 'test/**/postgres*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...turn(2),
          name: 'postgres',
          include: ['test/**/postgres*.test.ts', ...ON_BOTH_ENGINES],
          exclude: ['test/browser/**'],
          // One server for the whole run; where it is, `startTestServer` takes a database there.
          globalSetup: ['test/support/postgres-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...turn(3),
          // What breaks machines: with servers of its own, one scenario after the other.
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 10 * minute,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          ...turn(4),
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
