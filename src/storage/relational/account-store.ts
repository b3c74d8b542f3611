import type { AccountStore } from '../../domain/account.ts';
import { ACCOUNT_COLUMNS, accountFromRow } from './account-row.ts';
import { profileFromText } from './json-text.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import { storeSearchTerms } from './search-terms.ts';
import { setPassword } from './set-password.ts';

export function accountStore(database: RelationalDatabase): Omit<AccountStore, 'importAccounts'> {
  const { reading } = database;
  const withPassword = reading
    .selectFrom('account')
    .where('environment', '=', 'live')
    .select([...ACCOUNT_COLUMNS, 'account.password_hash']);
  return {
    async findAccount(id) {
      const row = await reading
        .selectFrom('account')
        .where('environment', '=', 'live')
        .where('id', '=', id)
        .select(ACCOUNT_COLUMNS)
        .executeTakeFirst();
      return row && accountFromRow(row);
    },

    async findAccountByUsername(username) {
      const row = await reading
        .selectFrom('account')
        .where('environment', '=', 'live')
        .where('username', '=', username)
        .select(ACCOUNT_COLUMNS)
        .executeTakeFirst();
      return row && accountFromRow(row);
    },

    async findAccountWithPassword(id) {
      const row = await withPassword.where('id', '=', id).executeTakeFirst();
      return row && { account: accountFromRow(row), passwordHash: row.password_hash };
    },

    async findAccountBySignInIdentifier(identifiers) {
      if (identifiers.length === 0) return undefined;
      const rows = await withPassword
        .where('id', 'in', (fitting) =>
          fitting
            .selectFrom('account_identifier')
            .where('identifier', 'in', identifiers)
            .select('account_id'),
        )
        .limit(2)
        .execute();
      const [row, another] = rows;
      if (row === undefined || another !== undefined) return undefined;
      return { account: accountFromRow(row), passwordHash: row.password_hash };
    },

    async listSignInIdentifiers(id) {
      const rows = await reading
        .selectFrom('account_identifier')
        .where('account_id', '=', id)
        .select('identifier')
        .execute();
      return rows.map(({ identifier }) => identifier).toSorted();
    },

    async assignRoles(id, roles) {
      await change(database, async (transaction) => {
        for (let assigned = false; !assigned;) {
          const row = await transaction
            .selectFrom('account')
            .where('environment', '=', 'live')
            .where('id', '=', id)
            .select('profile')
            .executeTakeFirst();
          if (row === undefined) return;
          // Again, should an import have changed the profile meanwhile.
          const profile = { ...profileFromText(row.profile), roles };
          const updated = await transaction
            .updateTable('account')
            .set({ profile: JSON.stringify(profile) })
            .where('id', '=', id)
            .where('profile', '=', row.profile)
            .executeTakeFirstOrThrow();
          assigned = updated.numUpdatedRows > 0n;
          if (assigned) await storeSearchTerms(transaction, [{ accountId: id, profile }]);
        }
      });
    },

    async chooseLanguage(id, language) {
      await change(database, async (transaction) => {
        await transaction.updateTable('account').set({ language }).where('id', '=', id).execute();
      });
    },

    async rehashPassword(id, current, replacement) {
      await change(database, async (transaction) => {
        await transaction
          .updateTable('account')
          .set({ password_hash: replacement })
          .where('id', '=', id)
          .where('password_hash', '=', current)
          .execute();
      });
    },

    async changePassword({ accountId, passwordHash, keepSession }) {
      await change(database, async (transaction) => {
        await setPassword(transaction, { accountId, passwordHash, keepSession });
      });
    },
  };
}
