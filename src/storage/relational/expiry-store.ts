import type { DeleteResult, Transaction } from 'kysely';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { Storage } from '../../domain/storage.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** Rows of a kind removed per call: some ten milliseconds of work. */
const BOUND = 250;
const DAY = 24 * 60 * 60;
const MONTH = 31 * DAY;
const YEAR = 366 * DAY;

type Prune = (transaction: Transaction<Schema>, before: Instant) => Promise<DeleteResult>;

export function expiryStore(database: RelationalDatabase): Pick<Storage, 'pruneExpired'> {
  return {
    async pruneExpired(at) {
      const yesterday = addSeconds(at, -DAY);
      const aMonthAgo = addSeconds(at, -MONTH);
      const aYearAgo = addSeconds(at, -YEAR);
      let removed = 0n;
      // One after the other, so that other writes wait for one of them at most.
      for (const [before, kinds] of [
        [at, [pruneSessions, prunePasswordResets, pruneAttempts]],
        [
          yesterday,
          [pruneAccessTokens, pruneRedeemedCodes, pruneUnused, pruneRevoked, pruneOrphans],
        ],
        [aMonthAgo, [pruneClientAttempts]],
        [aYearAgo, [pruneActivity, pruneClientUsage, pruneNotifications, pruneKnownBrowsers]],
      ] as const) {
        for (const prune of kinds) {
          const result = await change(database, async (writes) => prune(writes, before));
          removed += result.numDeletedRows;
        }
      }
      return Number(removed);
    },
  };
}

// What another transaction holds is left for the next call: nobody waits, and no two processes remove the same.

const pruneSessions: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('session')
        .where('expires_at', '<=', before)
        .select('number')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('session')
    .where('number', 'in', (db) => db.selectFrom('expired').select('number'))
    .executeTakeFirstOrThrow();

const prunePasswordResets: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('password_reset')
        .where('expires_at', '<=', before)
        .select('hash')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('password_reset')
    .where('hash', 'in', (db) => db.selectFrom('expired').select('hash'))
    .executeTakeFirstOrThrow();

const pruneAttempts: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('attempt')
        .where('expires_at', '<=', before)
        .select('id')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('attempt')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();

const pruneAccessTokens: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('access_token')
        .where('expires_at', '<=', before)
        .select('hash')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('access_token')
    .where('hash', 'in', (db) => db.selectFrom('expired').select('hash'))
    .executeTakeFirstOrThrow();

const pruneRedeemedCodes: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('authorization_code')
        .where('expires_at', '<=', before)
        .where('redeemed_at', 'is not', null)
        .select('hash')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('authorization_code')
    .where('hash', 'in', (db) => db.selectFrom('expired').select('hash'))
    .executeTakeFirstOrThrow();

/** Authorizations whose code was never redeemed; what descends from them goes with them. */
const pruneUnused: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('authorization_code')
        .innerJoin('authorization', 'authorization.id', 'authorization_code.authorization_id')
        .where('authorization_code.expires_at', '<=', before)
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

const pruneRevoked: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('authorization')
        .where('revoked_at', '<=', before)
        .select('id')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('authorization')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();

/** Authorizations of deleted clients, and then the note that the client was deleted. */
const pruneOrphans: Prune = async (transaction) => {
  const removed = await transaction
    .with('orphan', (db) =>
      db
        .selectFrom('deleted_client')
        .innerJoin('authorization', 'authorization.client_number', 'deleted_client.number')
        .select('authorization.id')
        .limit(BOUND)
        .forUpdate('authorization')
        .skipLocked(),
    )
    .deleteFrom('authorization')
    .where('id', 'in', (db) => db.selectFrom('orphan').select('id'))
    .executeTakeFirstOrThrow();
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

const HOUR_IN_MILLISECONDS = 3_600_000;

const pruneActivity: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('app_activity')
        .where('hour', '<', Math.floor(before / HOUR_IN_MILLISECONDS))
        .select('id')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('app_activity')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();

const pruneClientAttempts: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('client_attempt')
        .where('at', '<=', before)
        .select('id')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('client_attempt')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();

/** All apps' counts of one day: the oldest, if it is over. */
const pruneClientUsage: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('client_usage')
    .where('day', '=', (db) =>
      db.selectFrom('client_usage as oldest').select((all) => all.fn.min('oldest.day').as('day')),
    )
    .where('day', '<', new Date(before).toISOString().slice(0, 10))
    .executeTakeFirstOrThrow();

const pruneNotifications: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('notification')
        .where('at', '<=', before)
        .select('id')
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('notification')
    .where('id', 'in', (db) => db.selectFrom('expired').select('id'))
    .executeTakeFirstOrThrow();

const pruneKnownBrowsers: Prune = async (transaction, before) =>
  transaction
    .with('expired', (db) =>
      db
        .selectFrom('known_browser')
        .where('last_at', '<=', before)
        .select(['account_id', 'network', 'device'])
        .limit(BOUND)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom('known_browser')
    .where((one) =>
      one.exists(
        one
          .selectFrom('expired')
          .whereRef('expired.account_id', '=', 'known_browser.account_id')
          .whereRef('expired.network', '=', 'known_browser.network')
          .whereRef('expired.device', '=', 'known_browser.device')
          .select('expired.device'),
      ),
    )
    .executeTakeFirstOrThrow();
