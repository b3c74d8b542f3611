import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  bytesOf,
  type Installations,
  type Operation,
  type Operations,
  prepareOperations,
  startInstallations,
} from './operations.ts';

interface Work {
  /** Statements that SQLite runs, but for those around a transaction and each of its writes. */
  readonly statements: number;
  /** Commits of something; each waits for the disk, shared by all who write in the same turn of the event loop. */
  readonly flushes: number;
  /** Header and body at most, in bytes. */
  readonly bytes: number;
}

/**
 * What each request costs. Statements and flushes are exact: more is a regression, and fewer is worth writing down
 * here. What is noted beside the answers, many at a time, is not in it.
 */
const BUDGETS: Readonly<Record<Operation, Work>> = {
  'user data': { statements: 1, flushes: 0, bytes: 1200 },
  refresh: { statements: 6, flushes: 1, bytes: 1200 },
  'redeem a code': { statements: 5, flushes: 1, bytes: 1200 },
  revoke: { statements: 3, flushes: 1, bytes: 1000 },
  'show the consent screen': { statements: 6, flushes: 0, bytes: 9000 },
  'allow an app for the first time': { statements: 9, flushes: 3, bytes: 1000 },
  'allow an app again': { statements: 7, flushes: 2, bytes: 1000 },
  'authorize without asking': { statements: 6, flushes: 1, bytes: 1000 },
};

const AROUND = /^(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA)/u;
let ran: string[] = [];

/** Keeps the text of all that is run, on every connection of this process. */
function watchStatements(): void {
  watchStatement('get');
  watchStatement('all');
  watchStatement('run');
  const exec = DatabaseSync.prototype.exec;
  vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function watched(
    this: DatabaseSync,
    sql: string,
  ) {
    ran.push(sql);
    exec.call(this, sql);
  });
}

function watchStatement(name: 'get' | 'all' | 'run'): void {
  const original = StatementSync.prototype[name] as (...values: unknown[]) => unknown;
  vi.spyOn(StatementSync.prototype, name).mockImplementation(function watched(
    this: StatementSync,
    ...values: unknown[]
  ) {
    ran.push(this.sourceSQL);
    return original.apply(this, values) as never;
  });
}

describe('the work of a request on SQLite', () => {
  let installations: Installations;
  let operations: Operations;

  beforeAll(async () => {
    // Notes are stored by a timer, at a time that has nothing to do with any request.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    installations = await startInstallations();
    operations = await prepareOperations(installations);
    watchStatements();
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await installations.close();
    vi.useRealTimers();
  });

  it.each(Object.keys(BUDGETS) as Operation[])('%s', async (name) => {
    const { bytes, ...exact } = BUDGETS[name];
    ran = [];
    const answer = await operations[name]();
    expect(answer.status).toBeLessThan(400);
    const statements = ran.filter((sql) => !AROUND.test(sql));
    const flushes = ran.filter((sql) => sql === 'BEGIN IMMEDIATE').length;
    // The texts, to see what is new when there are more.
    expect({ statements, flushes }).toMatchObject({
      statements: { length: exact.statements },
      flushes: exact.flushes,
    });
    expect(bytesOf(answer)).toBeLessThanOrEqual(bytes);
  });

  it('what is written at the same moment waits for the disk together', async () => {
    const { storage, people } = installations.asking;
    ran = [];
    await Promise.all(
      Object.values(people).flatMap(({ id }) => [
        storage.endOtherSessions(id, null),
        storage.chooseLanguage(id, 'en'),
      ]),
    );
    expect(ran.filter((sql) => sql === 'BEGIN IMMEDIATE')).toHaveLength(1);
  });
});
