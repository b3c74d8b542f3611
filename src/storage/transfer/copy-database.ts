import { isDeepStrictEqual } from 'node:util';

import { arrivedKey, beginCopy, endCopy, noteArrival } from './copy-progress.ts';
import { readTable } from './read-table.ts';
import { rowChecksum } from './row-checksum.ts';
import type { TableShape } from './table-shape.ts';
import { quoted, type Row, type TransferConnection, TransferError } from './transfer-connection.ts';

/** How far a copy is. Rows count twice: when they are copied, and when they are verified. */
export interface CopyProgress {
  readonly step: 'copying' | 'verifying';
  readonly table: string;
  readonly done: number;
  readonly all: number;
}

interface CopyOptions {
  readonly from: TransferConnection;
  readonly to: TransferConnection;
  /** Whether what an interrupted copy brought is thrown away first. */
  readonly startOver?: boolean;
  readonly onProgress?: (progress: CopyProgress) => void;
}

/**
 * Copies everything, then compares every row. An interrupted copy goes on where it was, and a database that was not
 * verified opens for no program.
 * @returns how many rows there are
 * @throws TransferError when the ends do not fit, the target is not empty, or a row differs in the end
 */
export async function copyDatabase({
  from,
  to,
  startOver = false,
  onProgress = () => undefined,
}: CopyOptions): Promise<number> {
  refuseMisfit(from, to);
  await beginCopy(to, from.name, startOver);
  const rows = await countRows(from);
  let done = 0;
  const progressOf =
    (step: CopyProgress['step'], { name }: TableShape) =>
    (count: number): void => {
      done += count;
      onProgress({ step, table: name, done: Math.min(done, 2 * rows), all: 2 * rows });
    };
  for (const table of from.tables) {
    await copyTable({ from, to }, table, progressOf('copying', table));
  }
  done = rows;
  for (const table of from.tables) {
    await verifyTable({ from, to }, table, progressOf('verifying', table));
  }
  await to.transaction(async () => {
    for (const table of to.tables) await copyCounter({ from, to }, table);
    await endCopy(to);
  });
  return rows;
}

type Ends = Pick<CopyOptions, 'from' | 'to'>;
type OnRows = (count: number) => void;

function refuseMisfit(from: TransferConnection, to: TransferConnection): void {
  if (to.isUnfinished && to.missingMigrations > 0) {
    throw new TransferError(
      `${to.name} holds a copy that an older release began and did not finish. This one cannot go on with it: ` +
        'remove that database, or name another empty one, and begin anew.',
    );
  }
  for (const { name, missingMigrations } of [from, to]) {
    if (missingMigrations === 0) continue;
    throw new TransferError(
      `${name} has an older schema than this program. Bring it to the newest first: npm run omniport -- migrate`,
    );
  }
  if (from.isUnfinished) {
    throw new TransferError(
      `${from.name} is itself the target of a copy that did not finish. Finish that one first: give its command again.`,
    );
  }
  if (!isDeepStrictEqual(from.tables.map(comparable), to.tables.map(comparable))) {
    throw new TransferError(`${from.name} and ${to.name} do not have the same tables.`);
  }
}

/** How rows are numbered is a matter of each engine: SQLite needs no counter where numbers may come again. */
function comparable(table: TableShape): TableShape {
  return { ...table, counter: null };
}

async function countRows(from: TransferConnection): Promise<number> {
  let count = 0;
  for (const { name } of from.tables) {
    const [row] = await from.query(`SELECT count(*) FROM ${quoted(name)}`);
    count += Number(row?.[0]);
  }
  return count;
}

async function copyTable({ from, to }: Ends, table: TableShape, onRows: OnRows): Promise<void> {
  for await (const read of readTable(from, table, await arrivedKey(to, table))) {
    const rows = storableRows(to, read);
    await to.transaction(async () => {
      await to.insert(table, rows);
      await noteArrival(to, table, rows.at(-1) ?? []);
    });
    onRows(rows.length);
  }
}

async function verifyTable({ from, to }: Ends, table: TableShape, onRows: OnRows): Promise<void> {
  const arrived = rowsOf(to, table);
  for await (const batch of readTable(from, table)) {
    for (const row of storableRows(to, batch)) {
      const other = await arrived.next();
      if (other.done === true || rowChecksum(other.value) !== rowChecksum(row)) {
        throw differing({ from, to }, table);
      }
    }
    onRows(batch.length);
  }
  if ((await arrived.next()).done !== true) throw differing({ from, to }, table);
}

async function* rowsOf(connection: TransferConnection, table: TableShape): AsyncGenerator<Row> {
  for await (const batch of readTable(connection, table)) yield* batch;
}

function differing({ from, to }: Ends, { name }: TableShape): TransferError {
  return new TransferError(
    `${to.name} is not what ${from.name} is (table ${name}). ` +
      'Something wrote to one of them between two parts of an interrupted copy. Stop its servers, and begin anew with --start-over.',
  );
}

/** @param table of the target */
async function copyCounter({ from, to }: Ends, table: TableShape): Promise<void> {
  const { counter, name } = table;
  if (counter === null) return;
  const [row] = await to.query(`SELECT max(${quoted(counter)}) FROM ${quoted(name)}`);
  const counted = from.tables.find((other) => other.name === name && other.counter !== null);
  const last = counted === undefined ? 0 : await from.lastNumber(counted);
  // A number that was given once is never given again, even when its row is gone.
  await to.setLastNumber(table, Math.max(Number(row?.[0] ?? 0), last));
}

function storableRows(to: TransferConnection, rows: readonly Row[]): readonly Row[] {
  return rows.map((row) => row.map((value) => to.storable(value)));
}
