import { mkdtemp, rm, stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addPersonWithClient,
  hash,
  newAuthorization,
} from '../../src/storage/conformance/campus.ts';
import { MIGRATIONS } from '../../src/storage/sqlite/migrations/migrations.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { preparedDatabase, processConformance, race } from './process-conformance.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omniport-sqlite-'));
  path = join(folder, 'data', 'omniport.sqlite');
});
afterEach(async () => rm(folder, { recursive: true }));

processConformance(() => path, {
  count: 50,
  async damage() {
    const database = new DatabaseSync(path);
    const found = [
      ...database.prepare('PRAGMA integrity_check').all(),
      ...database.prepare('PRAGMA foreign_key_check').all(),
    ];
    database.close();
    return found.filter((row) => row['integrity_check'] !== 'ok');
  },
});

describe('several processes on one file', () => {
  it('wait for one that writes, but do not wait to read', async () => {
    const parties = await preparedDatabase(path);
    const storage = await openSqliteStorage({ path });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');

    const answered: string[] = [];
    const writes = [
      storage.issueAuthorizationCode(newAuthorization(parties, 'c')).then(() => {
        answered.push('hot');
      }),
      storage.assignRoles(parties.accountId, []).then(() => {
        answered.push('cold');
      }),
    ];
    for (let index = 0; index < 20; index += 1) {
      expect(await storage.findAccount(parties.accountId)).toBeDefined();
      expect(await storage.findClientForReview(parties.clientNumber)).toBeDefined();
      expect(await storage.findAuthorizationCode(hash('c'))).toBeUndefined();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(answered).toEqual([]);

    other.exec('COMMIT');
    await Promise.all(writes);
    expect(await storage.findAuthorizationCode(hash('c'))).toBeDefined();
    other.close();
    await storage.close();
  });
});

describe('opening', () => {
  it('by several processes at once creates the database once', async () => {
    await race(['a', 'b', 'c', 'd'], path);
    const database = new DatabaseSync(path);
    expect(database.prepare('SELECT name FROM migration ORDER BY number').all()).toEqual(
      MIGRATIONS.map(({ name }) => ({ name })),
    );
    database.close();
  });

  it('leaves a database that nobody else can read', async () => {
    const storage = await openSqliteStorage({ path });
    await addPersonWithClient(storage);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      const { mode } = await stat(file);
      expect([file, (mode % 0o1000).toString(8)]).toEqual([file, '600']);
    }
    const { mode } = await stat(join(folder, 'data'));
    expect((mode % 0o1000).toString(8)).toBe('700');
    await storage.close();
  });

  it('refuses a database that a newer program migrated, and leaves it alone', async () => {
    await preparedDatabase(path);
    const newer = new DatabaseSync(path);
    const number = MIGRATIONS.length + 1;
    newer.exec(`INSERT INTO migration VALUES (${number}, 'from-the-future', 'x')`);
    newer.close();
    await expect(openSqliteStorage({ path })).rejects.toThrow(/newer than this program/u);
    const database = new DatabaseSync(path);
    expect(database.prepare('SELECT max(number) AS last FROM migration').get()).toEqual({
      last: number,
    });
    database.close();
  });

  it('refuses a file that is no database, and no file at all', async () => {
    await expect(openSqliteStorage({ path: import.meta.filename })).rejects.toThrow(
      'file is not a database',
    );
    await expect(openSqliteStorage({ path: ':memory:' })).rejects.toThrow(RangeError);
  });
});
