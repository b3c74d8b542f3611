import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { JOIN_AUTHORIZATION } from '../relational/authorization-row.ts';
import {
  REFRESH_TOKEN_COLUMNS,
  refreshTokenFromRow,
  type RefreshTokenRow,
} from '../relational/refresh-token-row.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';
import { AUTHORIZATION_IS_LIVE } from './live-authorization.ts';
import { storingTokenPairs } from './token-pair.ts';

/** RFC 6749 §6. */
export type RefreshTokenStore = Pick<AuthorizationStore, 'findRefreshToken' | 'rotateRefreshToken'>;

interface SpentRow {
  readonly authorization_id: AuthorizationId;
  readonly access_token_hash: SecretHash;
  readonly predecessor_hash: SecretHash | null;
}

export function refreshTokenStore({ reader, writer, write }: HotPath): RefreshTokenStore {
  const find = prepare<RefreshTokenRow, [SecretHash]>(
    reader,
    `SELECT ${REFRESH_TOKEN_COLUMNS}
     FROM refresh_token ${JOIN_AUTHORIZATION}
     WHERE hash = ?`,
  );
  const spend = prepare<SpentRow, [Instant, Uint8Array, SecretHash]>(
    writer,
    `UPDATE refresh_token SET rotated_at = ?, sealed_answer = ?
     WHERE hash = ? AND rotated_at IS NULL AND ${AUTHORIZATION_IS_LIVE}
     RETURNING authorization_id, access_token_hash, predecessor_hash`,
  );
  const ofLiveAuthorization = prepare<{ authorization_id: AuthorizationId }, [SecretHash]>(
    writer,
    `SELECT authorization_id FROM refresh_token WHERE hash = ? AND ${AUTHORIZATION_IS_LIVE}`,
  );
  const endAccessToken = prepare<never, [SecretHash]>(
    writer,
    'DELETE FROM access_token WHERE hash = ?',
  );
  const forgetSealedAnswer = prepare<never, [SecretHash]>(
    writer,
    'UPDATE refresh_token SET sealed_answer = NULL WHERE hash = ?',
  );
  const storeTokenPair = storingTokenPairs(writer);

  return {
    async findRefreshToken(hash) {
      const row = find.get(hash);
      return row && refreshTokenFromRow(row);
    },

    async rotateRefreshToken({ refreshTokenHash, tokens, sealedAnswer, at }) {
      return write(() => {
        const spent = spend.get(at, sealedAnswer, refreshTokenHash);
        if (spent === undefined) {
          return ofLiveAuthorization.get(refreshTokenHash) ? 'already-rotated' : 'revoked';
        }
        endAccessToken.run(spent.access_token_hash);
        if (spent.predecessor_hash !== null) forgetSealedAnswer.run(spent.predecessor_hash);
        storeTokenPair(tokens, {
          authorizationId: spent.authorization_id,
          predecessor: refreshTokenHash,
          at,
        });
        return 'rotated';
      });
    },
  };
}
