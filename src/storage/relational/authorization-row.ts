import type { AccountId } from '../../domain/account.ts';
import type { Authorization, AuthorizationId } from '../../domain/authorization.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import { claimsFromText, type JsonText } from './json-text.ts';

/** An authorization as the parent of a code or token. */
export interface AuthorizationRow {
  readonly authorization_id: AuthorizationId;
  readonly client_number: ClientNumber;
  readonly environment: Environment;
  readonly account_id: AccountId;
  readonly granted_claims: JsonText;
  readonly created_at: Instant;
  readonly revoked_at: Instant | null;
}

/** The columns of an `AuthorizationRow`. The table is quoted, because its name is a word of SQL. */
export const AUTHORIZATION_COLUMNS = `"authorization".id AS authorization_id,
  "authorization".client_number, "authorization".environment, "authorization".account_id,
  "authorization".granted_claims, "authorization".created_at, "authorization".revoked_at`;

/**
 * Joins a code or token with its authorization, which has a client unless that was deleted. That the account is of
 * the authorization's environment is known already, and said once more.
 */
export const JOIN_AUTHORIZATION = `
  JOIN "authorization" ON "authorization".id = authorization_id
  JOIN client ON client.number = "authorization".client_number
  JOIN account ON account.id = "authorization".account_id
    AND account.environment = "authorization".environment`;

export function authorizationFromRow(row: AuthorizationRow): Authorization {
  return {
    id: row.authorization_id,
    clientNumber: row.client_number,
    environment: row.environment,
    accountId: row.account_id,
    grantedClaims: claimsFromText(row.granted_claims),
    createdAt: row.created_at,
    revokedAt: row.revoked_at,
  };
}
