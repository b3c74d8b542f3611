import type { Kysely } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import { ACCOUNT_COLUMNS, nameFromRow } from './account-row.ts';
import type { Schema } from './schema.ts';

/** The name of an account, for the history. */
export async function readName(db: Kysely<Schema>, accountId: AccountId): Promise<string> {
  const row = await db
    .selectFrom('account')
    .where('environment', '=', 'live')
    .where('id', '=', accountId)
    .select(ACCOUNT_COLUMNS)
    .executeTakeFirstOrThrow();
  return nameFromRow(row);
}

/** The names of accounts, as they are today. */
export async function readNames(
  db: Kysely<Schema>,
  accountIds: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .where('environment', '=', 'live')
    .where('id', 'in', [...new Set(accountIds)])
    .select(ACCOUNT_COLUMNS)
    .execute();
  return new Map(rows.map((row) => [row.id, nameFromRow(row)]));
}
