import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { ClientNumber, ClientStatus } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { coalescedNotes, type CoalescedNotes } from '../coalesced-notes.ts';
import { accountFromRow, type AccountRow } from '../relational/account-row.ts';
import { claimsFromText, type JsonText, scopeFromText } from '../relational/json-text.ts';
import { JOIN_AUTHORIZATION } from './authorization-row.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 6750: what a bearer may read, and when it last did. */
export type AccessTokenStore = Pick<AuthorizationStore, 'findBearerAccess' | 'noteDataRead'>;

interface BearerRow extends AccountRow {
  readonly authorization_id: AuthorizationId;
  readonly expires_at: Instant;
  readonly scope: JsonText;
  readonly granted_claims: JsonText;
  readonly client_number: ClientNumber;
  readonly status: ClientStatus;
  readonly approved_claims: JsonText;
}

export function accessTokenStore({ reader, writer, write }: HotPath): {
  readonly store: AccessTokenStore;
  readonly notes: CoalescedNotes;
} {
  const find = prepare<BearerRow, [SecretHash]>(
    reader,
    `SELECT authorization_id, expires_at, scope, granted_claims,
       client.number AS client_number, client.status, client.approved_claims,
       account.id, account.username, account.profile, account.is_active, account.language
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
      return (
        row && {
          authorizationId: row.authorization_id,
          expiresAt: row.expires_at,
          scope: scopeFromText(row.scope),
          grantedClaims: claimsFromText(row.granted_claims),
          client: {
            number: row.client_number,
            status: row.status,
            approvedClaims: claimsFromText(row.approved_claims),
          },
          account: accountFromRow(row),
        }
      );
    },

    noteDataRead(authorizationId, at) {
      notes.note(authorizationId, at);
    },
  };
  return { store, notes };
}
