import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { Storage } from '../../domain/storage.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import { BOUND, removeSome } from './remove-some.ts';
import type { Schema } from './schema.ts';

const HOUR_IN_MILLISECONDS = 3_600_000;
const DAY = 24 * 60 * 60;
const MONTH = 31 * DAY;
const YEAR = 366 * DAY;

/** Removes a bounded amount, and answers how much. */
type Prune = (transaction: Transaction<Schema>, at: Instant) => Promise<number>;

export function expiryStore(database: RelationalDatabase): Pick<Storage, 'pruneExpired'> {
  return {
    async pruneExpired(at) {
      let removed = 0;
      // One after the other, so that other writes wait for one of them at most.
      for (const prune of KINDS) {
        removed += await change(database, async (writes) => prune(writes, at));
      }
      return removed;
    },
  };
}

/**
 * @param isOver whether a row may go
 * @param seconds for which it is kept nevertheless
 */
function old(
  kind: Parameters<typeof removeSome>[1],
  isOver: (before: Instant) => RawBuilder<SqlBool>,
  seconds: number,
): Prune {
  return async (transaction, at) => removeSome(transaction, kind, isOver(addSeconds(at, -seconds)));
}

const hasExpired = (before: Instant) => sql<SqlBool>`expires_at <= ${before}`;
const wasRedeemed = (before: Instant) =>
  sql<SqlBool>`expires_at <= ${before} AND redeemed_at IS NOT NULL`;
const wasRevoked = (before: Instant) => sql<SqlBool>`revoked_at <= ${before}`;
const wasThen = (before: Instant) => sql<SqlBool>`at <= ${before}`;
const wasSeen = (before: Instant) => sql<SqlBool>`last_at <= ${before}`;
const wasLastSeen = (before: Instant) => sql<SqlBool>`seen_at <= ${before}`;
const wasInHour = (before: Instant) =>
  sql<SqlBool>`hour < ${Math.floor(before / HOUR_IN_MILLISECONDS)}`;

/** Authorizations whose code was never redeemed; what descends from them goes with them. */
const unused: Prune = async (transaction, at) => {
  const { numDeletedRows } = await transaction
    .with('expired', (db) =>
      db
        .selectFrom('authorization_code')
        .innerJoin('authorization', 'authorization.id', 'authorization_code.authorization_id')
        .where('authorization_code.expires_at', '<=', addSeconds(at, -DAY))
        .where('authorization_code.redeemed_at', 'is', null)
        .select('authorization.id')
        .limit(BOUND)
        // Of the code, too: it may be redeemed this very moment.
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('authorization')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
};

/** Authorizations of deleted clients, and then the note that the client was deleted. */
const orphans: Prune = async (transaction) => {
  const removed = await removeSome(
    transaction,
    { table: 'authorization', key: ['id'] },
    sql`client_number IN (SELECT number FROM deleted_client)`,
  );
  await transaction
    .deleteFrom('deleted_client')
    .where((left) =>
      left.not(
        left.exists(
          left
            .selectFrom('authorization')
            .whereRef('client_number', '=', 'deleted_client.number')
            .select('id'),
        ),
      ),
    )
    .execute();
  return removed;
};

/** All apps' counts of one day: the oldest, if it is over. */
const usage: Prune = async (transaction, at) => {
  const { numDeletedRows } = await transaction
    .deleteFrom('client_usage')
    .where('day', '=', (db) =>
      db.selectFrom('client_usage as oldest').select((all) => all.fn.min('oldest.day').as('day')),
    )
    .where('day', '<', new Date(addSeconds(at, -YEAR)).toISOString().slice(0, 10))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
};

const KINDS: readonly Prune[] = [
  old({ table: 'session', key: ['number'] }, hasExpired, 0),
  old({ table: 'password_reset', key: ['hash'] }, hasExpired, 0),
  old({ table: 'attempt', key: ['id'] }, hasExpired, 0),
  old({ table: 'access_token', key: ['hash'] }, hasExpired, DAY),
  old({ table: 'authorization_code', key: ['hash'] }, wasRedeemed, DAY),
  unused,
  old({ table: 'authorization', key: ['id'] }, wasRevoked, DAY),
  orphans,
  old({ table: 'client_attempt', key: ['id'] }, wasThen, MONTH),
  old({ table: 'client_invitation', key: ['id'] }, hasExpired, MONTH),
  // Where they are kept by the month, no row is left for this: see postgres/activity-partitions.ts.
  old({ table: 'app_activity', key: ['id'] }, wasInHour, YEAR + MONTH),
  usage,
  // Seen every few seconds while anybody could still confirm it.
  old({ table: 'people_import', key: ['id'] }, wasLastSeen, MONTH),
  old({ table: 'notification', key: ['id'] }, wasThen, YEAR),
  old({ table: 'known_browser', key: ['account_id', 'network', 'device'] }, wasSeen, YEAR),
];
