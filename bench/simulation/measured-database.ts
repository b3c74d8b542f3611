import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import type { Storage } from '../../src/domain/storage.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { createDatabase, queryPostgres, startPostgres } from '../../test/support/postgres.ts';

interface TableSize {
  readonly table: string;
  readonly rows: number;
  /** With its indexes; null: this SQLite cannot tell. */
  readonly bytes: number | null;
}

/** A database of one engine that can be looked into. */
export interface MeasuredDatabase {
  readonly storage: Storage;
  tables(): Promise<readonly TableSize[]>;
  /** Of the whole database. */
  bytes(): Promise<number>;
  /** SQLite: of the log beside the file now. PostgreSQL: what was written to the log since the last time. */
  logBytes(): Promise<number>;
  remove(): Promise<void>;
}

export async function measuredSqlite(): Promise<MeasuredDatabase> {
  const home = mkdtempSync(path.join(tmpdir(), 'omniport-simulation-'));
  const file = path.join(home, 'omniport.sqlite');
  const storage = await openSqliteStorage({ path: file });

  function reading<Result>(read: (database: DatabaseSync) => Result): Result {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 30_000 });
    try {
      return read(database);
    } finally {
      database.close();
    }
  }

  return {
    storage,
    async tables() {
      return reading((database) =>
        database
          .prepare(
            `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
          )
          .all()
          .map((row) => {
            const table = String(row['name']);
            const counted = database.prepare(`SELECT count(*) AS rows FROM "${table}"`).get();
            return { table, rows: Number(counted?.['rows']), bytes: bytesOf(database, table) };
          }),
      );
    },
    bytes: async () => statSync(file).size,
    logBytes: async () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
    async remove() {
      await storage.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** `dbstat` is compiled in where Node.js was built with it. */
function bytesOf(database: DatabaseSync, table: string): number | null {
  try {
    const row = database
      .prepare(
        `SELECT sum(pgsize) AS bytes FROM dbstat
         WHERE aggregate = TRUE AND name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)`,
      )
      .get(table);
    return Number(row?.['bytes']);
  } catch {
    return null;
  }
}

/** A server of its own that flushes to its disk; or a database of the server at `serverUrl`. */
export async function measuredPostgres(serverUrl?: string): Promise<MeasuredDatabase> {
  const server =
    serverUrl === undefined
      ? await startPostgres({
          settings: { fsync: 'on', full_page_writes: 'on', shared_buffers: '256MB' },
        })
      : undefined;
  const url = await createDatabase(server?.url ?? serverUrl ?? '');
  const storage = await openPostgresStorage({ url });
  let position = '0/0';

  return {
    storage,
    async tables() {
      const sizes = await queryPostgres<{ table: string; bytes: string }>(
        url,
        `SELECT c.relname AS "table",
           sum(pg_total_relation_size(coalesce(i.inhrelid, c.oid)))::text AS bytes
         FROM pg_class AS c LEFT JOIN pg_inherits AS i ON i.inhparent = c.oid
         WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace
         GROUP BY c.relname ORDER BY c.relname`,
      );
      const tables: TableSize[] = [];
      for (const { table, bytes } of sizes) {
        const [counted] = await queryPostgres<{ rows: string }>(
          url,
          `SELECT count(*)::text AS rows FROM "${table}"`,
        );
        tables.push({ table, rows: Number(counted?.rows), bytes: Number(bytes) });
      }
      return tables;
    },
    async bytes() {
      const [row] = await queryPostgres<{ bytes: string }>(
        url,
        'SELECT pg_database_size(current_database())::text AS bytes',
      );
      return Number(row?.bytes);
    },
    async logBytes() {
      const [row] = await queryPostgres<{ position: string; bytes: string }>(
        url,
        `SELECT pg_current_wal_lsn()::text AS position,
           pg_wal_lsn_diff(pg_current_wal_lsn(), '${position}')::text AS bytes`,
      );
      const first = position === '0/0';
      position = row?.position ?? position;
      return first ? 0 : Number(row?.bytes);
    },
    async remove() {
      await storage.close();
      await server?.remove();
    },
  };
}
