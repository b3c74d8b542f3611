import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 7009. What descends from a revoked authorization is refused wherever it is read; it is removed later. */
export type RevocationStore = Pick<AuthorizationStore, 'revokeToken' | 'revokeAuthorization'>;

export function revocationStore({ prepare }: HotPath): RevocationStore {
  const revokeToken = prepare<object, [SecretHash, ClientNumber, Environment, Instant]>(
    'revoke-token',
    `WITH ended AS (
       DELETE FROM access_token USING "authorization" a
       WHERE hash = $1 AND a.id = authorization_id AND a.client_number = $2 AND a.environment = $3
         AND a.revoked_at IS NULL
       RETURNING a.id
     ), revoked AS (
       UPDATE "authorization" SET revoked_at = $4
       WHERE id = (SELECT authorization_id FROM refresh_token WHERE hash = $1)
         AND client_number = $2 AND environment = $3 AND revoked_at IS NULL
       RETURNING id
     )
     SELECT FROM ended UNION ALL SELECT FROM revoked`,
  );
  const revoke = prepare<never, [AuthorizationId, Instant]>(
    'revoke-authorization',
    'UPDATE "authorization" SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL',
  );

  return {
    async revokeToken({ tokenHash, clientNumber, environment, at }) {
      const ended = await revokeToken.run(tokenHash, clientNumber, environment, at);
      return ended > 0 ? 'revoked' : 'unknown';
    },

    async revokeAuthorization(id, at) {
      await revoke.run(id, at);
    },
  };
}
