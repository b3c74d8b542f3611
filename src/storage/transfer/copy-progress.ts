import { keyOf } from './read-table.ts';
import type { TableShape } from './table-shape.ts';
import {
  quoted,
  type Row,
  type TransferConnection,
  TransferError,
  UNFINISHED_COPY,
  type Value,
} from './transfer-connection.ts';

/**
 * A database is born with a row of this table, which that of the source replaces. All other tables of a new
 * database are empty.
 */
const PREFILLED_TABLE = 'installation';

/** A program that refuses the database says it. */
const UNFINISHED_NAME = 'a copy that did not finish: give the same command again';

/**
 * Makes the target ready to be filled, or to be filled further. Until `endCopy`, no program opens it.
 * @throws TransferError when it holds something that no interrupted copy from this source brought
 */
export async function beginCopy(
  to: TransferConnection,
  source: string,
  startOver: boolean,
): Promise<void> {
  if (to.isUnfinished) {
    if (startOver) await emptyTarget(to, source);
    else await refuseOtherSource(to, source);
    return;
  }
  for (const { name } of to.tables) {
    if (name === PREFILLED_TABLE) continue;
    const found = await to.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (found.length > 0) {
      throw new TransferError(
        `${to.name} holds something already (table ${name}), and nothing is ever overwritten. Name an empty one.`,
      );
    }
  }
  await to.transaction(async () => {
    await to.query(
      'CREATE TABLE copy_progress (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)',
    );
    await to.query(
      `INSERT INTO migration (number, name, checksum) VALUES (${UNFINISHED_COPY}, '${UNFINISHED_NAME}', '')`,
    );
    await to.query(`DELETE FROM ${quoted(PREFILLED_TABLE)}`);
    await note(to, 'source', source);
  });
}

/** Where a table goes on: the last key that arrived; null: at its beginning. */
export async function arrivedKey(to: TransferConnection, table: TableShape): Promise<Row | null> {
  const noted = await notedValue(to, `table ${table.name}`);
  if (noted === undefined) return null;
  const values = JSON.parse(noted) as readonly (number | string)[];
  return values.map((value, index) => {
    const column = table.columns.find(({ name }) => name === table.key[index]);
    return column?.kind === 'bytes' ? new Uint8Array(Buffer.from(String(value), 'hex')) : value;
  });
}

/** To be called in the transaction that stores the rows. */
export async function noteArrival(
  to: TransferConnection,
  table: TableShape,
  last: Row,
): Promise<void> {
  const key = keyOf(table, last).map((value: Value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  await note(to, `table ${table.name}`, JSON.stringify(key));
}

/** From now on the target is a database like any other. To be called in a transaction. */
export async function endCopy(to: TransferConnection): Promise<void> {
  await to.query('DROP TABLE copy_progress');
  await to.query(`DELETE FROM migration WHERE number = ${UNFINISHED_COPY}`);
}

async function refuseOtherSource(to: TransferConnection, source: string): Promise<void> {
  const before = await notedValue(to, 'source');
  if (before === source) return;
  throw new TransferError(
    `${to.name} holds an interrupted copy of ${before ?? 'something else'}. Go on with that one, or begin anew with --start-over.`,
  );
}

async function emptyTarget(to: TransferConnection, source: string): Promise<void> {
  await to.transaction(async () => {
    for (const { name } of to.tables.toReversed()) await to.query(`DELETE FROM ${quoted(name)}`);
    await to.query('DELETE FROM copy_progress');
    await note(to, 'source', source);
  });
}

async function notedValue(to: TransferConnection, name: string): Promise<string | undefined> {
  const [row] = await to.query(`SELECT value FROM copy_progress WHERE name = ${to.parameter(1)}`, [
    name,
  ]);
  return row === undefined ? undefined : String(row[0]);
}

async function note(to: TransferConnection, name: string, value: string): Promise<void> {
  await to.query(
    `INSERT INTO copy_progress (name, value) VALUES (${to.parameter(1)}, ${to.parameter(2)})
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    [name, value],
  );
}
