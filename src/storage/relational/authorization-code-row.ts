import type { AuthorizationCode, CodeChallenge } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import {
  AUTHORIZATION_COLUMNS,
  authorizationFromRow,
  type AuthorizationRow,
} from './authorization-row.ts';
import type { Flag } from './schema.ts';

/** A code with its authorization, and the state of its account. */
export interface AuthorizationCodeRow extends AuthorizationRow {
  readonly redirect_uri: string;
  readonly code_challenge_method: CodeChallenge['method'] | null;
  readonly code_challenge: string | null;
  readonly expires_at: Instant;
  readonly redeemed_at: Instant | null;
  readonly is_active: Flag;
}

/** The columns of an `AuthorizationCodeRow`. */
export const AUTHORIZATION_CODE_COLUMNS = `${AUTHORIZATION_COLUMNS}, redirect_uri,
  code_challenge_method, code_challenge, expires_at, redeemed_at, account.is_active`;

export function authorizationCodeFromRow(row: AuthorizationCodeRow): AuthorizationCode {
  const { code_challenge_method: method, code_challenge: challenge } = row;
  return {
    authorization: authorizationFromRow(row),
    redirectUri: row.redirect_uri,
    codeChallenge: method === null || challenge === null ? null : { method, challenge },
    accountIsActive: row.is_active === 1,
    expiresAt: row.expires_at,
    redeemedAt: row.redeemed_at,
  };
}
