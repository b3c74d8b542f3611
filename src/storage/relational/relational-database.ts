import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A database that the relational stores work on, and the little they must ask of its engine. */
export interface RelationalDatabase {
  /** For reads. Sees every write that was answered, and waits for none. */
  readonly reading: Kysely<Schema>;
  readonly writing: Kysely<Schema>;
  /** Whether a statement failed because another row has this value of `column` (`client.name_key`). */
  readonly isUniqueViolation: (error: unknown, column: string) => boolean;
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
 * what was read before carries that as a condition.
 */
export async function change<Result>(
  { writing }: RelationalDatabase,
  write: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return writing.transaction().execute(write);
}
