import type { AuthorizationStore } from '../../domain/authorization.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

/** Authorizations looked at per call: some ten milliseconds of work. */
const BOUND = 1000;

/** What institutions that let refresh tokens expire ask for regularly. */
export function disusedAuthorizationStore(
  database: RelationalDatabase,
): Pick<AuthorizationStore, 'endDisusedAuthorizations'> {
  return {
    async endDisusedAuthorizations({ unusedSince, at, after }) {
      // In the order of the primary key: no index is kept for this, which every refresh would pay for.
      const looked = await database.reading
        .selectFrom('authorization')
        .where('id', '>', after ?? 0)
        .orderBy('id')
        .limit(BOUND)
        .select('id')
        .execute();
      const last = looked.at(-1)?.id;
      if (last === undefined) return { ended: 0, next: null };
      const result = await change(database, async (transaction) =>
        transaction
          .updateTable('authorization')
          .set({ revoked_at: at })
          .where('id', '>', after ?? 0)
          .where('id', '<=', last)
          .where('revoked_at', 'is', null)
          .where((is) =>
            is.exists(
              is
                .selectFrom('refresh_token')
                .whereRef('refresh_token.authorization_id', '=', 'authorization.id')
                .where('refresh_token.rotated_at', 'is', null)
                .where('refresh_token.issued_at', '<=', unusedSince)
                .select('refresh_token.authorization_id'),
            ),
          )
          .where((is) =>
            is.not(
              is.exists(
                is
                  .selectFrom('access_token')
                  .whereRef('access_token.authorization_id', '=', 'authorization.id')
                  .where('access_token.expires_at', '>', at)
                  .select('access_token.hash'),
              ),
            ),
          )
          .executeTakeFirstOrThrow(),
      );
      return {
        ended: Number(result.numUpdatedRows),
        next: looked.length < BOUND ? null : last,
      };
    },
  };
}
