import type { Kysely, Transaction } from 'kysely';
import { retryingConflicts } from '../retry.ts';
import type { Schema } from './schema.ts';

/** A database that the relational stores work on, and the little they must ask of its engine. */
export interface RelationalDatabase {
  /** For reads. Sees every write that was answered, and waits for none. */
  readonly reading: Kysely<Schema>;
  readonly writing: Kysely<Schema>;
  /** Whether a statement failed because another row has this value of `column` (`client.name_key`). */
  readonly isUniqueViolation: (error: unknown, column: string) => boolean;
  /** Whether a transaction was given up only because of another one, so that it may be tried again. */
  readonly isConflict: (error: unknown) => boolean;
}

/** Several reads of one and the same state. */
export async function readSnapshot<Result>(
  { reading }: RelationalDatabase,
  read: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return reading
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(read);
}

/**
 * One atomic change. It may see what others commit meanwhile (`read committed`): a statement that depends on
 * what was read before carries that as a condition, or what was read is locked (`forNoKeyUpdate`; nothing in an
 * engine with one writer).
 * @param write called again when the transaction was given up for another one's sake
 */
export async function change<Result>(
  { writing, isConflict }: RelationalDatabase,
  write: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return retryingConflicts(async () => writing.transaction().execute(write), isConflict);
}
