import type { NewTokenPair } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { JsonText } from '../relational/json-text.ts';

/** Parameters $3 to $7 of a statement that stores a pair. */
export type TokenPairParameters = [
  accessTokenHash: SecretHash,
  accessTokenScope: JsonText,
  accessTokenExpiresAt: Instant,
  refreshTokenHash: SecretHash,
  refreshTokenScope: JsonText,
];

export function tokenPairParameters(tokens: NewTokenPair): TokenPairParameters {
  return [
    tokens.accessTokenHash,
    JSON.stringify(tokens.accessTokenScope),
    tokens.accessTokenExpiresAt,
    tokens.refreshTokenHash,
    JSON.stringify(tokens.refreshTokenScope),
  ];
}

/**
 * The part of a statement that stores a pair, if `spent` has a row: what the pair was exchanged for. $2 is when.
 * @param predecessor the refresh token it was exchanged for, if it was one
 */
export function storingTokenPair(predecessor: '$1::bytea' | 'NULL'): string {
  return `stored_access_token AS (
    INSERT INTO access_token (hash, authorization_id, scope, expires_at)
    SELECT $3::bytea, authorization_id, $4::text, $5::bigint FROM spent
  ), stored_refresh_token AS (
    INSERT INTO refresh_token
      (hash, authorization_id, scope, access_token_hash, predecessor_hash, issued_at)
    SELECT $6::bytea, authorization_id, $7::text, $3::bytea, ${predecessor}, $2::bigint FROM spent
  )`;
}
