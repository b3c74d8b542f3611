import type { AppActivityStore } from '../../domain/app-activity.ts';
import type { AuthorizationId } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import { activityNotes, type ActivityNotes, claimsKey } from '../activity-notes.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

/** What apps do, counted beside the answers they get. */
export function appActivityNotes({ writer, write }: HotPath): {
  readonly store: Pick<AppActivityStore, 'noteDataRead' | 'noteAllowed'>;
  readonly notes: ActivityNotes;
} {
  const read = prepare<never, [Instant, AuthorizationId, Instant]>(
    writer,
    `UPDATE authorization SET last_read_at = ?
     WHERE id = ? AND (last_read_at IS NULL OR last_read_at < ?)`,
  );
  type Row = [number, string, Uint8Array, string, Instant, Instant, number, AuthorizationId];
  const add = prepare<never, Row>(
    writer,
    `INSERT INTO app_activity (account_id, authorization_id, client_number, client_name,
       hour, kind, claims_hash, claims, first_at, last_at, count)
     SELECT account_id, authorization.id, client_number, client.name, ?, ?, ?, ?, ?, ?, ?
     FROM authorization JOIN client ON client.number = client_number
     WHERE authorization.id = ? AND environment = 'live'
     ON CONFLICT (authorization_id, hour, kind, claims_hash) DO UPDATE SET
       first_at = min(first_at, excluded.first_at),
       last_at = max(last_at, excluded.last_at),
       count = count + excluded.count`,
  );

  const notes = activityNotes(async (pending) =>
    write(() => {
      for (const { authorizationId, kind, hour, claims, firstAt, lastAt, count } of pending) {
        if (kind === 'read') read.run(lastAt, authorizationId, lastAt);
        const { text, hash } = claimsKey(claims);
        add.run(hour, kind, hash, text, firstAt, lastAt, count, authorizationId);
      }
    }),
  );

  return {
    store: {
      noteDataRead(authorizationId, at, claims) {
        notes.note({ authorizationId, kind: 'read', claims }, at);
      },
      noteAllowed(authorizationId, at, claims) {
        notes.note({ authorizationId, kind: 'allowed', claims }, at);
      },
    },
    notes,
  };
}
