import type { RefreshToken } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import {
  AUTHORIZATION_COLUMNS,
  authorizationFromRow,
  type AuthorizationRow,
} from './authorization-row.ts';
import { type JsonText, scopeFromText } from './json-text.ts';
import type { Flag } from './schema.ts';

/** A refresh token with its authorization, and the state of its account. */
export interface RefreshTokenRow extends AuthorizationRow {
  readonly scope: JsonText;
  readonly is_active: Flag;
  readonly issued_at: Instant | null;
  readonly rotated_at: Instant | null;
  readonly sealed_answer: Uint8Array | null;
}

/** The columns of a `RefreshTokenRow`. */
export const REFRESH_TOKEN_COLUMNS = `${AUTHORIZATION_COLUMNS}, scope, account.is_active,
  issued_at, rotated_at, sealed_answer`;

export function refreshTokenFromRow(row: RefreshTokenRow): RefreshToken {
  const { rotated_at: rotatedAt, sealed_answer: sealedAnswer } = row;
  return {
    authorization: authorizationFromRow(row),
    scope: scopeFromText(row.scope),
    accountIsActive: row.is_active === 1,
    issuedAt: row.issued_at,
    rotation: rotatedAt === null ? null : { rotatedAt, sealedAnswer },
  };
}
