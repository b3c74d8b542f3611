import type { TableShape } from './table-shape.ts';

export type Value = number | string | Uint8Array | null;
/** Values in the order of the columns that were asked for. */
export type Row = readonly Value[];

/**
 * The number of what stands among the migrations of a database while a copy into it is not finished. No program knows
 * this migration, so none opens the database, not even one of an older release.
 */
export const UNFINISHED_COPY = 0;

/** One end of a copy: the source, read as it is at one moment, or the target. */
export interface TransferConnection {
  /** Where it is, without a password. */
  readonly name: string;
  /** Each after those it refers to. */
  readonly tables: readonly TableShape[];
  /** How many migrations of this program the database does not have. */
  readonly missingMigrations: number;
  /** Whether a copy into it began and did not end. */
  readonly isUnfinished: boolean;
  /** How a statement names its n-th parameter, from 1. */
  parameter(number: number): string;
  /** A value as this engine can keep it. */
  storable(value: Value): Value;
  query(sql: string, values?: Row): Promise<readonly Row[]>;
  /** Stores rows with all columns of the table, in the order of `table.columns`. */
  insert(table: TableShape, rows: readonly Row[]): Promise<void>;
  /** The highest number the engine ever gave to a row of a table with a counter; 0: none. */
  lastNumber(table: TableShape): Promise<number>;
  /** The next row gets a higher number than this. */
  setLastNumber(table: TableShape, number: number): Promise<void>;
  /** Everything or nothing. */
  transaction(work: () => Promise<void>): Promise<void>;
}

/** A copy, backup or restore cannot go on; the message is for the operator. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}

/** A name as SQL writes it: `authorization` is a word of SQL, too. */
export function quoted(name: string): string {
  return `"${name}"`;
}
