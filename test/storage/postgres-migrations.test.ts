import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { beforeEach, describe, expect, inject, it, vi } from 'vitest';

import {
  addPersonWithClient,
  newAuthorization,
  NOW,
} from '../../src/storage/conformance/campus.ts';
import type { Migration } from '../../src/storage/migrations.ts';
import { migrate } from '../../src/storage/postgres/migrate.ts';
import { MIGRATIONS } from '../../src/storage/postgres/migrations/migrations.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { migrate as migrateSqlite } from '../../src/storage/sqlite/migrate.ts';
import { MIGRATIONS as SQLITE_MIGRATIONS } from '../../src/storage/sqlite/migrations/migrations.ts';
import { createDatabase, queryPostgres } from '../support/postgres.ts';

let url: string;
beforeEach(async () => {
  url = await createDatabase(inject('postgresServer'));
});

async function migrateTo(migrations: readonly Migration[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await migrate(client, migrations);
  } finally {
    await client.end();
  }
}

async function tables(): Promise<readonly unknown[]> {
  const rows = await queryPostgres<{ readonly tablename: string }>(
    url,
    `SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  return rows.map(({ tablename }) => tablename);
}

const first: Migration = { number: 1, name: 'first', sql: 'CREATE TABLE first (x int)' };
const second: Migration = {
  number: 2,
  name: 'second',
  sql: 'CREATE TABLE second (x int); INSERT INTO second VALUES (1)',
};
const broken: Migration = {
  number: 2,
  name: 'broken',
  sql: 'CREATE TABLE second (x int); INSERT INTO nowhere VALUES (1)',
};

describe('migrating PostgreSQL', () => {
  it('applies what is missing, in order, once', async () => {
    await migrateTo([first]);
    expect(await tables()).toEqual(['first', 'migration']);
    await migrateTo([first, second]);
    await migrateTo([first, second]);
    expect(await tables()).toEqual(['first', 'migration', 'second']);
    expect(await queryPostgres(url, 'SELECT x FROM second')).toEqual([{ x: 1 }]);
    const applied = await queryPostgres(url, 'SELECT name FROM migration ORDER BY number');
    expect(applied).toEqual([{ name: 'first' }, { name: 'second' }]);
  });

  it('applies all or nothing', async () => {
    await expect(migrateTo([first, broken])).rejects.toThrow('relation "nowhere" does not exist');
    expect(await tables()).toEqual([]);
    await migrateTo([first, second]);
    expect(await tables()).toEqual(['first', 'migration', 'second']);
  });

  it('refuses a database that is newer than the program, or whose history is another one', async () => {
    await migrateTo([first, second]);
    await expect(migrateTo([first])).rejects.toThrow(/newer than this program.*2 \(second\)/u);
    const edited = { ...first, sql: 'CREATE TABLE first (x int, y int)' };
    await expect(migrateTo([edited, second])).rejects.toThrow(
      'Migration 1 (first) of the database is not the one this program has (first).',
    );
    expect(await tables()).toEqual(['first', 'migration', 'second']);
  });

  it('by many at once happens once', async () => {
    await Promise.all(Array.from({ length: 8 }, async () => migrateTo([first, second])));
    expect(await queryPostgres(url, 'SELECT x FROM second')).toEqual([{ x: 1 }]);
  });

  it('is not held up by what the process is not allowed to take long', async () => {
    const name = new URL(url).pathname.slice(1);
    await queryPostgres(url, `ALTER DATABASE ${name} SET statement_timeout = '200ms'`);
    await migrateTo([{ ...first, sql: `SELECT pg_sleep(0.5); ${first.sql}` }]);
    expect(await tables()).toEqual(['first', 'migration']);
  });

  it('lets a running program go on, and waits for its statements only for moments', async () => {
    await migrateTo([first]);
    const running = new Client({ connectionString: url });
    await running.connect();
    // A transaction that reads the table, and one more that comes while the migration wants to alter it.
    await running.query('BEGIN; SELECT * FROM first');
    const alter: Migration = {
      number: 2,
      name: 'alter',
      sql: 'ALTER TABLE first ADD COLUMN y int',
    };
    const migrated = migrateTo([first, alter]);
    await vi.waitFor(
      async () => {
        const waiting = await queryPostgres(
          url,
          `SELECT pid FROM pg_stat_activity
           WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        );
        expect(waiting).toHaveLength(1);
      },
      { timeout: 10_000, interval: 20 },
    );
    // It queues behind the migration, which lets it pass after two seconds.
    expect(await queryPostgres(url, 'SELECT x FROM first')).toEqual([]);
    await running.query('COMMIT');
    await migrated;
    await running.end();
    expect(await queryPostgres(url, 'SELECT y FROM first')).toEqual([]);
  });
});

describe('a program of the release before', () => {
  it('goes on while a newer one migrates', async () => {
    const storage = await openPostgresStorage({ url });
    const parties = await addPersonWithClient(storage);
    await storage.issueAuthorizationCode(newAuthorization(parties, 'before'));
    const next: Migration = {
      number: MIGRATIONS.length + 1,
      name: 'additions',
      sql: `ALTER TABLE "authorization" ADD COLUMN added text;
            ALTER TABLE account ADD COLUMN added bigint NOT NULL DEFAULT 0;
            CREATE INDEX additional ON access_token (scope)`,
    };
    await migrateTo([...MIGRATIONS, next]);
    // With statements that were prepared before, and others.
    await storage.issueAuthorizationCode(newAuthorization(parties, 'after'));
    expect(await storage.findAccount(parties.accountId)).toBeDefined();
    expect(await storage.listConnectedClients(parties.accountId, NOW)).toHaveLength(1);
    await storage.close();
    await expect(openPostgresStorage({ url })).rejects.toThrow('newer than this program');
  });
});

describe('both engines', () => {
  const TYPES: Readonly<Record<string, string>> = {
    bigint: 'INTEGER',
    smallint: 'INTEGER',
    text: 'TEXT',
    bytea: 'BLOB',
  };

  interface Column {
    readonly table: string;
    readonly column: string;
    readonly type: string;
    readonly nullable: boolean;
  }
  const inOrder = (columns: readonly Column[]) =>
    columns
      .map(({ table, column, type, nullable }) => `${table}.${column} ${type} ${nullable}`)
      .toSorted();

  async function ofPostgres(): Promise<readonly string[]> {
    await migrateTo(MIGRATIONS);
    const columns = await queryPostgres<Omit<Column, 'nullable'> & { readonly nullable: string }>(
      url,
      `SELECT table_name AS table, column_name AS column, data_type AS type, is_nullable AS nullable
       FROM information_schema.columns WHERE table_schema = 'public'
         AND table_name NOT IN (SELECT relname FROM pg_class WHERE relispartition)`,
    );
    return inOrder(
      columns.map((column) => ({
        ...column,
        type: TYPES[column.type] ?? column.type,
        nullable: column.nullable === 'YES',
      })),
    );
  }

  function ofSqlite(): readonly string[] {
    const database = new DatabaseSync(':memory:');
    migrateSqlite(database, SQLITE_MIGRATIONS);
    const columns = database
      .prepare(
        `SELECT t.name AS "table", c.name AS "column", c.type AS "type", c."notnull" AS filled, c.pk AS key
         FROM sqlite_schema t JOIN pragma_table_info(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'`,
      )
      .all();
    database.close();
    return inOrder(
      columns.map((column) => ({
        table: String(column['table']),
        column: String(column['column']),
        type: String(column['type']),
        nullable: column['filled'] === 0 && column['key'] === 0,
      })),
    );
  }

  it('have the same tables and columns', async () => {
    expect(await ofPostgres()).toEqual(ofSqlite());
  });

  it('have the same steps', () => {
    const steps = (migrations: readonly Migration[]) =>
      migrations.map(({ number, name }) => [number, name]);
    expect(steps(MIGRATIONS)).toEqual(steps(SQLITE_MIGRATIONS));
  });
});
