import type { AuthorizationStore } from '../../domain/authorization.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import { JOIN_AUTHORIZATION } from '../relational/authorization-row.ts';
import {
  BEARER_ACCESS_COLUMNS,
  bearerAccessFromRow,
  type BearerAccessRow,
} from '../relational/bearer-access-row.ts';
import type { HotPath } from './hot-path.ts';

/** RFC 6750: what a bearer may read. */
export type AccessTokenStore = Pick<AuthorizationStore, 'findBearerAccess'>;

export function accessTokenStore({ prepare }: HotPath): AccessTokenStore {
  const find = prepare<BearerAccessRow, [SecretHash]>(
    'find-bearer-access',
    `SELECT ${BEARER_ACCESS_COLUMNS}
     FROM access_token ${JOIN_AUTHORIZATION}
     WHERE access_token.hash = $1 AND revoked_at IS NULL`,
  );
  return {
    async findBearerAccess(accessTokenHash) {
      const row = await find.get(accessTokenHash);
      return row && bearerAccessFromRow(row);
    },
  };
}
