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
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 6750: what a bearer may read, and when it last did. */
export type AccessTokenStore = Pick<AuthorizationStore, 'findBearerAccess' | 'noteDataRead'>;

export function accessTokenStore({ reader, writer, write }: HotPath): {
  readonly store: AccessTokenStore;
  readonly notes: CoalescedNotes;
} {
  const find = prepare<BearerAccessRow, [SecretHash]>(
    reader,
    `SELECT ${BEARER_ACCESS_COLUMNS}
     FROM access_token ${JOIN_AUTHORIZATION}
     WHERE access_token.hash = ? AND revoked_at IS NULL`,
  );
  const read = prepare<never, [Instant, AuthorizationId, Instant]>(
    writer,
    `UPDATE authorization SET last_read_at = ?
     WHERE id = ? AND (last_read_at IS NULL OR last_read_at < ?)`,
  );

  const notes = coalescedNotes(async (latest) =>
    write(() => {
      for (const [id, at] of latest) read.run(at, id, at);
    }),
  );

  const store: AccessTokenStore = {
    async findBearerAccess(accessTokenHash) {
      const row = find.get(accessTokenHash);
      return row && bearerAccessFromRow(row);
    },

    noteDataRead(authorizationId, at) {
      notes.note(authorizationId, at);
    },
  };
  return { store, notes };
}
