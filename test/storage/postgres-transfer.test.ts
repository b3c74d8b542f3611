import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';

import type { Storage } from '../../src/domain/storage.ts';
import { addPerson } from '../../src/storage/conformance/campus.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import {
  withPostgresSource,
  withPostgresTarget,
} from '../../src/storage/postgres/postgres-transfer.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { withSqliteSource, withSqliteTarget } from '../../src/storage/sqlite/sqlite-transfer.ts';
import { copyDatabase, type CopyProgress } from '../../src/storage/transfer/copy-database.ts';
import type { TableShape } from '../../src/storage/transfer/table-shape.ts';
import type { TransferConnection } from '../../src/storage/transfer/transfer-connection.ts';
import { createDatabase, queryPostgres } from '../support/postgres.ts';
import { expectCampus, failingAt, fillCampus } from './transferred-campus.ts';

/** The two engines as ends of a copy, each with a fresh database. */

let home: string;
let url: string;
let file: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-transfer-'));
  file = path.join(home, 'omniport.sqlite');
  url = await createDatabase(inject('postgresServer'));
});
afterEach(async () => rm(home, { recursive: true, force: true }));

interface End {
  open(): Promise<Storage>;
  /** Runs a statement, as nobody does who uses the storage. */
  run(sql: string): Promise<unknown>;
  asSource<Result>(use: (end: TransferConnection) => Promise<Result>): Promise<Result>;
  asTarget<Result>(use: (end: TransferConnection) => Promise<Result>): Promise<Result>;
}

const sqlite: End = {
  open: async () => openSqliteStorage({ path: file }),
  async run(sql) {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  },
  asSource: async (use) => withSqliteSource(file, use),
  asTarget: async (use) => withSqliteTarget(file, use),
};
const postgres: End = {
  open: async () => openPostgresStorage({ url }),
  run: async (sql) => queryPostgres(url, sql),
  asSource: async (use) => withPostgresSource(url, use),
  asTarget: async (use) => withPostgresTarget(url, use),
};

async function using(end: End, use: (storage: Storage) => Promise<unknown>): Promise<void> {
  const storage = await end.open();
  try {
    await use(storage);
  } finally {
    await storage.close();
  }
}

interface Options {
  readonly startOver?: boolean;
  readonly onProgress?: (progress: CopyProgress) => void;
  readonly disturbed?: (to: TransferConnection) => TransferConnection;
}

async function copy(source: End, target: End, options: Options = {}): Promise<number> {
  const { disturbed = (to) => to, ...others } = options;
  return source.asSource(async (from) =>
    target.asTarget(async (to) => copyDatabase({ from, to: disturbed(to), ...others })),
  );
}

describe('the engines', () => {
  it('have tables that a copy sees alike, each with a key', async () => {
    await using(sqlite, async () => undefined);
    await using(postgres, async () => undefined);
    const tablesOf = async (end: End) => end.asSource(async ({ tables }) => tables);
    const withoutCounter = (table: TableShape) => ({ ...table, counter: null });
    const counted = (tables: readonly TableShape[]) =>
      tables.filter(({ counter }) => counter !== null).map(({ name }) => name);
    const ofSqlite = await tablesOf(sqlite);
    const ofPostgres = await tablesOf(postgres);
    expect(ofPostgres.map(withoutCounter)).toEqual(ofSqlite.map(withoutCounter));
    // Where SQLite never gives a number again, PostgreSQL counts too.
    expect(counted(ofPostgres)).toEqual(expect.arrayContaining(counted(ofSqlite)));
    expect(ofSqlite.filter(({ key }) => key.length === 0)).toEqual([]);
    expect(ofSqlite.length).toBeGreaterThan(15);
  });

  it.each([
    ['SQLite', sqlite],
    ['PostgreSQL', postgres],
  ])('%s makes a database that is empty but for the row about the installation', async (_, end) => {
    await using(end, async () => undefined);
    const filled = await end.asSource(async (from) => {
      const counts: [string, number][] = [];
      for (const { name } of from.tables) {
        const [row] = await from.query(`SELECT count(*) FROM "${name}"`);
        counts.push([name, Number(row?.[0])]);
      }
      return counts.filter(([, count]) => count > 0);
    });
    expect(filled).toEqual([['installation', 1]]);
  });
});

describe.each([
  ['from SQLite to PostgreSQL', sqlite, postgres],
  ['from PostgreSQL to SQLite', postgres, sqlite],
])('a copy %s', (_name, source, target) => {
  it('brings everything, and numbers go on where they were', async () => {
    let gone: number | undefined;
    await using(source, async (storage) => {
      await fillCampus(storage, 30);
      gone = await addPerson(storage, 'gone');
    });
    // The highest number was given, and is not in use any more.
    await source.run(`DELETE FROM account WHERE id = ${gone}`);
    const progress: CopyProgress[] = [];
    const rows = await copy(source, target, { onProgress: (now) => progress.push(now) });
    expect(rows).toBeGreaterThan(120);
    expect(progress.at(-1)).toMatchObject({ step: 'verifying', done: 2 * rows, all: 2 * rows });
    await using(target, async (storage) => {
      await expectCampus(storage, 30);
      expect(await storage.findMedia('नमूना.png')).toEqual({
        path: 'नमूना.png',
        contentType: 'image/png',
        bytes: new Uint8Array([0, 1, 254, 255]),
      });
      const next = await addPerson(storage, 'next');
      expect(next).toBeGreaterThan(gone!);
    });
  });

  it('goes on where it was interrupted, and opens for nobody meanwhile', async () => {
    await using(source, async (storage) => fillCampus(storage, 10));
    const disturbed = (to: TransferConnection) => failingAt(to, 5);
    await expect(copy(source, target, { disturbed })).rejects.toThrow('The cable was cut.');
    await expect(target.open()).rejects.toThrow('a copy that did not finish');

    const stored: string[] = [];
    await copy(source, target, {
      disturbed: (to) => ({
        ...to,
        async insert(table, rows) {
          stored.push(table.name);
          await to.insert(table, rows);
        },
      }),
    });
    expect(stored).not.toContain('account');
    expect(stored.length).toBeGreaterThan(2);
    await using(target, async (storage) => expectCampus(storage, 10));
  });

  it('notices a source that changed between its parts, and begins anew when told to', async () => {
    await using(source, async (storage) => fillCampus(storage, 3));
    const disturbed = (to: TransferConnection) => failingAt(to, 5);
    await expect(copy(source, target, { disturbed })).rejects.toThrow('The cable was cut.');
    await using(source, async (storage) => storage.removeMedia('नमूना.png'));
    await source.run(`UPDATE account SET language = 'hi'`);
    await expect(copy(source, target)).rejects.toThrow('(table account)');
    await expect(target.open()).rejects.toThrow('a copy that did not finish');

    await copy(source, target, { startOver: true });
    await using(target, async (storage) => {
      await expectCampus(storage, 3);
      expect(await storage.findMedia('नमूना.png')).toBeUndefined();
    });
  });

  it('finds every single difference', async () => {
    await using(source, async (storage) => fillCampus(storage, 3));
    // What arrives is not what was sent: one byte of one value.
    const disturbed = (to: TransferConnection): TransferConnection => ({
      ...to,
      async insert(table, rows) {
        const [first = [], ...others] = rows;
        const index = table.columns.findIndex(({ name }) => name === 'redirect_uri');
        const changed = index === -1 ? first : first.with(index, `${String(first[index])}/`);
        await to.insert(table, [changed, ...others]);
      },
    });
    await expect(copy(source, target, { disturbed })).rejects.toThrow('(table authorization_code)');
  });

  it('refuses a target that holds anything, and changes nothing there', async () => {
    await using(source, async (storage) => fillCampus(storage, 1));
    await using(target, async (storage) => addPerson(storage, 'already here'));
    await expect(copy(source, target)).rejects.toThrow('holds something already');
    await expect(copy(source, target, { startOver: true })).rejects.toThrow(
      'holds something already',
    );
    await using(target, async (storage) => {
      expect(await storage.findAccountByUsername('already here')).toBeDefined();
      expect(await storage.holdsDemoData()).toBe(false);
    });
  });

  it('does not mix two sources', async () => {
    await using(source, async (storage) => fillCampus(storage, 1));
    const disturbed = (to: TransferConnection) => failingAt(to, 2);
    await expect(copy(source, target, { disturbed })).rejects.toThrow('The cable was cut.');
    const renamed = source.asSource(async (from) =>
      target.asTarget(async (to) => copyDatabase({ from: { ...from, name: 'another' }, to })),
    );
    await expect(renamed).rejects.toThrow('holds an interrupted copy of');
  });

  it('tells what to do about a copy that an older release began', async () => {
    await using(source, async (storage) => fillCampus(storage, 1));
    const disturbed = (to: TransferConnection) => failingAt(to, 2);
    await expect(copy(source, target, { disturbed })).rejects.toThrow('The cable was cut.');
    // As that release left it: without the newest step.
    await target.run('DELETE FROM migration WHERE number = (SELECT max(number) FROM migration)');
    for (const startOver of [false, true]) {
      await expect(copy(source, target, { startOver })).rejects.toThrow(
        'remove that database, or name another empty one, and begin anew',
      );
    }
  });

  it('sees one moment of a source that is written to', async () => {
    await using(source, async (storage) => {
      await fillCampus(storage, 3);
      await source.asSource(async (from) => {
        await addPerson(storage, 'too late');
        return target.asTarget(async (to) => copyDatabase({ from, to }));
      });
    });
    await using(target, async (storage) => {
      await expectCampus(storage, 3);
      expect(await storage.findAccountByUsername('too late')).toBeUndefined();
    });
  });
});

it('text that PostgreSQL cannot keep arrives as its storage would have written it', async () => {
  await using(sqlite, async (storage) => addPerson(storage, 'a\0b'));
  await copy(sqlite, postgres);
  await using(postgres, async (storage) => {
    expect(await storage.findAccountByUsername('a\uFFFDb')).toBeDefined();
  });
});

it('only one copy goes into a PostgreSQL database at a time', async () => {
  await postgres.asTarget(async () => {
    await expect(postgres.asTarget(async () => undefined)).rejects.toThrow('Another process');
  });
});
