import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { isBusy } from './connection.ts';

/** Milliseconds to wait for another process that writes (an import), all in all. */
const PATIENCE = 5000;
const LONGEST_PAUSE = 25;

/**
 * The writing connection, lent to one holder at a time in order of asking, so that the transactions of
 * this process never interleave. Between processes, SQLite's own lock decides.
 */
export class Writer {
  readonly database: DatabaseSync;
  #last: Promise<void> = Promise.resolve();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Resolves when the connection is free, to the function that gives it back. */
  async borrow(): Promise<() => void> {
    const previous = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await previous;
    return resolve;
  }

  /** Runs `work` in a transaction of its own and resolves once its effect is durable. */
  async transaction<Result>(work: () => Result): Promise<Result> {
    const giveBack = await this.borrow();
    try {
      await this.begin();
      try {
        const result = work();
        this.database.exec('COMMIT');
        return result;
      } catch (error) {
        this.rollback();
        throw error;
      }
    } finally {
      giveBack();
    }
  }

  /** Starts a writing transaction; for the holder only. Waits for other processes without blocking this one. */
  async begin(): Promise<void> {
    let patience = PATIENCE;
    for (let delay = 1; ; delay = Math.min(delay * 2, LONGEST_PAUSE)) {
      try {
        this.database.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || patience <= 0) throw error;
        patience -= delay;
        await pause(delay);
      }
    }
  }

  /** Rolls back, unless SQLite already did (disk full, I/O error). */
  rollback(): void {
    if (this.database.isTransaction) this.database.exec('ROLLBACK');
  }
}
