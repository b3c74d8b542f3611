import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

import { type AppliedMigration, missingMigrations } from '../migrations.ts';
import { type ColumnKind, inDependencyOrder, type TableShape } from '../transfer/table-shape.ts';
import {
  quoted,
  type Row,
  type TransferConnection,
  UNFINISHED_COPY,
} from '../transfer/transfer-connection.ts';
import { rollBack } from './shared-connection.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openSqliteStorage } from './sqlite-storage.ts';

/** Milliseconds to wait for another process. */
const PATIENCE = 30_000;

type Use<Result> = (connection: TransferConnection) => Promise<Result>;

/** Reads a database as it is at this moment, while others go on writing. */
export async function withSqliteSource<Result>(path: string, use: Use<Result>): Promise<Result> {
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });
  try {
    database.exec('BEGIN');
    return await use(transferConnection(path, database));
  } finally {
    database.close();
  }
}

/** Makes the database, unless there is one, and writes to it. */
export async function withSqliteTarget<Result>(path: string, use: Use<Result>): Promise<Result> {
  if (!holdsUnfinishedCopy(path)) await (await openSqliteStorage({ path })).close();
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec('PRAGMA synchronous = FULL');
    return await use(transferConnection(path, database));
  } finally {
    database.close();
  }
}

function holdsUnfinishedCopy(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { readOnly: true, timeout: PATIENCE });
  try {
    return appliedMigrations(database).some(({ number }) => number === UNFINISHED_COPY);
  } finally {
    database.close();
  }
}

/** The history of a database; empty for one that is not ours. */
export function appliedMigrations(database: DatabaseSync): readonly AppliedMigration[] {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'migration'`).get();
  if (table === undefined) return [];
  return database
    .prepare('SELECT number, name, checksum FROM migration ORDER BY number')
    .all() as unknown as readonly AppliedMigration[];
}

function transferConnection(name: string, database: DatabaseSync): TransferConnection {
  const applied = appliedMigrations(database);
  const finished = applied.filter(({ number }) => number !== UNFINISHED_COPY);

  async function query(sql: string, values: Row = []): Promise<readonly Row[]> {
    const statement = database.prepare(sql);
    statement.setReturnArrays(true);
    return statement.all(...(values as readonly SQLInputValue[])) as unknown as readonly Row[];
  }

  return {
    name,
    tables: inDependencyOrder(tableShapes(database)),
    missingMigrations: missingMigrations(finished, MIGRATIONS).length,
    isUnfinished: finished.length < applied.length,
    parameter: (number) => `?${number}`,
    storable: (value) => value,
    query,

    async insert(table, rows) {
      const columns = table.columns.map((column) => quoted(column.name)).join(', ');
      const parameters = table.columns.map(() => '?').join(', ');
      const statement = database.prepare(
        `INSERT INTO ${quoted(table.name)} (${columns}) VALUES (${parameters})`,
      );
      for (const row of rows) statement.run(...(row as readonly SQLInputValue[]));
    },

    async lastNumber(table) {
      const [row] = await query('SELECT seq FROM sqlite_sequence WHERE name = ?1', [table.name]);
      return Number(row?.[0] ?? 0);
    },

    async setLastNumber(table, number) {
      await query('DELETE FROM sqlite_sequence WHERE name = ?1', [table.name]);
      await query('INSERT INTO sqlite_sequence (name, seq) VALUES (?1, ?2)', [table.name, number]);
    },

    async transaction(work) {
      database.exec('BEGIN IMMEDIATE');
      try {
        await work();
        database.exec('COMMIT');
      } catch (error) {
        rollBack(database);
        throw error;
      }
    },
  };
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  INTEGER: 'integer',
  TEXT: 'text',
  BLOB: 'bytes',
};

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  /** Its place in the primary key, from 1; 0: not in it. */
  readonly pk: number;
}

function tableShapes(database: DatabaseSync): readonly TableShape[] {
  const tables = database
    .prepare(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all() as unknown as readonly { readonly name: string; readonly sql: string }[];
  return tables.map(({ name, sql }) => {
    const columns = database
      .prepare('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY name')
      .all(name) as unknown as readonly ColumnRow[];
    const references = database
      .prepare('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?) ORDER BY "table"')
      .all(name)
      .map((row) => String(row['table']));
    const key = columns.filter(({ pk }) => pk > 0).toSorted((one, other) => one.pk - other.pk);
    return {
      name,
      columns: columns.map((column) => ({
        name: column.name,
        kind: kindOf(name, column),
        nullable: column.notnull === 0 && column.pk === 0,
      })),
      key: key.map((column) => column.name),
      references,
      counter: /\bAUTOINCREMENT\b/u.test(sql) ? (key[0]?.name ?? null) : null,
    };
  });
}

function kindOf(table: string, { name, type }: ColumnRow): ColumnKind {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`No copy knows ${type}, the type of ${table}.${name}.`);
  return kind;
}
