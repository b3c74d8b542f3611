import type { StatementSync } from 'node:sqlite';
import type { Writer } from './writer.ts';

/** So that a long queue neither blocks the event loop for long nor starves other holders of the writer. */
export const LARGEST_BATCH = 512;

interface QueuedWrite {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly result: unknown } | { readonly error: unknown };

/**
 * Many small writes, one commit: what is asked for during one turn of the event loop shares a transaction,
 * and so one flush to the disk. Each write has a savepoint of its own; one that throws is undone and rejected
 * alone. Nothing is answered before the commit is durable; if it fails, every write of the batch is rejected.
 */
export class GroupCommit {
  readonly #writer: Writer;
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  readonly #undo: StatementSync;
  readonly #queue: QueuedWrite[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(writer: Writer) {
    this.#writer = writer;
    this.#savepoint = writer.database.prepare('SAVEPOINT queued_write');
    this.#release = writer.database.prepare('RELEASE queued_write');
    this.#undo = writer.database.prepare('ROLLBACK TO queued_write');
  }

  /** Queues a synchronous write; resolves to its result once it is durable. */
   async write<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new Error('The storage is closed.'));
        return;
      }
      // What `work` returned is what `resolve` gets: the type is lost only inside the queue.
      this.#queue.push({ work, resolve: resolve as (result: unknown) => void, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when everything queued so far is answered; nothing is accepted any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      await endOfTurn();
      await this.#commitBatch();
    }
    this.#running = undefined;
  }

  async #commitBatch(): Promise<void> {
    // Taken only once the transaction runs: what is asked for while waiting joins the batch.
    let batch: QueuedWrite[] = [];
    let outcomes: Outcome[];
    try {
      outcomes = await this.#writer.transaction(() => {
        batch = this.#queue.splice(0, LARGEST_BATCH);
        return batch.map((write) => this.#attempt(write));
      });
    } catch (error) {
      if (batch.length === 0) batch = this.#queue.splice(0, LARGEST_BATCH);
      for (const write of batch) write.reject(error);
      return;
    }
    for (const [index, write] of batch.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined) write.reject(new Error('A write without an outcome.'));
      else if ('error' in outcome) write.reject(outcome.error);
      else write.resolve(outcome.result);
    }
  }

  /** @throws when SQLite gave up the whole transaction (disk full, I/O error) */
  #attempt({ work }: QueuedWrite): Outcome {
    this.#savepoint.run();
    try {
      const result = work();
      this.#release.run();
      return { result };
    } catch (error) {
      if (!this.#writer.database.isTransaction) throw error;
      this.#undo.run();
      this.#release.run();
      return { error };
    }
  }
}

async function endOfTurn(): Promise<void> {
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
}
