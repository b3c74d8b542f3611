import { createHash } from 'node:crypto';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { AttemptStore, AttemptSubject } from '../../domain/session.ts';
import type { LentConnection } from './connection-pool.ts';
import type { HotPath } from './hot-path.ts';

/**
 * Counts unless a limit is reached: with the newest `limit` attempts in the window, the oldest of them must leave it
 * first.
 */
const COUNT = `
  WITH limits AS (
    SELECT max(reached.expires_at) AS retry_at
    FROM unnest($1::text[], $2::bigint[]) AS counted (subject, attempts_before)
      CROSS JOIN LATERAL (
        SELECT expires_at FROM attempt
        WHERE attempt.subject = counted.subject AND expires_at > $3
        ORDER BY expires_at DESC LIMIT 1 OFFSET counted.attempts_before
      ) reached
  ), stored AS (
    INSERT INTO attempt (subject, expires_at)
    SELECT counted.* FROM unnest($1::text[], $4::bigint[]) AS counted, limits
    WHERE limits.retry_at IS NULL
  )
  SELECT retry_at FROM limits`;

export function attemptStore({ prepare, transaction }: HotPath): AttemptStore {
  const forgive = prepare<never, [readonly string[]]>(
    'forgive-attempts',
    'DELETE FROM attempt WHERE subject = ANY ($1::text[])',
  );
  // Those who take back at once take back one each.
  const takeBackNewest = prepare<never, [readonly string[]]>(
    'take-back-attempt',
    `WITH newest AS (
       SELECT found.id FROM unnest($1::text[]) AS counted (subject)
         CROSS JOIN LATERAL (
           SELECT id FROM attempt WHERE attempt.subject = counted.subject
           ORDER BY expires_at DESC, id DESC LIMIT 1 FOR UPDATE SKIP LOCKED
         ) found
     )
     DELETE FROM attempt USING newest WHERE attempt.id = newest.id`,
  );

  return {
    async countAttempt({ subjects, at }) {
      // Two statements: what others counted is seen only by one that starts after the lock.
      return transaction(async (connection) => {
        await lockSubjects(connection, subjects);
        const keys = subjects.map(({ key }) => key);
        const before = subjects.map(({ limit }) => limit - 1);
        const expiries = subjects.map(({ windowSeconds }) => addSeconds(at, windowSeconds));
        const { rows } = await connection.query<{ readonly retry_at: Instant | null }>({
          name: 'count-attempt',
          text: COUNT,
          values: [keys, before, at, expiries],
        });
        const retryAt = rows[0]?.retry_at ?? null;
        return retryAt === null ? { type: 'allowed' } : { type: 'throttled', retryAt };
      });
    },

    async forgiveAttempts(subjectKeys) {
      await forgive.run(subjectKeys);
    },

    async takeBackAttempt(subjectKeys) {
      await takeBackNewest.run(subjectKeys);
    },
  };
}

/** Until the end of the transaction; in order, so that two never wait for each other. */
async function lockSubjects(
  connection: LentConnection,
  subjects: readonly AttemptSubject[],
): Promise<void> {
  const locks = subjects.map(({ key }) => lockOf(key)).toSorted((a, b) => (a < b ? -1 : 1));
  await connection.query({
    name: 'lock-attempt-subjects',
    text: 'SELECT pg_advisory_xact_lock(lock) FROM unnest($1::bigint[]) AS locks (lock)',
    values: [locks],
  });
}

/** One of 2⁶⁴ advisory locks; two subjects that share one only wait for each other. */
function lockOf(key: string): bigint {
  return createHash('sha256').update('attempt:').update(key).digest().readBigInt64BE();
}
