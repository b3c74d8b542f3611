import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { AttemptStore } from '../../domain/session.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

export function attemptStore({ writer, write }: HotPath): AttemptStore {
  // With the newest `limit` attempts in the window, the oldest of them must leave it first.
  const limitReached = prepare<{ expires_at: Instant }, [string, Instant, number]>(
    writer,
    `SELECT expires_at FROM attempt WHERE subject = ? AND expires_at > ?
     ORDER BY expires_at DESC LIMIT 1 OFFSET ?`,
  );
  const count = prepare<never, [string, Instant]>(
    writer,
    'INSERT INTO attempt (subject, expires_at) VALUES (?, ?)',
  );
  const forgive = prepare<never, [string]>(writer, 'DELETE FROM attempt WHERE subject = ?');
  const takeBackNewest = prepare<never, [string]>(
    writer,
    `DELETE FROM attempt WHERE id = (
       SELECT id FROM attempt WHERE subject = ? ORDER BY expires_at DESC, id DESC LIMIT 1)`,
  );

  return {
    async countAttempt({ subjects, at }) {
      return write(() => {
        const full = subjects.flatMap(({ key, limit }) => limitReached.all(key, at, limit - 1));
        if (full.length > 0) {
          const retryAt = full.map((row) => row.expires_at).reduce((a, b) => (a > b ? a : b));
          return { type: 'throttled', retryAt };
        }
        for (const { key, windowSeconds } of subjects) {
          count.run(key, addSeconds(at, windowSeconds));
        }
        return { type: 'allowed' };
      });
    },

    async forgiveAttempts(subjectKeys) {
      await write(() => {
        for (const key of subjectKeys) forgive.run(key);
      });
    },

    async takeBackAttempt(subjectKeys) {
      await write(() => {
        for (const key of subjectKeys) takeBackNewest.run(key);
      });
    },
  };
}
