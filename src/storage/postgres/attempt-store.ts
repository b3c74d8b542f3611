import { createHash } from 'node:crypto';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { AttemptStore, AttemptSubject } from '../../domain/session.ts';
import type { LentConnection } from './connection-pool.ts';
import type { HotPath } from './hot-path.ts';

/** With the newest `limit` attempts in the window, the oldest of them must leave it first. */
const LIMITS_REACHED = `
  SELECT max(reached.expires_at) AS retry_at
  FROM unnest($1::text[], $2::bigint[]) AS counted (subject, attempts_before)
    CROSS JOIN LATERAL (
      SELECT expires_at FROM attempt
      WHERE attempt.subject = counted.subject AND expires_at > $3
      ORDER BY expires_at DESC LIMIT 1 OFFSET counted.attempts_before
    ) reached`;

const COUNT = `
  INSERT INTO attempt (subject, expires_at)
  SELECT * FROM unnest($1::text[], $2::bigint[])`;

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
      // More than one statement: what others counted is seen only by a statement that starts after the lock.
      return transaction(async (connection) => {
        await lockSubjects(connection, subjects);
        const keys = subjects.map(({ key }) => key);
        const { rows } = await connection.query<{ readonly retry_at: Instant | null }>({
          name: 'attempt-limits-reached',
          text: LIMITS_REACHED,
          values: [keys, subjects.map(({ limit }) => limit - 1), at],
        });
        const retryAt = rows[0]?.retry_at ?? null;
        if (retryAt !== null) return { type: 'throttled', retryAt };
        const expiries = subjects.map(({ windowSeconds }) => addSeconds(at, windowSeconds));
        await connection.query({ name: 'count-attempt', text: COUNT, values: [keys, expiries] });
        return { type: 'allowed' };
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
