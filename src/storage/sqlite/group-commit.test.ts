import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GroupCommit, groupCommit, LARGEST_BATCH } from './group-commit.ts';
import { inTransaction, type SharedConnection, writingConnection } from './shared-connection.ts';

describe('group commit', () => {
  let folder: string;
  let database: DatabaseSync;
  let reader: DatabaseSync;
  let connection: SharedConnection;
  let commits: GroupCommit;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'omniport-group-commit-'));
    database = new DatabaseSync(join(folder, 'database'), { timeout: 1 });
    database.exec(`PRAGMA journal_mode = WAL;
      CREATE TABLE item (x INTEGER PRIMARY KEY);
      CREATE TABLE late (x REFERENCES item (x) DEFERRABLE INITIALLY DEFERRED)`);
    reader = new DatabaseSync(join(folder, 'database'), { readOnly: true });
    connection = writingConnection(database);
    commits = groupCommit(connection);
  });
  afterEach(() => {
    reader.close();
    database.close();
    rmSync(folder, { recursive: true });
  });

  const insert = async (x: number, table = 'item') =>
    commits.write(() => {
      database.exec(`INSERT INTO ${table} VALUES (${x})`);
      return x;
    });
  const items = () =>
    reader
      .prepare('SELECT x FROM item ORDER BY x')
      .all()
      .map((row) => row['x']);
  /** How often the database is told so while `work` runs. */
  const countOf = async (statement: string, work: () => Promise<unknown>) => {
    const exec = vi.spyOn(database, 'exec');
    await work();
    return exec.mock.calls.filter(([sql]) => sql === statement).length;
  };

  it('answers a write once others can see it', async () => {
    expect(await insert(1)).toBe(1);
    expect(items()).toEqual([1]);
  });

  it('shares one commit among what is asked for in one turn of the event loop', async () => {
    const count = await countOf('COMMIT', async () =>
      Promise.all([1, 2, 3].map(async (x) => insert(x))),
    );
    expect(count).toBe(1);
    expect(items()).toEqual([1, 2, 3]);
  });

  it('bounds how many share one', async () => {
    const many = Array.from({ length: LARGEST_BATCH + 1 }, (_, x) => x);
    const count = await countOf('COMMIT', async () =>
      Promise.all(many.map(async (x) => insert(x))),
    );
    expect(count).toBe(2);
    expect(items()).toEqual(many);
  });

  it('undoes a write that fails, all of it, and no other', async () => {
    const half = commits.write(() => {
      database.exec('INSERT INTO item VALUES (2)');
      throw new RangeError('second half');
    });
    const outcomes = await Promise.allSettled([insert(1), half, insert(3), insert(3), insert(4)]);
    expect(outcomes).toMatchObject([
      { value: 1 },
      { reason: { message: 'second half' } },
      { value: 3 },
      { reason: { message: 'UNIQUE constraint failed: item.x' } },
      { value: 4 },
    ]);
    expect(items()).toEqual([1, 3, 4]);
  });

  it('rejects every write of a batch whose commit fails, and goes on', async () => {
    const outcomes = await Promise.allSettled([insert(1), insert(99, 'late'), insert(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(items()).toEqual([]);
    expect(await insert(5)).toBe(5);
    expect(items()).toEqual([5]);
  });

  it('rejects every write of a batch whose transaction was lost, and goes on', async () => {
    const lost = commits.write(() => {
      // As SQLite does when the disk is full.
      database.exec('ROLLBACK');
      throw new Error('disk full');
    });
    const outcomes = await Promise.allSettled([insert(1), lost, insert(2)]);
    expect(outcomes).toMatchObject(outcomes.map(() => ({ reason: { message: 'disk full' } })));
    expect(await insert(5)).toBe(5);
    expect(items()).toEqual([5]);
  });

  it('keeps out of the transactions of other holders of the connection', async () => {
    const giveBack = await connection.borrow();
    await connection.begin();
    const written = insert(1);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    database.exec('INSERT INTO item VALUES (2)');
    database.exec('ROLLBACK');
    giveBack();
    await written;
    await inTransaction(connection, async () => database.exec('INSERT INTO item VALUES (3)'));
    expect(items()).toEqual([1, 3]);
  });

  it('answers on close what was asked for before, and rejects the rest', async () => {
    const written = insert(1);
    await commits.close();
    expect(await written).toBe(1);
    await expect(insert(2)).rejects.toThrow('The storage is closed.');
    expect(items()).toEqual([1]);
  });
});
