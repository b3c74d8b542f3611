import type { AppActivityStore } from '../../domain/app-activity.ts';
import type { AuthorizationId } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import { activityNotes, type ActivityNotes, claimsKey } from '../activity-notes.ts';
import type { HotPath } from './hot-path.ts';

/** What apps do, counted beside the answers they get. */
export function appActivityNotes({ prepare }: HotPath): {
  readonly store: Pick<AppActivityStore, 'noteDataRead' | 'noteAllowed'>;
  readonly notes: ActivityNotes;
} {
  // Locked in order, so that two processes storing their notes do not wait for each other.
  const read = prepare<never, [readonly AuthorizationId[], readonly Instant[]]>(
    'note-data-read',
    `WITH noted AS (
       SELECT a.id, note.at
       FROM (SELECT id, max(at) AS at FROM unnest($1::bigint[], $2::bigint[]) AS noted (id, at)
             GROUP BY id) AS note
         JOIN "authorization" a ON a.id = note.id
       WHERE a.last_read_at IS NULL OR a.last_read_at < note.at
       ORDER BY a.id FOR NO KEY UPDATE OF a
     )
     UPDATE "authorization" a SET last_read_at = noted.at FROM noted WHERE a.id = noted.id`,
  );
  type Columns = readonly [
    ids: readonly AuthorizationId[],
    hours: readonly number[],
    kinds: readonly string[],
    hashes: readonly string[],
    claims: readonly string[],
    firsts: readonly Instant[],
    lasts: readonly Instant[],
    counts: readonly number[],
  ];
  const add = prepare<never, Columns>(
    'add-app-activity',
    `INSERT INTO app_activity AS known (account_id, authorization_id, client_number, client_name,
       hour, kind, claims_hash, claims, first_at, last_at, count)
     SELECT a.account_id, a.id, a.client_number, client.name,
       note.hour, note.kind, decode(note.hash, 'hex'), note.claims,
       note.first_at, note.last_at, note.count
     FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[],
         $6::bigint[], $7::bigint[], $8::bigint[])
         AS note (id, hour, kind, hash, claims, first_at, last_at, count)
       JOIN "authorization" a ON a.id = note.id AND a.environment = 'live'
       JOIN client ON client.number = a.client_number
     ORDER BY a.id, note.hour, note.kind, note.hash
     ON CONFLICT (authorization_id, hour, kind, claims_hash) DO UPDATE SET
       first_at = least(known.first_at, excluded.first_at),
       last_at = greatest(known.last_at, excluded.last_at),
       count = known.count + excluded.count`,
  );

  const notes = activityNotes(async (pending) => {
    const reads = pending.filter(({ kind }) => kind === 'read');
    if (reads.length > 0) {
      await read.run(
        reads.map(({ authorizationId }) => authorizationId),
        reads.map(({ lastAt }) => lastAt),
      );
    }
    const keys = pending.map(({ claims }) => claimsKey(claims));
    await add.run(
      pending.map(({ authorizationId }) => authorizationId),
      pending.map(({ hour }) => hour),
      pending.map(({ kind }) => kind),
      keys.map(({ hash }) => Buffer.from(hash).toString('hex')),
      keys.map(({ text }) => text),
      pending.map(({ firstAt }) => firstAt),
      pending.map(({ lastAt }) => lastAt),
      pending.map(({ count }) => count),
    );
  });

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
