import type { DeleteResult, Transaction } from 'kysely';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { Storage } from '../../domain/storage.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** Rows of a kind removed per call: some ten milliseconds of work. */
const BOUND = 250;
const DAY = 24 * 60 * 60;

type Prune = (transaction: Transaction<Schema>, before: Instant) => Promise<DeleteResult>;

export function expiryStore(database: RelationalDatabase): Pick<Storage, 'pruneExpired'> {
  return {
    async pruneExpired(at) {
      const yesterday = addSeconds(at, -DAY);
      let removed = 0n;
      // One after the other, so that other writes wait for one of them at most.
      for (const [before, kinds] of [
        [at, [pruneSessions, prunePasswordResets, pruneAttempts]],
        [
          yesterday,
          [pruneAccessTokens, pruneRedeemedCodes, pruneUnused, pruneRevoked, pruneOrphans],
        ],
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

const pruneSessions: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('session')
    .where('number', 'in', (expired) =>
      expired.selectFrom('session').where('expires_at', '<=', before).select('number').limit(BOUND),
    )
    .executeTakeFirstOrThrow();

const prunePasswordResets: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('password_reset')
    .where('hash', 'in', (expired) =>
      expired
        .selectFrom('password_reset')
        .where('expires_at', '<=', before)
        .select('hash')
        .limit(BOUND),
    )
    .executeTakeFirstOrThrow();

const pruneAttempts: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('attempt')
    .where('id', 'in', (expired) =>
      expired.selectFrom('attempt').where('expires_at', '<=', before).select('id').limit(BOUND),
    )
    .executeTakeFirstOrThrow();

const pruneAccessTokens: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('access_token')
    .where('hash', 'in', (expired) =>
      expired
        .selectFrom('access_token')
        .where('expires_at', '<=', before)
        .select('hash')
        .limit(BOUND),
    )
    .executeTakeFirstOrThrow();

const pruneRedeemedCodes: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('authorization_code')
    .where('hash', 'in', (expired) =>
      expired
        .selectFrom('authorization_code')
        .where('expires_at', '<=', before)
        .where('redeemed_at', 'is not', null)
        .select('hash')
        .limit(BOUND),
    )
    .executeTakeFirstOrThrow();

/** Authorizations whose code was never redeemed; what descends from them goes with them. */
const pruneUnused: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('authorization')
    .where('id', 'in', (expired) =>
      expired
        .selectFrom('authorization_code')
        .where('expires_at', '<=', before)
        .where('redeemed_at', 'is', null)
        .select('authorization_id')
        .limit(BOUND),
    )
    .executeTakeFirstOrThrow();

const pruneRevoked: Prune = async (transaction, before) =>
  transaction
    .deleteFrom('authorization')
    .where('id', 'in', (expired) =>
      expired
        .selectFrom('authorization')
        .where('revoked_at', '<=', before)
        .select('id')
        .limit(BOUND),
    )
    .executeTakeFirstOrThrow();

/** Authorizations of deleted clients, and then the note that the client was deleted. */
const pruneOrphans: Prune = async (transaction) => {
  const removed = await transaction
    .deleteFrom('authorization')
    .where('id', 'in', (orphan) =>
      orphan
        .selectFrom('deleted_client')
        .innerJoin('authorization', 'authorization.client_number', 'deleted_client.number')
        .select('authorization.id')
        .limit(BOUND),
    )
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
