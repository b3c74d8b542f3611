import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 7009. What descends from a revoked authorization is refused wherever it is read; it is removed later. */
export type RevocationStore = Pick<AuthorizationStore, 'revokeToken' | 'revokeAuthorization'>;

export function revocationStore({ writer, write }: HotPath): RevocationStore {
  const endAccessToken = prepare<never, [SecretHash, ClientNumber, Environment]>(
    writer,
    `DELETE FROM access_token WHERE hash = ? AND EXISTS (
       SELECT 1 FROM authorization
       WHERE authorization.id = authorization_id AND client_number = ? AND environment = ?
         AND revoked_at IS NULL)`,
  );
  const revokeByRefreshToken = prepare<never, [Instant, SecretHash, ClientNumber, Environment]>(
    writer,
    `UPDATE authorization SET revoked_at = ?
     WHERE id = (SELECT authorization_id FROM refresh_token WHERE hash = ?)
       AND client_number = ? AND environment = ? AND revoked_at IS NULL`,
  );
  const revoke = prepare<never, [Instant, AuthorizationId]>(
    writer,
    'UPDATE authorization SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL',
  );

  return {
    async revokeToken({ tokenHash, clientNumber, environment, at }) {
      return write(() => {
        const ended =
          endAccessToken.run(tokenHash, clientNumber, environment) +
          revokeByRefreshToken.run(at, tokenHash, clientNumber, environment);
        return ended > 0 ? 'revoked' : 'unknown';
      });
    },

    async revokeAuthorization(id, at) {
      await write(() => revoke.run(at, id));
    },
  };
}
