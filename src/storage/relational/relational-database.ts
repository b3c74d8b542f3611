import type { Kysely, Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** A database that the relational stores work on, and the little they must ask of its engine. */
export interface RelationalDatabase {
  readonly kysely: Kysely<Schema>;
  /** Whether a statement failed because another row has this value of `column` (`client.name_key`). */
  readonly isUniqueViolation: (error: unknown, column: string) => boolean;
}

/** Several reads of one and the same state. */
export async function readSnapshot<Result>(
  { kysely }: RelationalDatabase,
  read: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return kysely.transaction().setAccessMode('read only').execute(read);
}

/** One atomic change. */
export async function change<Result>(
  { kysely }: RelationalDatabase,
  write: (transaction: Transaction<Schema>) => Promise<Result>,
): Promise<Result> {
  return kysely.transaction().execute(write);
}
