import type { FailureReason } from '../domain/failure-reason.ts';
import { spacedJson } from './spaced-json.ts';

/** RFC 6749 §5.2, of which RFC 7009 §2.2.1 makes use too. */
export const TOKEN_ERROR_CODES = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
] as const;
export type TokenErrorCode = (typeof TOKEN_ERROR_CODES)[number];

/** An error of the token and the revocation endpoint. */
export interface TokenError {
  readonly code: TokenErrorCode;
  /** Told to the client's developer; never anything internal. */
  readonly description?: string;
}

export interface ErrorOutcome {
  readonly type: 'error';
  /** What the client is told. */
  readonly error: TokenError;
  /** What its team may see; never part of the answer. */
  readonly reason: FailureReason;
}

export function errorOutcome(
  code: TokenErrorCode,
  reason: FailureReason,
  description?: string,
): ErrorOutcome {
  const error = description === undefined ? { code } : { code, description };
  return { type: 'error', error, reason };
}

/** The status follows from the code, never the other way round. */
const STATUS: Readonly<Record<TokenErrorCode, 400 | 401>> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  invalid_scope: 400,
};

/** The HTTP status of an error (RFC 6749 §5.2). */
export function statusOf(code: TokenErrorCode): 400 | 401 {
  return STATUS[code];
}

/** The body of an error: `{"error": "…", "error_description": "…"}`, spaced as in the wire contract §2.2. */
export function tokenErrorBody({ code, description }: TokenError): string {
  return spacedJson({
    error: code,
    ...(description === undefined ? {} : { error_description: description }),
  });
}
