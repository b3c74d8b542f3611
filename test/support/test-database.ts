import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { inject } from 'vitest';

import type { Storage } from '../../src/domain/storage.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { createDatabase, dropDatabase, queryPostgres } from './postgres.ts';

type Row = Readonly<Record<string, unknown>>;

/** The database under a test's product, and what a test may do to it behind the product's back. */
export interface TestDatabase {
  readonly storage: Storage;
  /** What points the built programs to it. */
  readonly settings: Readonly<Record<string, string>>;
  execute(sql: string): Promise<void>;
  /** Every row of every table of ours, by the table's name. */
  tables(): Promise<ReadonlyMap<string, readonly Row[]>>;
  /** All that is kept: the files of SQLite, the values in PostgreSQL. */
  bytes(): Promise<Buffer>;
  /** Closes the storage, and removes all traces. */
  remove(): Promise<void>;
}

/** An empty database: on PostgreSQL in the project `postgres` of vitest.config.ts, on SQLite everywhere else. */
export async function openTestDatabase(): Promise<TestDatabase> {
  // `inject` promises too much: only one project provides the servers.
  const server = inject('postgresServer') as string | undefined;
  return server === undefined ? openOnSqlite() : openOnPostgres(server);
}

async function openOnSqlite(): Promise<TestDatabase> {
  const directory = await mkdtemp(path.join(tmpdir(), 'omniport-test-'));
  const file = path.join(directory, 'omniport.sqlite');
  const storage = await openSqliteStorage({ path: file });

  function use<Answer>(question: (database: DatabaseSync) => Answer): Answer {
    // The product may be writing; its own connections wait as well.
    const database = new DatabaseSync(file, { timeout: 60_000 });
    try {
      return question(database);
    } finally {
      database.close();
    }
  }

  return {
    storage,
    settings: { DATA_DIR: directory },
    execute: async (sql) => use((database) => database.exec(sql)),
    tables: async () =>
      use((database) => {
        const names = database
          .prepare(
            `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
          )
          .all()
          .map(({ name }) => String(name));
        return new Map(
          names.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]),
        );
      }),
    async bytes() {
      const files = ['', '-wal', '-journal'].map((suffix) => `${file}${suffix}`);
      return Buffer.concat(
        await Promise.all(files.filter((one) => existsSync(one)).map(async (one) => readFile(one))),
      );
    },
    async remove() {
      await storage.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function openOnPostgres(server: string): Promise<TestDatabase> {
  const url = await createDatabase(server, `TEMPLATE ${inject('postgresTemplate')}`);
  const storage = await openPostgresStorage({ url });

  async function tables(): Promise<ReadonlyMap<string, readonly Row[]>> {
    const names = await queryPostgres<{ readonly name: string }>(
      url,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
    );
    const found = new Map<string, readonly Row[]>();
    for (const { name } of names) {
      found.set(name, await queryPostgres(url, `SELECT * FROM "${name}"`));
    }
    return found;
  }

  return {
    storage,
    settings: { DATABASE_URL: url },
    async execute(sql) {
      await queryPostgres(url, sql);
    },
    tables,
    async bytes() {
      const values = [...(await tables()).values()].flatMap((rows) =>
        rows.flatMap((row) => Object.values(row)),
      );
      return Buffer.concat(
        values.flatMap((value) => [
          value instanceof Uint8Array ? value : Buffer.from(String(value)),
          // So that two values side by side are never taken for one.
          Buffer.from('\0'),
        ]),
      );
    },
    async remove() {
      await storage.close();
      await dropDatabase(url);
    },
  };
}
