import type { ClientInEnvironment } from '../domain/client.ts';
import type { Environment } from '../domain/environment.ts';
import { authenticateClient, namedClient } from './client-authentication.ts';
import { mayAct, standingReason } from './client-standing.ts';
import { redeemAuthorizationCode } from './grants/authorization-code.ts';
import { refresh } from './grants/refresh-token.ts';
import type { TokenDependencies, TokenOutcome } from './grants/grant.ts';
import { errorOutcome } from './oauth-error.ts';
import { type GrantRequest, parseGrantRequest, type TokenRequest } from './token-request.ts';

export type { TokenDependencies, TokenOutcome } from './grants/grant.ts';

export interface AnsweredTokenRequest {
  readonly outcome: TokenOutcome;
  /** Whom it named, with the right credentials or not. */
  readonly client: ClientInEnvironment | undefined;
}

/**
 * RFC 6749 §3.2. The steps every grant shares, so that none can forget one:
 * 1. read what is asked for, 2. authenticate the client, 3. see that it may act, 4. the grant.
 */
export async function answerTokenRequest(
  tokenRequest: TokenRequest,
  deps: TokenDependencies,
): Promise<AnsweredTokenRequest> {
  const parsed = parseGrantRequest(tokenRequest.parameters);
  if (parsed.type === 'error') {
    return { outcome: parsed, client: await namedClient(tokenRequest, deps) };
  }

  const authentication = await authenticateClient(tokenRequest, deps);
  if (authentication.type === 'refused') {
    const { reason, named } = authentication;
    return { outcome: errorOutcome('invalid_client', reason), client: named };
  }
  const { client } = authentication;
  return { outcome: await answerGrant(parsed.request, client, deps), client };
}

async function answerGrant(
  request: GrantRequest,
  client: ClientInEnvironment,
  deps: TokenDependencies,
): Promise<TokenOutcome> {
  // Its credentials are right, so not invalid_client: what is over is what it was granted,
  // and existing clients answer invalid_grant by signing the person in again.
  if (!mayAct(client, deps)) {
    const reason = standingReason(client, deps);
    return errorOutcome('invalid_grant', reason, REFUSAL[client.environment]);
  }

  switch (request.grantType) {
    case 'authorization_code':
      return redeemAuthorizationCode(request, client, deps);
    case 'refresh_token':
      return refresh(request, client, deps);
    case 'password':
      return errorOutcome('invalid_grant', 'grant-type-not-offered', 'Invalid credentials given.');
    case 'client_credentials':
      return errorOutcome('unauthorized_client', 'grant-type-not-offered');
  }
}

/** Why a client that authenticated may do nothing. */
const REFUSAL: Readonly<Record<Environment, string>> = {
  live: 'The app is not approved.',
  sandbox: 'The sandbox is switched off, or the app is suspended.',
};
