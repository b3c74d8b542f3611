import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { coalescedNotes, type CoalescedNotes } from '../coalesced-notes.ts';
import { JOIN_AUTHORIZATION } from '../relational/authorization-row.ts';
import {
  BEARER_ACCESS_COLUMNS,
  bearerAccessFromRow,
  type BearerAccessRow,
} from '../relational/bearer-access-row.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 6750: what a bearer may read, and when it last did. */
export type AccessTokenStore = Pick<AuthorizationStore, 'findBearerAccess' | 'noteDataRead'>;

export function accessTokenStore({ prepare }: HotPath): {
  readonly store: AccessTokenStore;
  readonly notes: CoalescedNotes;
} {
  const find = prepare<BearerAccessRow, [SecretHash]>(
    'find-bearer-access',
    `SELECT ${BEARER_ACCESS_COLUMNS}
     FROM access_token ${JOIN_AUTHORIZATION}
     WHERE access_token.hash = $1 AND revoked_at IS NULL`,
  );
  // Locked in order, so that two processes storing their notes do not wait for each other.
  const read = prepare<never, [readonly AuthorizationId[], readonly Instant[]]>(
    'note-data-read',
    `WITH noted AS (
       SELECT a.id, note.at
       FROM unnest($1::bigint[], $2::bigint[]) AS note (id, at)
         JOIN "authorization" a ON a.id = note.id
       WHERE a.last_read_at IS NULL OR a.last_read_at < note.at
       ORDER BY a.id FOR NO KEY UPDATE OF a
     )
     UPDATE "authorization" a SET last_read_at = noted.at FROM noted WHERE a.id = noted.id`,
  );

  const notes = coalescedNotes(async (latest) => {
    await read.run([...latest.keys()], [...latest.values()]);
  });

  const store: AccessTokenStore = {
    async findBearerAccess(accessTokenHash) {
      const row = await find.get(accessTokenHash);
      return row && bearerAccessFromRow(row);
    },

    noteDataRead(authorizationId, at) {
      notes.note(authorizationId, at);
    },
  };
  return { store, notes };
}
