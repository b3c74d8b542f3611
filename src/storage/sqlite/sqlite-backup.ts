import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';

import { missingMigrations } from '../migrations.ts';
import { TransferError } from '../transfer/transfer-connection.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { appliedMigrations } from './sqlite-transfer.ts';

/** Pages of 4 KiB that are copied without a pause. */
const PAGES_AT_ONCE = 1000;

/**
 * Writes a file that appears whole or not at all, checked and readable by its owner alone.
 * @param path where nothing may be
 * @param fill writes the database to a file beside it
 * @throws TransferError when something is there already, or what was written is not sound
 */
export async function makeDatabaseFile(
  path: string,
  fill: (partialPath: string) => Promise<void>,
): Promise<void> {
  refuseExisting(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.partial`;
  remove(partial);
  try {
    // SQLite gives its side files the mode of the database.
    closeSync(openSync(partial, 'wx', 0o600));
    await fill(partial);
    becomeOneFile(partial);
    checkDatabaseFile(partial);
    flush(partial);
    refuseExisting(path);
    renameSync(partial, path);
    flush(dirname(path));
  } finally {
    remove(partial);
  }
}

/** Copies a database as it is at this moment, while others go on writing. */
export async function backupSqlite(
  from: string,
  to: string,
  onProgress: (progress: { readonly done: number; readonly all: number }) => void,
): Promise<void> {
  const database = new DatabaseSync(from, { readOnly: true, timeout: 30_000 });
  try {
    // In a transaction it sees one state from beginning to end; else each write would begin it anew.
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    await backup(database, to, {
      rate: PAGES_AT_ONCE,
      progress: ({ totalPages, remainingPages }) =>
        onProgress({ done: totalPages - remainingPages, all: totalPages }),
    });
  } finally {
    database.close();
  }
}

/**
 * @throws TransferError unless the file is a sound database of ours, whose copy was finished, and not newer than
 * this program
 */
export function checkDatabaseFile(path: string): void {
  try {
    checkDatabase(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TransferError(`${path} is no sound backup: ${reason}`, { cause: error });
  }
}

function checkDatabase(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true, timeout: 30_000 });
  try {
    const problems = database.prepare('PRAGMA integrity_check').all();
    const [first] = problems.map((row) => String(row['integrity_check']));
    if (first !== 'ok') throw new Error(first ?? 'it cannot be checked');
    if (database.prepare('PRAGMA foreign_key_check').get() !== undefined) {
      throw new Error('rows refer to others that are not there');
    }
    const applied = appliedMigrations(database);
    if (applied.length === 0) throw new Error('it is no database of Omniport');
    missingMigrations(applied, MIGRATIONS);
  } finally {
    database.close();
  }
}

/** A backup is one file, without a log beside it. */
function becomeOneFile(path: string): void {
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA journal_mode = DELETE');
  } finally {
    database.close();
  }
}

function refuseExisting(path: string): void {
  for (const file of [path, ...SIDE_FILES.map((suffix) => `${path}${suffix}`)]) {
    if (!existsSync(file)) continue;
    throw new TransferError(
      `${file} is there already, and nothing is ever overwritten. Move it away, or name another place.`,
    );
  }
}

const SIDE_FILES = ['-wal', '-shm', '-journal'];

function remove(path: string): void {
  for (const suffix of ['', ...SIDE_FILES]) rmSync(`${path}${suffix}`, { force: true });
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
