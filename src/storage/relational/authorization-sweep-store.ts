import { type ExpressionBuilder, sql } from 'kysely';
import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import { BOUND, removeSome } from './remove-some.ts';
import type { Schema } from './schema.ts';

/** Authorizations looked at per call: some ten milliseconds of work. */
const LOOKED_AT = 1000;
const DAY = 24 * 60 * 60;

/** Of one person and client, as many newer ones live on beside what is superseded. */
const KEPT = 10;
const UNUSED_FOR = 30 * DAY;
/** Whoever refreshed once keeps refresh tokens: a phone in a drawer. */
const UNUSED_FOR_ONCE_REFRESHED = 366 * DAY;
const REPLAY_RECOGNISED_FOR = 90 * DAY;

type Sweep = Parameters<AuthorizationStore['sweepAuthorizations']>[0];

/** The authorizations with these ids, a part of all. */
interface Part {
  readonly after: AuthorizationId;
  readonly last: AuthorizationId;
}

/** What keeps the number of authorizations and refresh tokens bounded. */
export function authorizationSweepStore(
  database: RelationalDatabase,
): Pick<AuthorizationStore, 'sweepAuthorizations'> {
  return {
    async sweepAuthorizations(sweep) {
      // In the order of the primary key: no index is kept for this, which every refresh would pay for.
      const after = sweep.after ?? 0;
      const looked = await database.reading
        .selectFrom('authorization')
        .where('id', '>', after)
        .orderBy('id')
        .limit(LOOKED_AT)
        .select('id')
        .execute();
      const last = looked.at(-1)?.id;
      if (last === undefined) return { ended: 0, forgotten: 0, next: null };
      const forgotten = await forgetSpentTokens(database, { after, last }, sweep.at);
      const ended = await endUnused(database, { after, last }, sweep);
      // There may be more to forget of these.
      if (forgotten === BOUND) return { ended, forgotten, next: after };
      return { ended, forgotten, next: looked.length < LOOKED_AT ? null : last };
    },
  };
}

async function forgetSpentTokens(
  database: RelationalDatabase,
  { after, last }: Part,
  at: Instant,
): Promise<number> {
  const before = addSeconds(at, -REPLAY_RECOGNISED_FOR);
  return change(database, async (transaction) =>
    removeSome(
      transaction,
      { table: 'refresh_token', key: ['hash'] },
      sql`authorization_id > ${after} AND authorization_id <= ${last} AND rotated_at <= ${before}`,
    ),
  );
}

async function endUnused(
  database: RelationalDatabase,
  { after, last }: Part,
  { unusedSince, at }: Sweep,
): Promise<number> {
  const { numUpdatedRows } = await change(database, async (transaction) =>
    transaction
      .updateTable('authorization')
      .set({ revoked_at: at })
      .where('id', '>', after)
      .where('id', '<=', last)
      .where('revoked_at', 'is', null)
      .where((is) =>
        is.or([
          ...(unusedSince === null ? [] : [waitsSince(is, unusedSince)]),
          is.and([isLeftBehind(is, at), isFollowedByOthers(is)]),
        ]),
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
  return Number(numUpdatedRows);
}

type Is = ExpressionBuilder<Schema, 'authorization'>;

/** Its refresh token was issued then or before, and not used since. */
function waitsSince(is: Is, then: Instant) {
  return is.exists(unspentTokens(is).where('refresh_token.issued_at', '<=', then));
}

function isLeftBehind(is: Is, at: Instant) {
  return is.exists(
    unspentTokens(is).where((token) =>
      token.or([
        token('refresh_token.issued_at', '<=', addSeconds(at, -UNUSED_FOR_ONCE_REFRESHED)),
        token.and([
          token('refresh_token.issued_at', '<=', addSeconds(at, -UNUSED_FOR)),
          token('refresh_token.predecessor_hash', 'is', null),
        ]),
      ]),
    ),
  );
}

function unspentTokens(is: Is) {
  return is
    .selectFrom('refresh_token')
    .whereRef('refresh_token.authorization_id', '=', 'authorization.id')
    .where('refresh_token.rotated_at', 'is', null)
    .select('refresh_token.authorization_id');
}

function isFollowedByOthers(is: Is) {
  return is.exists(
    is
      .selectFrom('authorization as newer')
      .whereRef('newer.account_id', '=', 'authorization.account_id')
      .whereRef('newer.client_number', '=', 'authorization.client_number')
      .whereRef('newer.id', '>', 'authorization.id')
      .where('newer.revoked_at', 'is', null)
      .orderBy('newer.id')
      .limit(1)
      .offset(KEPT - 1)
      .select('newer.id'),
  );
}
