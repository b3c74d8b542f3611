import type { AccountId } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import type { TokenLifetimes } from './lifetimes.ts';
import { codeLocation, type RedirectLocation } from './redirect-location.ts';

/** Wire contract §5: 178 random bits, RFC 6749 §10.10 asks for 128. */
const CODE_LENGTH = 30;

export interface AuthorizationResponseDependencies {
  readonly storage: Pick<Storage, 'issueAuthorizationCode' | 'noteAllowed'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly lifetimes: Pick<TokenLifetimes, 'authorizationCode'>;
}

/**
 * Stores what was granted with a new code, and answers where the browser takes the code to (RFC 6749 §4.1.2).
 * The code is bound to client, account, redirect URI and code challenge; only its hash is stored.
 */
export async function issueAuthorizationCode(
  granted: {
    readonly request: AuthorizationRequest;
    readonly accountId: AccountId;
    readonly grantedClaims: readonly ClaimCode[];
  },
  deps: AuthorizationResponseDependencies,
): Promise<RedirectLocation> {
  const { request, accountId, grantedClaims } = granted;
  const code = randomAlphanumeric(deps.random, CODE_LENGTH);
  const authorizationId = await deps.storage.issueAuthorizationCode({
    clientNumber: request.client.number,
    environment: request.client.environment,
    accountId,
    grantedClaims,
    createdAt: deps.now,
    code: {
      hash: deps.hashSecret(code),
      redirectUri: request.redirectUri,
      codeChallenge: request.codeChallenge,
      expiresAt: addSeconds(deps.now, deps.lifetimes.authorizationCode),
    },
  });
  deps.storage.noteAllowed(authorizationId, deps.now, grantedClaims);
  return codeLocation(request.redirectUri, { code, state: request.state });
}
