import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, type SharedConnection } from './shared-connection.ts';

/** So that a long queue neither blocks the event loop for long nor starves other holders of the connection. */
export const LARGEST_BATCH = 512;

/** Many small writes, one commit: see `groupCommit`. */
export interface GroupCommit {
  /** Queues a synchronous write; resolves to its result once it is durable. */
  readonly write: <Result>(work: () => Result) => Promise<Result>;
  /** Resolves when everything queued so far is answered; nothing is accepted any more. */
  readonly close: () => Promise<void>;
}

interface QueuedWrite {
  /**
   * Does the write; what it returns tells the caller how it went.
   * @throws when the whole transaction is lost
   */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * What is asked for during one turn of the event loop shares a transaction, and so one flush to the disk.
 * Each write has a savepoint of its own; one that throws is undone and rejected alone. Nothing is answered
 * before the commit is durable; if that fails, every write of the batch is rejected.
 */
export function groupCommit(connection: SharedConnection): GroupCommit {
  const attempt = attempting(connection.database);
  const queue: QueuedWrite[] = [];
  let draining: Promise<void> | undefined;
  let isClosed = false;

  async function commitBatch(): Promise<void> {
    // Taken only once the transaction runs: what is asked for while waiting joins the batch.
    let batch: QueuedWrite[] = [];
    try {
      const answers = await inTransaction(connection, () => {
        batch = queue.splice(0, LARGEST_BATCH);
        return batch.map((write) => write.attempt());
      });
      for (const answer of answers) answer();
    } catch (error) {
      if (batch.length === 0) batch = queue.splice(0, LARGEST_BATCH);
      for (const write of batch) write.reject(error);
    }
  }

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      await endOfTurn();
      await commitBatch();
    }
    draining = undefined;
  }

  return {
    async write(work) {
      if (isClosed) throw new Error('The storage is closed.');
      return new Promise((resolve, reject) => {
        queue.push({ attempt: () => attempt(work, { resolve, reject }), reject });
        draining ??= drain();
      });
    },

    async close() {
      isClosed = true;
      await draining;
    },
  };
}

interface Caller<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

function attempting(
  database: DatabaseSync,
): <Result>(work: () => Result, caller: Caller<Result>) => () => void {
  const savepoint = database.prepare('SAVEPOINT queued_write');
  const release = database.prepare('RELEASE queued_write');
  const undo = database.prepare('ROLLBACK TO queued_write');
  return (work, { resolve, reject }) => {
    savepoint.run();
    try {
      const result = work();
      release.run();
      return () => resolve(result);
    } catch (error) {
      // SQLite gave up the whole transaction: disk full, I/O error.
      if (!database.isTransaction) throw error;
      undo.run();
      release.run();
      return () => reject(error);
    }
  };
}

async function endOfTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
