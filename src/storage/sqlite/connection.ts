import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Migration } from '../migrations.ts';
import { migrate } from './migrate.ts';

/** The connections of one process. */
export interface Connections {
  /** The only one that writes, one transaction at a time. */
  readonly writer: DatabaseSync;
  /** Sees the last commit. Never in a transaction, else it would go on seeing an old one. */
  readonly reader: DatabaseSync;
  /** For reads of several statements that must see one and the same state. */
  readonly snapshotReader: DatabaseSync;
  close(): void;
}

/** How long a start waits for another process, in milliseconds. */
const START_PATIENCE = 5000;
/**
 * How long one call on the event loop may wait for another process, in milliseconds.
 * Short, because nothing else happens meanwhile; the patient waiting is done by `shared-connection.ts`.
 */
const BLOCKING_PATIENCE = 10;

/** Opens (or creates, readable by the owner alone) the database and brings it to the newest schema. */
export async function connect(
  path: string,
  migrations: readonly Migration[],
): Promise<Connections> {
  if (path === '' || path === ':memory:') {
    throw new RangeError('The database needs a file: it is opened by two connections.');
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // SQLite gives its side files the mode of the database.
  closeSync(openSync(path, 'a', 0o600));
  const writer = new DatabaseSync(path, { timeout: START_PATIENCE });
  try {
    await enterWalMode(writer);
    // FULL: the log is flushed at each commit, so that what was acknowledged survives a power cut.
    writer.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -32000');
    migrate(writer, migrations);
    writer.exec(`PRAGMA busy_timeout = ${BLOCKING_PATIENCE}`);
    const reader = new DatabaseSync(path, { readOnly: true, timeout: START_PATIENCE });
    reader.exec('PRAGMA cache_size = -32000; PRAGMA mmap_size = 268435456');
    const snapshotReader = new DatabaseSync(path, { readOnly: true, timeout: START_PATIENCE });
    return {
      writer,
      reader,
      snapshotReader,
      close() {
        // The last one to close tidies the log into the database, for which it must be able to write.
        for (const database of [snapshotReader, reader, writer]) database.close();
      },
    };
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** The switch itself does not wait for other connections: two processes that start at once take turns. */
async function enterWalMode(database: DatabaseSync): Promise<void> {
  for (let patience = START_PATIENCE; ; patience -= 20) {
    try {
      database.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (!isBusy(error) || patience <= 0) throw error;
      await pause(20);
    }
  }
}

/** Another connection holds a lock that this one needs (SQLITE_BUSY and its extended codes). */
export function isBusy(error: unknown): boolean {
  return primaryResultCode(error) === 5;
}

/**
 * The database cannot serve now: locked for longer than we wait, no memory, read-only, broken disk, full disk,
 * no file (https://sqlite.org/rescode.html).
 */
export function isUnavailable(error: unknown): boolean {
  return [5, 7, 8, 10, 13, 14].includes(primaryResultCode(error) ?? 0);
}

/** A statement broke a UNIQUE constraint of the given column (`client.name_key`). */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return (
    primaryResultCode(error) === 19 &&
    error instanceof Error &&
    error.message.includes(`UNIQUE constraint failed: ${column}`)
  );
}

function primaryResultCode(error: unknown): number | undefined {
  if (!(error instanceof Error && 'errcode' in error)) return undefined;
  // The primary code is the lowest byte of an extended one.
  return typeof error.errcode === 'number' ? error.errcode % 256 : undefined;
}

/** A prepared statement whose rows have the type its author claims. */
export interface Statement<Row, Parameters extends readonly SQLInputValue[]> {
  get(...parameters: Parameters): Row | undefined;
  all(...parameters: Parameters): Row[];
  /** Answers how many rows changed. */
  run(...parameters: Parameters): number;
}

/** Prepares a statement. */
export function prepare<Row, Parameters extends readonly SQLInputValue[]>(
  database: DatabaseSync,
  sql: string,
): Statement<Row, Parameters> {
  const statement = database.prepare(sql);
  return {
    get: (...parameters) => statement.get(...parameters) as Row | undefined,
    all: (...parameters) => statement.all(...parameters) as Row[],
    run: (...parameters) => Number(statement.run(...parameters).changes),
  };
}
