import type { Transaction } from 'kysely';
import type { AccountId, PasswordHash } from '../../domain/account.ts';
import type { Schema } from './schema.ts';

/** A new password ends the sessions that the old one opened, and the links to set yet another. */
export async function setPassword(
  transaction: Transaction<Schema>,
  change: {
    readonly accountId: AccountId;
    readonly passwordHash: PasswordHash;
    /** null: none is kept. */
    readonly keepSession: number | null;
  },
): Promise<void> {
  const { accountId, passwordHash, keepSession } = change;
  await transaction
    .updateTable('account')
    .set({ password_hash: passwordHash })
    .where('environment', '=', 'live')
    .where('id', '=', accountId)
    .execute();
  await transaction.deleteFrom('password_reset').where('account_id', '=', accountId).execute();
  await transaction
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .$if(keepSession !== null, (others) => others.where('number', '!=', keepSession))
    .execute();
}
