import type { PasswordResetStore } from '../../domain/session.ts';
import { ACCOUNT_COLUMNS, accountFromRow } from './account-row.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import { setPassword } from './set-password.ts';

export function passwordResetStore(database: RelationalDatabase): PasswordResetStore {
  return {
    async issuePasswordReset({ accountId, hash, issuedAt, expiresAt }) {
      const link = { hash, issued_at: issuedAt, expires_at: expiresAt };
      await change(database, async (transaction) => {
        await transaction
          .insertInto('password_reset')
          .values({ ...link, account_id: accountId })
          .onConflict((conflict) => conflict.column('account_id').doUpdateSet(link))
          .execute();
      });
    },

    async findPasswordReset(hash, at) {
      const row = await database.reading
        .selectFrom('password_reset')
        .innerJoin('account', 'account.id', 'password_reset.account_id')
        .where('password_reset.hash', '=', hash)
        .where('password_reset.expires_at', '>', at)
        .where('account.environment', '=', 'live')
        .where('account.is_active', '=', 1)
        .select(ACCOUNT_COLUMNS)
        .executeTakeFirst();
      return row && accountFromRow(row);
    },

    async redeemPasswordReset({ hash, passwordHash, at }) {
      return change(database, async (transaction) => {
        const link = await transaction
          .deleteFrom('password_reset')
          .where('hash', '=', hash)
          .where('expires_at', '>', at)
          .where('account_id', 'in', (active) =>
            active
              .selectFrom('account')
              .where('environment', '=', 'live')
              .where('is_active', '=', 1)
              .select('id'),
          )
          .returning('account_id')
          .executeTakeFirst();
        if (link === undefined) return { type: 'invalid' };
        const accountId = link.account_id;
        await setPassword(transaction, { accountId, passwordHash, keepSession: null });
        return { type: 'reset', accountId };
      });
    },
  };
}
