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
import type { HotPath } from './hot-path.ts';
import { lockingLiveAuthorization } from './live-authorization.ts';
import { storingTokenPair, type TokenPairParameters, tokenPairParameters } from './token-pair.ts';

/** RFC 6749 §4.1. */
export type AuthorizationCodeStore = Pick<
  AuthorizationStore,
  'issueAuthorizationCode' | 'findAuthorizationCode' | 'redeemAuthorizationCode'
>;

export function authorizationCodeStore({ prepare }: HotPath): AuthorizationCodeStore {
  // The lock lets the deletion of the client wait, so that it misses no authorization.
  const issue = prepare<
    { authorization_id: AuthorizationId },
    [
      ...[ClientNumber, Environment, AccountId, JsonText, Instant],
      ...[SecretHash, string, string | null, string | null, Instant],
    ]
  >(
    'issue-authorization-code',
    `WITH existing AS (
       SELECT number FROM client WHERE number = $1 FOR KEY SHARE
     ), stored AS (
       INSERT INTO "authorization" (client_number, environment, account_id, granted_claims, created_at)
       SELECT number, $2::text, $3::bigint, $4::text, $5::bigint FROM existing RETURNING id
     )
     INSERT INTO authorization_code
       (hash, authorization_id, redirect_uri, code_challenge_method, code_challenge, expires_at)
     SELECT $6::bytea, id, $7::text, $8::text, $9::text, $10::bigint FROM stored
     RETURNING authorization_id`,
  );
  const find = prepare<AuthorizationCodeRow, [SecretHash]>(
    'find-authorization-code',
    `SELECT ${AUTHORIZATION_CODE_COLUMNS}
     FROM authorization_code ${JOIN_AUTHORIZATION}
     WHERE hash = $1`,
  );
  const redeem = prepare<object, [SecretHash, Instant, ...TokenPairParameters]>(
    'redeem-authorization-code',
    `${lockingLiveAuthorization('authorization_code')}, spent AS (
       UPDATE authorization_code SET redeemed_at = $2 FROM live
       WHERE hash = $1 AND authorization_id = live.id AND redeemed_at IS NULL
       RETURNING authorization_id
     ), ${storingTokenPair('NULL')}
     SELECT FROM spent`,
  );

  return {
    async issueAuthorizationCode({ code, ...granted }) {
      const { clientNumber, environment, accountId, grantedClaims, createdAt } = granted;
      const { hash, redirectUri, codeChallenge, expiresAt } = code;
      const issued = await issue.get(
        clientNumber,
        environment,
        accountId,
        JSON.stringify(grantedClaims),
        createdAt,
        hash,
        redirectUri,
        codeChallenge?.method ?? null,
        codeChallenge?.challenge ?? null,
        expiresAt,
      );
      if (issued === undefined) throw new Error(`There is no client ${clientNumber}.`);
      return issued.authorization_id;
    },

    async findAuthorizationCode(hash) {
      const row = await find.get(hash);
      return row && authorizationCodeFromRow(row);
    },

    async redeemAuthorizationCode({ codeHash, tokens, at }) {
      const spent = await redeem.run(codeHash, at, ...tokenPairParameters(tokens));
      return spent === 0 ? 'already-redeemed' : 'redeemed';
    },
  };
}
