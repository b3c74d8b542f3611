import type { AuthorizationCode } from '../../domain/authorization.ts';
import type { ClientInEnvironment } from '../../domain/client.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import { belongsTo } from '../client-standing.ts';
import { type ErrorOutcome, errorOutcome } from '../oauth-error.ts';
import { verifiesCodeChallenge } from '../pkce.ts';
import { GRANTED_SCOPE } from '../scope.ts';
import { newTokens } from '../token-issuance.ts';
import type { GrantRequest } from '../token-request.ts';
import type { TokenDependencies, TokenOutcome } from './grant.ts';

type CodeRequest = Extract<GrantRequest, { grantType: 'authorization_code' }>;

/**
 * RFC 6749 §4.1.3: exchanges a code for tokens, once. A request that fails consumes nothing.
 * A code that was redeemed before ends its authorization: one of the two who hold it should not (§4.1.2).
 */
export async function redeemAuthorizationCode(
  request: CodeRequest,
  client: ClientInEnvironment,
  deps: TokenDependencies,
): Promise<TokenOutcome> {
  const codeHash = deps.hashSecret(request.code);
  const code = await deps.storage.findAuthorizationCode(codeHash);
  if (code === undefined) return errorOutcome('invalid_grant', 'code-unknown');
  if (!belongsTo(code.authorization, client)) {
    return errorOutcome('invalid_grant', 'code-of-another-client');
  }
  if (code.redeemedAt !== null) return endReplayed(code, deps);
  const over = whyOver(code, deps);
  if (over !== undefined) return errorOutcome('invalid_grant', over);

  const refusal =
    codeVerifierProblem(request.codeVerifier, code) ??
    redirectUriProblem(request.redirectUri, code, client);
  if (refusal !== undefined) return refusal;

  const { tokens, body } = newTokens({ access: GRANTED_SCOPE, refresh: GRANTED_SCOPE }, deps);
  const outcome = await deps.storage.redeemAuthorizationCode({ codeHash, tokens, at: deps.now });
  return outcome === 'redeemed' ? { type: 'tokens', body } : endReplayed(code, deps);
}

async function endReplayed(
  { authorization }: AuthorizationCode,
  deps: TokenDependencies,
): Promise<TokenOutcome> {
  await deps.storage.revokeAuthorization(authorization.id, deps.now);
  return errorOutcome('invalid_grant', 'code-replayed');
}

function whyOver(code: AuthorizationCode, { now }: TokenDependencies): FailureReason | undefined {
  if (code.expiresAt <= now) return 'code-expired';
  if (code.authorization.revokedAt !== null) return 'authorization-ended';
  return code.accountIsActive ? undefined : 'account-inactive';
}

/** RFC 7636 §4.6. A verifier nobody asked for is ignored, see docs/rfc-divergences.md. */
function codeVerifierProblem(
  codeVerifier: string | undefined,
  { codeChallenge }: AuthorizationCode,
): ErrorOutcome | undefined {
  if (codeChallenge === null) return undefined;
  if (codeVerifier === undefined) {
    return errorOutcome('invalid_request', 'pkce-verifier-missing', 'Code verifier required.');
  }
  return verifiesCodeChallenge(codeVerifier, codeChallenge)
    ? undefined
    : errorOutcome('invalid_grant', 'pkce-verifier-wrong');
}

/**
 * RFC 6749 §4.1.3: identical to the one of the authorization request. It may be left out if the client has
 * registered no other (wire contract §2.1).
 */
function redirectUriProblem(
  redirectUri: string | undefined,
  code: AuthorizationCode,
  client: ClientInEnvironment,
): ErrorOutcome | undefined {
  if (redirectUri === undefined && client.redirectUris.length > 1) {
    return errorOutcome('invalid_request', 'redirect-uri-missing', 'Missing redirect URI.');
  }
  return (redirectUri ?? client.redirectUris[0]) === code.redirectUri
    ? undefined
    : errorOutcome('invalid_request', 'redirect-uri-mismatch', 'Mismatching redirect URI.');
}
