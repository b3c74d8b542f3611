import type { TableShape } from './table-shape.ts';
import { quoted, type Row, type TransferConnection, type Value } from './transfer-connection.ts';

/** About how much one batch holds in memory. */
const BATCH_BYTES = 4_000_000;
const FIRST_LIMIT = 100;
const HIGHEST_LIMIT = 5000;

/** The rows of a table in the order of its key, a bounded amount at a time. */
export async function* readTable(
  connection: TransferConnection,
  table: TableShape,
  after: Row | null = null,
): AsyncGenerator<readonly Row[]> {
  let last = after;
  for (let limit = FIRST_LIMIT; ;) {
    const rows = await connection.query(
      batchQuery(connection, table, { after: last, limit }),
      last ?? [],
    );
    const final = rows.at(-1);
    if (final === undefined) return;
    yield rows;
    last = keyOf(table, final);
    const bytes = rows.reduce((sum, row) => sum + sizeOf(row), 0);
    // From row to row sizes differ little within a table, but pictures are a thousand times the size of a token.
    limit = Math.max(1, Math.min(HIGHEST_LIMIT, Math.floor((rows.length * BATCH_BYTES) / bytes)));
  }
}

/** The key of a row with all columns. */
export function keyOf(table: TableShape, row: Row): Row {
  return table.key.map((name) => {
    const index = table.columns.findIndex((column) => column.name === name);
    return row[index] ?? null;
  });
}

function batchQuery(
  connection: TransferConnection,
  table: TableShape,
  { after, limit }: { readonly after: Row | null; readonly limit: number },
): string {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const key = table.key.map(quoted).join(', ');
  const parameters = table.key.map((_name, index) => connection.parameter(index + 1)).join(', ');
  const where = after === null ? '' : `WHERE (${key}) > (${parameters})`;
  return `SELECT ${columns} FROM ${quoted(table.name)} ${where} ORDER BY ${key} LIMIT ${limit}`;
}

function sizeOf(row: Row): number {
  return row.reduce<number>((sum, value) => sum + sizeOfValue(value), 0);
}

function sizeOfValue(value: Value): number {
  return typeof value === 'string' || value instanceof Uint8Array ? value.length + 16 : 16;
}
