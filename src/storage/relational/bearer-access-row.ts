import type { AuthorizationId, BearerAccess } from '../../domain/authorization.ts';
import type { ClientStatus } from '../../domain/client-lifecycle.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import {
  ACCOUNT_COLUMNS,
  accountFromRow,
  type AccountRow,
  syntheticPersonFromRow,
} from './account-row.ts';
import { claimsFromText, type JsonText, scopeFromText } from './json-text.ts';

/** An access token with its authorization, client and account. */
export interface BearerAccessRow extends AccountRow {
  readonly authorization_id: AuthorizationId;
  readonly expires_at: Instant;
  readonly scope: JsonText;
  readonly granted_claims: JsonText;
  readonly client_number: ClientNumber;
  readonly status: ClientStatus;
  readonly grantable_claims: JsonText;
}

/** The columns of a `BearerAccessRow`. */
export const BEARER_ACCESS_COLUMNS = `authorization_id, expires_at, scope, granted_claims,
  client.number AS client_number, client.status,
  CASE "authorization".environment
    WHEN 'live' THEN client.approved_claims ELSE client.requested_claims
  END AS grantable_claims,
  ${ACCOUNT_COLUMNS.join(', ')}`;

export function bearerAccessFromRow(row: BearerAccessRow): BearerAccess {
  return {
    authorizationId: row.authorization_id,
    expiresAt: row.expires_at,
    scope: scopeFromText(row.scope),
    grantedClaims: claimsFromText(row.granted_claims),
    client: {
      number: row.client_number,
      environment: row.environment,
      status: row.status,
      grantableClaims: claimsFromText(row.grantable_claims),
    },
    account: row.environment === 'live' ? accountFromRow(row) : syntheticPersonFromRow(row),
  };
}
