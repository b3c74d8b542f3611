import { isDeepStrictEqual } from 'node:util';
import type { SyntheticPersonStore } from '../../domain/synthetic-person.ts';
import { ACCOUNT_COLUMNS, syntheticPersonFromRow } from './account-row.ts';
import { profileFromText } from './json-text.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

export function syntheticPersonStore(database: RelationalDatabase): SyntheticPersonStore {
  return {
    async listSyntheticPeople() {
      const rows = await database.reading
        .selectFrom('account')
        .where('environment', '=', 'sandbox')
        .orderBy('id')
        .select(ACCOUNT_COLUMNS)
        .execute();
      return rows.map(syntheticPersonFromRow);
    },

    async storeSyntheticPeople(people, at) {
      await change(database, async (transaction) => {
        const rows = await transaction
          .selectFrom('account')
          .where('environment', '=', 'sandbox')
          .select(['username', 'profile'])
          .execute();
        const known = new Map(rows.map(({ username, profile }) => [username, profile]));
        for (const { username, profile } of people) {
          const present = known.get(username);
          if (present !== undefined && isDeepStrictEqual(profileFromText(present), profile)) {
            continue;
          }
          const revised = { profile: JSON.stringify(profile), updated_at: at };
          await transaction
            .insertInto('account')
            .values({
              environment: 'sandbox',
              username,
              password_hash: null,
              is_active: 1,
              language: null,
              created_at: at,
              ...revised,
            })
            .onConflict((conflict) =>
              conflict.columns(['environment', 'username']).doUpdateSet(revised),
            )
            .execute();
        }
      });
    },
  };
}
