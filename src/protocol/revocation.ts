import type { ClientInEnvironment } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import {
  authenticateClient,
  namedClient,
  type ClientAuthenticationDependencies,
} from './client-authentication.ts';
import { type ErrorOutcome, errorOutcome } from './oauth-error.ts';
import type { TokenRequest } from './token-request.ts';

export interface RevocationDependencies extends ClientAuthenticationDependencies {
  readonly storage: Pick<Storage, 'findClientByClientId' | 'noteSecretUsed' | 'revokeToken'>;
}

export interface AnsweredRevocation {
  readonly outcome: { readonly type: 'revoked' } | ErrorOutcome;
  /** Whom it named, with the right credentials or not. */
  readonly client: ClientInEnvironment | undefined;
}

/**
 * RFC 7009 §2. The hint is not needed and not read: the token is looked for among both kinds. A token that is
 * unknown, over, or another client's is `revoked` all the same (§2.2): the client learns nothing about it.
 */
export async function answerRevocationRequest(
  request: TokenRequest,
  deps: RevocationDependencies,
): Promise<AnsweredRevocation> {
  const token = request.parameters.get('token') ?? '';
  if (token === '') {
    const outcome = errorOutcome('invalid_request', 'token-missing', 'Missing token parameter.');
    return { outcome, client: await namedClient(request, deps) };
  }

  const authentication = await authenticateClient(request, deps);
  if (authentication.type === 'refused') {
    const { reason, named } = authentication;
    return { outcome: errorOutcome('invalid_client', reason), client: named };
  }
  const { client } = authentication;

  await deps.storage.revokeToken({
    tokenHash: deps.hashSecret(token),
    clientNumber: client.number,
    environment: client.environment,
    at: deps.now,
  });
  return { outcome: { type: 'revoked' }, client };
}
