import type { Client } from 'pg';

import { type AppliedMigration, missingMigrations } from '../migrations.ts';
import { type ColumnKind, inDependencyOrder, type TableShape } from '../transfer/table-shape.ts';
import {
  quoted,
  type Row,
  type TransferConnection,
  TransferError,
  UNFINISHED_COPY,
  type Value,
} from '../transfer/transfer-connection.ts';
import { storable } from './column-types.ts';
import { clientConfig, withConnection } from './connection.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openPostgresStorage } from './postgres-storage.ts';

/** Ours among the advisory locks of the database; held by whoever copies into it. */
const LOCK = 66_647_679;

/** A copy may take hours, and nobody waits behind it. */
const UNHURRIED = { connection: 5000, lock: 0, statement: 0, answer: 0 };
const SESSION = `
  SET statement_timeout = 0;
  SET idle_in_transaction_session_timeout = 0;
  SET bytea_output = 'hex'`;

type Use<Result> = (connection: TransferConnection) => Promise<Result>;

/** Reads a database as it is at this moment, while others go on writing. */
export async function withPostgresSource<Result>(url: string, use: Use<Result>): Promise<Result> {
  return withConnection(clientConfig(url, UNHURRIED), async (client) => {
    await client.query(SESSION);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return use(await transferConnection(url, client));
  });
}

/** Writes to a database, which its administrator made. */
export async function withPostgresTarget<Result>(url: string, use: Use<Result>): Promise<Result> {
  return withConnection(clientConfig(url, UNHURRIED), async (client) => {
    await client.query(SESSION);
    await becomeTheOneWhoCopies(client);
    if (!(await appliedMigrations(client)).some(({ number }) => number === UNFINISHED_COPY)) {
      await (await openPostgresStorage({ url, connections: 1 })).close();
    }
    return use(await transferConnection(url, client));
  });
}

async function becomeTheOneWhoCopies(client: Client): Promise<void> {
  const { rows } = await client.query<{ readonly locked: boolean }>(
    'SELECT pg_try_advisory_lock($1) AS locked',
    [LOCK],
  );
  if (rows[0]?.locked === true) return;
  throw new TransferError('Another process copies into this database just now.');
}

async function appliedMigrations(client: Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<{ readonly exists: boolean }>(
    `SELECT to_regclass('migration') IS NOT NULL AS exists`,
  );
  if (rows[0]?.exists !== true) return [];
  const applied = await client.query<AppliedMigration>(
    'SELECT number::int, name, checksum FROM migration ORDER BY migration.number',
  );
  return applied.rows;
}

async function transferConnection(url: string, client: Client): Promise<TransferConnection> {
  const applied = await appliedMigrations(client);
  const finished = applied.filter(({ number }) => number !== UNFINISHED_COPY);

  async function query(sql: string, values: Row = []): Promise<readonly Row[]> {
    const answer = await client.query<Value[]>({
      text: sql,
      values: values.map(binary),
      rowMode: 'array',
    });
    return answer.rows;
  }

  return {
    name: withoutPassword(url),
    tables: inDependencyOrder(await tableShapes(client)),
    missingMigrations: missingMigrations(finished, MIGRATIONS).length,
    isUnfinished: finished.length < applied.length,
    parameter: (number) => `$${number}`,
    storable: (value) => storable(value) as Value,
    query,

    async insert(table, rows) {
      // One statement for all rows, with a parameter for each column.
      const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
      const parameters = table.columns.map(({ kind }, index) => `$${index + 1}::${ARRAYS[kind]}`);
      const values = table.columns.map((_column, index) =>
        rows.map((row) => binary(row[index] ?? null)),
      );
      await client.query(
        `INSERT INTO ${quoted(table.name)} (${columns}) SELECT * FROM unnest(${parameters.join(', ')})`,
        values,
      );
    },

    async lastNumber(table) {
      const [row] = await query(
        'SELECT pg_sequence_last_value(pg_get_serial_sequence($1, $2)::regclass)',
        counterOf(table),
      );
      return Number(row?.[0] ?? 0);
    },

    async setLastNumber(table, number) {
      if (number === 0) return;
      const [name = null, column = null] = counterOf(table);
      await query('SELECT setval(pg_get_serial_sequence($1, $2)::regclass, $3)', [
        name,
        column,
        number,
      ]);
    },

    async transaction(work) {
      await client.query('BEGIN');
      try {
        await work();
        await client.query('COMMIT');
      } catch (error) {
        // When the connection broke, its end is the rollback.
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
  };
}

const ARRAYS: Readonly<Record<ColumnKind, string>> = {
  integer: 'bigint[]',
  text: 'text[]',
  bytes: 'bytea[]',
};

function counterOf(table: TableShape): Row {
  return [quoted(table.name), table.counter];
}

/** The driver knows a Buffer better than its parent, in arrays too. */
function binary(value: Value): Value {
  return value instanceof Uint8Array ? Buffer.from(value) : value;
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  const host = url.host === '' ? (url.searchParams.get('host') ?? '') : url.host;
  return `postgres://${host}${url.pathname}`;
}

const KINDS: Readonly<Record<string, ColumnKind>> = {
  bigint: 'integer',
  integer: 'integer',
  smallint: 'integer',
  text: 'text',
  bytea: 'bytes',
};

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly counted: boolean;
  /** Its place in the primary key; null: not in it. */
  readonly place: number | null;
}

async function tableShapes(client: Client): Promise<readonly TableShape[]> {
  const columns = await client.query<ColumnRow>(`
    SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, NULL) AS type,
      NOT a.attnotnull AS nullable, a.attidentity <> '' AS counted,
      -- By what a table is partitioned is in its key only because PostgreSQL wants it there.
      CASE WHEN a.attnum <> ALL (coalesce(p.partattrs::int2[], '{}'))
        THEN array_position(i.indkey::int2[], a.attnum) END AS place
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
    LEFT JOIN pg_partitioned_table AS p ON p.partrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace
      AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    ORDER BY c.relname, a.attname COLLATE "C"`);
  const references = await client.query<{ readonly table: string; readonly to: string }>(`
    SELECT DISTINCT c.relname AS "table", r.relname AS "to"
    FROM pg_constraint AS k
    JOIN pg_class AS c ON c.oid = k.conrelid
    JOIN pg_class AS r ON r.oid = k.confrelid
    WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace`);
  return [...Map.groupBy(columns.rows, ({ table }) => table)].map(([name, rows]) => ({
    name,
    columns: rows.map((row) => ({ name: row.name, kind: kindOf(row), nullable: row.nullable })),
    key: rows
      .filter(({ place }) => place !== null)
      .toSorted((one, other) => (one.place ?? 0) - (other.place ?? 0))
      .map((row) => row.name),
    references: references.rows
      .filter(({ table }) => table === name)
      .map(({ to }) => to)
      .toSorted(),
    counter: rows.find(({ counted }) => counted)?.name ?? null,
  }));
}

function kindOf({ table, name, type }: ColumnRow): ColumnKind {
  const kind = KINDS[type];
  if (kind === undefined) throw new Error(`No copy knows ${type}, the type of ${table}.${name}.`);
  return kind;
}
