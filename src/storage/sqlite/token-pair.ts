import type { DatabaseSync } from 'node:sqlite';
import type { AuthorizationId, NewTokenPair } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { JsonText } from '../relational/json-text.ts';
import { prepare } from './connection.ts';

/** Where a pair comes from. */
interface TokenPairOrigin {
  readonly authorizationId: AuthorizationId;
  /** The refresh token it was exchanged for; null: a code. */
  readonly predecessor: SecretHash | null;
  readonly at: Instant;
}

/** Stores a pair; for use inside of a write. */
export type StoreTokenPair = (tokens: NewTokenPair, origin: TokenPairOrigin) => void;

export function storingTokenPairs(writer: DatabaseSync): StoreTokenPair {
  const insertAccessToken = prepare<never, [SecretHash, AuthorizationId, JsonText, Instant]>(
    writer,
    'INSERT INTO access_token (hash, authorization_id, scope, expires_at) VALUES (?, ?, ?, ?)',
  );
  const insertRefreshToken = prepare<
    never,
    [SecretHash, AuthorizationId, JsonText, SecretHash, SecretHash | null, Instant]
  >(
    writer,
    `INSERT INTO refresh_token
       (hash, authorization_id, scope, access_token_hash, predecessor_hash, issued_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  return (tokens, { authorizationId, predecessor, at }) => {
    const { accessTokenHash, accessTokenExpiresAt, refreshTokenHash } = tokens;
    const accessScope = JSON.stringify(tokens.accessTokenScope);
    const scope = JSON.stringify(tokens.refreshTokenScope);
    insertAccessToken.run(accessTokenHash, authorizationId, accessScope, accessTokenExpiresAt);
    insertRefreshToken.run(
      refreshTokenHash,
      authorizationId,
      scope,
      accessTokenHash,
      predecessor,
      at,
    );
  };
}
