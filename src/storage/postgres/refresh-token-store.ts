import type { AuthorizationStore } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { JOIN_AUTHORIZATION } from '../relational/authorization-row.ts';
import {
  REFRESH_TOKEN_COLUMNS,
  refreshTokenFromRow,
  type RefreshTokenRow,
} from '../relational/refresh-token-row.ts';
import type { HotPath } from './hot-path.ts';
import { lockingLiveAuthorization } from './live-authorization.ts';
import { storingTokenPair, type TokenPairParameters, tokenPairParameters } from './token-pair.ts';

/** RFC 6749 §6. */
export type RefreshTokenStore = Pick<AuthorizationStore, 'findRefreshToken' | 'rotateRefreshToken'>;

export function refreshTokenStore({ prepare }: HotPath): RefreshTokenStore {
  const find = prepare<RefreshTokenRow, [SecretHash]>(
    'find-refresh-token',
    `SELECT ${REFRESH_TOKEN_COLUMNS}
     FROM refresh_token ${JOIN_AUTHORIZATION}
     WHERE hash = $1`,
  );
  const rotate = prepare<
    { readonly is_live: boolean; readonly is_spent: boolean },
    [SecretHash, Instant, ...TokenPairParameters, Uint8Array]
  >(
    'rotate-refresh-token',
    `${lockingLiveAuthorization('refresh_token')}, spent AS (
       UPDATE refresh_token SET rotated_at = $2, sealed_answer = $8 FROM live
       WHERE hash = $1 AND authorization_id = live.id AND rotated_at IS NULL
       RETURNING authorization_id, access_token_hash, predecessor_hash
     ), ended AS (
       DELETE FROM access_token USING spent WHERE access_token.hash = spent.access_token_hash
     ), forgotten AS (
       UPDATE refresh_token SET sealed_answer = NULL FROM spent
       WHERE refresh_token.hash = spent.predecessor_hash
     ), ${storingTokenPair('$1::bytea')}
     SELECT EXISTS (SELECT FROM live) AS is_live, EXISTS (SELECT FROM spent) AS is_spent`,
  );

  return {
    async findRefreshToken(hash) {
      const row = await find.get(hash);
      return row && refreshTokenFromRow(row);
    },

    async rotateRefreshToken({ refreshTokenHash, tokens, sealedAnswer, at }) {
      const pair = tokenPairParameters(tokens);
      const outcome = await rotate.get(refreshTokenHash, at, ...pair, sealedAnswer);
      if (outcome?.is_spent === true) return 'rotated';
      return outcome?.is_live === true ? 'already-rotated' : 'revoked';
    },
  };
}
