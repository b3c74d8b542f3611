import type { AccountId } from '../../domain/account.ts';
import type { AuthorizationId, AuthorizationStore } from '../../domain/authorization.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import {
  AUTHORIZATION_CODE_COLUMNS,
  authorizationCodeFromRow,
  type AuthorizationCodeRow,
} from '../relational/authorization-code-row.ts';
import { JOIN_AUTHORIZATION } from '../relational/authorization-row.ts';
import type { JsonText } from '../relational/json-text.ts';
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';
import { AUTHORIZATION_IS_LIVE } from './live-authorization.ts';
import { storingTokenPairs } from './token-pair.ts';

/** RFC 6749 §4.1. */
export type AuthorizationCodeStore = Pick<
  AuthorizationStore,
  'issueAuthorizationCode' | 'findAuthorizationCode' | 'redeemAuthorizationCode'
>;

export function authorizationCodeStore({ reader, writer, write }: HotPath): AuthorizationCodeStore {
  const insertAuthorization = prepare<
    { id: AuthorizationId },
    [Environment, AccountId, JsonText, Instant, ClientNumber]
  >(
    writer,
    `INSERT INTO authorization (client_number, environment, account_id, granted_claims, created_at)
     SELECT number, ?, ?, ?, ? FROM client WHERE number = ? RETURNING id`,
  );
  const insertCode = prepare<
    never,
    [SecretHash, AuthorizationId, string, string | null, string | null, Instant]
  >(
    writer,
    `INSERT INTO authorization_code
       (hash, authorization_id, redirect_uri, code_challenge_method, code_challenge, expires_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const find = prepare<AuthorizationCodeRow, [SecretHash]>(
    reader,
    `SELECT ${AUTHORIZATION_CODE_COLUMNS}
     FROM authorization_code ${JOIN_AUTHORIZATION}
     WHERE hash = ?`,
  );
  const redeem = prepare<{ authorization_id: AuthorizationId }, [Instant, SecretHash]>(
    writer,
    `UPDATE authorization_code SET redeemed_at = ?
     WHERE hash = ? AND redeemed_at IS NULL AND ${AUTHORIZATION_IS_LIVE}
     RETURNING authorization_id`,
  );
  const storeTokenPair = storingTokenPairs(writer);

  return {
    async issueAuthorizationCode({ code, ...granted }) {
      const { clientNumber, environment, accountId, createdAt } = granted;
      const { hash, redirectUri, codeChallenge, expiresAt } = code;
      const method = codeChallenge?.method ?? null;
      const challenge = codeChallenge?.challenge ?? null;
      const claims = JSON.stringify(granted.grantedClaims);
      return write(() => {
        const stored = insertAuthorization.get(
          ...([environment, accountId, claims, createdAt, clientNumber] as const),
        );
        if (stored === undefined) throw new Error(`There is no client ${clientNumber}.`);
        insertCode.run(hash, stored.id, redirectUri, method, challenge, expiresAt);
        return stored.id;
      });
    },

    async findAuthorizationCode(hash) {
      const row = find.get(hash);
      return row && authorizationCodeFromRow(row);
    },

    async redeemAuthorizationCode({ codeHash, tokens, at }) {
      return write(() => {
        const redeemed = redeem.get(at, codeHash);
        if (redeemed === undefined) return 'already-redeemed';
        storeTokenPair(tokens, {
          authorizationId: redeemed.authorization_id,
          predecessor: null,
          at,
        });
        return 'redeemed';
      });
    },
  };
}
