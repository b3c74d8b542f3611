import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, type SharedConnection } from './shared-connection.ts';

/** So that a long queue neither blocks the event loop for long nor starves other holders of the connection. */
export const LARGEST_BATCH = 512;

/** Many small writes, one commit: see `groupCommit`. */
export interface GroupCommit {
  /** Queues a synchronous write; resolves to its result once it is durable. */
  readonly write: <Result>(work: () => Result) => Promise<Result>;
  /** Queues a write of several statements, with promises in between; resolves when it may begin. */
  readonly takeTurn: () => Promise<Turn>;
  /** Resolves when everything queued so far is answered; nothing is accepted any more. */
  readonly close: () => Promise<void>;
}

/** The writing connection, within a transaction that others share. Until it ends, nobody else has it. */
export interface Turn {
  /**
   * Lets the next one go on; resolves once what was done is durable.
   * @param lost why SQLite gave up the whole transaction meanwhile, if it did
   */
  readonly end: (lost?: Error) => Promise<void>;
}

interface QueuedWrite {
  /**
   * Does the write; what it returns tells the caller how it went.
   * @throws when the whole transaction is lost
   */
  readonly attempt: () => (() => void) | Promise<() => void>;
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

  function enqueue(write: QueuedWrite): void {
    if (isClosed) throw new Error('The storage is closed.');
    queue.push(write);
    draining ??= drain();
  }

  async function commitBatch(): Promise<void> {
    // Taken only once the transaction runs: what is asked for while waiting joins the batch.
    let batch: QueuedWrite[] = [];
    try {
      const answers = await inTransaction(connection, async () => {
        batch = queue.splice(0, LARGEST_BATCH);
        const given: (() => void)[] = [];
        for (const write of batch) {
          const answer = write.attempt();
          given.push(answer instanceof Promise ? await answer : answer);
        }
        return given;
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
      return new Promise((resolve, reject) => {
        enqueue({ attempt: () => attempt(work, { resolve, reject }), reject });
      });
    },

    async takeTurn() {
      const begun = Promise.withResolvers<Turn>();
      const durable = Promise.withResolvers<undefined>();
      // Whoever undid their write does not wait for it.
      durable.promise.catch(() => undefined);
      enqueue({
        async attempt() {
          const lost = await new Promise<Error | undefined>((ended) => {
            begun.resolve({
              async end(why) {
                ended(why);
                await durable.promise;
              },
            });
          });
          if (!connection.database.isTransaction) throw lost ?? new Error('It was rolled back.');
          return () => durable.resolve(undefined);
        },
        reject(error) {
          begun.reject(error);
          durable.reject(error);
        },
      });
      return begun.promise;
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
