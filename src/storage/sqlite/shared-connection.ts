import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './connection.ts';

/** Milliseconds to wait for another process that writes (an import), all in all. */
const PATIENCE = 5000;
const LONGEST_PAUSE = 25;

/** A connection lent to one holder at a time, in order of asking, so that transactions never interleave. */
export interface SharedConnection {
  readonly database: DatabaseSync;
  /** Resolves when the connection is free, to the function that gives it back. */
  borrow(): Promise<() => void>;
  /** Starts a transaction; for the holder only. */
  begin(): Promise<void>;
}

/** Shares the connection that writes. Between processes, SQLite's own lock decides. */
export function writingConnection(database: DatabaseSync): SharedConnection {
  return { database, borrow: takingTurns(), begin: async () => beginWriting(database) };
}

/** Shares a connection for transactions that only read. */
export function readingConnection(database: DatabaseSync): SharedConnection {
  return { database, borrow: takingTurns(), begin: async () => database.exec('BEGIN') };
}

/** Runs `work` in a transaction of its own and resolves once its effect is durable. */
export async function inTransaction<Result>(
  connection: SharedConnection,
  work: () => Promise<Result>,
): Promise<Result> {
  const giveBack = await connection.borrow();
  try {
    await connection.begin();
    const result = await work();
    connection.database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection.database);
    throw error;
  } finally {
    giveBack();
  }
}

/** Rolls back, if there is still something to: SQLite itself does it when the disk is full or fails. */
export function rollBack(database: DatabaseSync): void {
  if (database.isTransaction) database.exec('ROLLBACK');
}

function takingTurns(): SharedConnection['borrow'] {
  let last = Promise.resolve();
  return async () => {
    const previous = last;
    let giveBack: (() => void) | undefined;
    last = new Promise((resolve) => {
      giveBack = resolve;
    });
    await previous;
    return () => giveBack?.();
  };
}

/** Waits for other processes without blocking this one. */
async function beginWriting(database: DatabaseSync): Promise<void> {
  let patience = PATIENCE;
  for (let delay = 1; ; delay = Math.min(delay * 2, LONGEST_PAUSE)) {
    try {
      database.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || patience <= 0) throw error;
      patience -= delay;
      await pause(delay);
    }
  }
}
