import type { Storage } from '../domain/storage.ts';
import {
  authenticateClient,
  type ClientAuthenticationDependencies,
} from './client-authentication.ts';
import { type ErrorOutcome, errorOutcome } from './oauth-error.ts';
import type { TokenRequest } from './token-request.ts';

export interface RevocationDependencies extends ClientAuthenticationDependencies {
  readonly storage: Pick<Storage, 'findClientByClientId' | 'noteSecretUsed' | 'revokeToken'>;
}

/**
 * RFC 7009 §2. The hint is not needed and not read: the token is looked for among both kinds. A token that is
 * unknown, over, or another client's is `revoked` all the same (§2.2): the client learns nothing about it.
 */
export async function answerRevocationRequest(
  request: TokenRequest,
  deps: RevocationDependencies,
): Promise<{ readonly type: 'revoked' } | ErrorOutcome> {
  const token = request.parameters.get('token') ?? '';
  if (token === '') return errorOutcome('invalid_request', 'Missing token parameter.');

  const client = await authenticateClient(request, deps);
  if (client === undefined) return errorOutcome('invalid_client');

  await deps.storage.revokeToken({
    tokenHash: deps.hashSecret(token),
    clientNumber: client.number,
    environment: client.environment,
    at: deps.now,
  });
  return { type: 'revoked' };
}
