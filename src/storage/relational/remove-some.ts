import { type Expression, type SqlBool, sql, type Transaction } from 'kysely';
import type { Schema } from './schema.ts';

/** Rows of a kind removed per call: some ten milliseconds of work. */
export const BOUND = 250;

interface Kind {
  readonly table: keyof Schema;
  /** The columns of its primary key. */
  readonly key: readonly [string, ...string[]];
}

/**
 * Removes rows of a table, at most `BOUND`, and answers how many. What another transaction holds is left for the next
 * call: nobody waits, and no two processes remove the same.
 */
export async function removeSome(
  transaction: Transaction<Schema>,
  { table, key }: Kind,
  which: Expression<SqlBool>,
): Promise<number> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const { numDeletedRows } = await transaction
    .with('removed', (db) =>
      db
        .selectFrom(sql<object>`${sql.table(table)}`.as('one'))
        .where(which)
        .select(key.map((column) => sql.ref(column).as(column)))
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom(table)
    .where(sql<SqlBool>`(${columns}) IN (SELECT ${columns} FROM removed)`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
