import { createHash } from 'node:crypto';
import type { AccountId } from '../../src/domain/account.ts';
import type { AuthorizationId, NewTokenPair } from '../../src/domain/authorization.ts';
import type { ClientNumber } from '../../src/domain/client.ts';
import { addSeconds, type Instant } from '../../src/domain/clock.ts';
import type { Environment } from '../../src/domain/environment.ts';
import type { SecretHash } from '../../src/domain/secret-hash.ts';
import type { Storage } from '../../src/domain/storage.ts';
import type { Ledger } from './ledger.ts';
import { LIFETIMES } from './volumes.ts';

/** As large as the one that the token endpoint seals: an answer of 140 characters, a nonce and a tag. */
const SEALED_ANSWER = new Uint8Array(168).fill(7);

/** What an app holds of a person. */
export interface HeldTokens {
  readonly authorizationId: AuthorizationId;
  readonly accountId: AccountId;
  readonly clientNumber: ClientNumber;
  accessToken: SecretHash;
  refreshToken: SecretHash;
  expiresAt: Instant;
}

interface Asking {
  readonly accountId: AccountId;
  readonly clientNumber: ClientNumber;
  readonly environment: Environment;
  readonly at: Instant;
  readonly isLost?: boolean;
}

/** The part of the protocol that leaves something in the database. */
export interface TokenProtocol {
  newHash(): SecretHash;
  /** A code flow from the consent to the tokens; undefined: the code was lost. */
  authorize(asking: Asking): Promise<HeldTokens | undefined>;
  /** @returns whether the app may go on; if not it forgets what it holds */
  refresh(held: HeldTokens, at: Instant): Promise<boolean>;
}

export const CLAIMS = ['person.full_name', 'student.branch.name'] as const;

export function tokenProtocol(storage: Storage, made: Ledger): TokenProtocol {
  let secrets = 0;
  function newHash(): SecretHash {
    secrets += 1;
    return new Uint8Array(createHash('sha256').update(`${secrets}`).digest()) as SecretHash;
  }

  function newPair(at: Instant): NewTokenPair {
    made.count('access-token', at);
    return {
      accessTokenHash: newHash(),
      accessTokenExpiresAt: addSeconds(at, LIFETIMES.accessToken),
      accessTokenScope: ['read', 'write'],
      refreshTokenHash: newHash(),
      refreshTokenScope: ['read', 'write'],
    };
  }

  return {
    newHash,

    async authorize({ accountId, clientNumber, environment, at, isLost = false }) {
      const hash = newHash();
      made.countAuthorization(`${accountId} ${clientNumber}`, at);
      const authorizationId = await storage.issueAuthorizationCode({
        clientNumber,
        environment,
        accountId,
        grantedClaims: CLAIMS,
        createdAt: at,
        code: {
          hash,
          redirectUri: `https://app-${clientNumber}.campus.example/callback`,
          codeChallenge: null,
          expiresAt: addSeconds(at, LIFETIMES.code),
        },
      });
      if (isLost) return undefined;
      const tokens = newPair(at);
      await storage.redeemAuthorizationCode({ codeHash: hash, tokens, at });
      return {
        authorizationId,
        accountId,
        clientNumber,
        accessToken: tokens.accessTokenHash,
        refreshToken: tokens.refreshTokenHash,
        expiresAt: tokens.accessTokenExpiresAt,
      };
    },

    async refresh(held, at) {
      const tokens = newPair(at);
      made.count('rotation', at);
      const outcome = await storage.rotateRefreshToken({
        refreshTokenHash: held.refreshToken,
        tokens,
        sealedAnswer: SEALED_ANSWER,
        at,
      });
      if (outcome !== 'rotated') return false;
      held.accessToken = tokens.accessTokenHash;
      held.refreshToken = tokens.refreshTokenHash;
      held.expiresAt = tokens.accessTokenExpiresAt;
      return true;
    },
  };
}
