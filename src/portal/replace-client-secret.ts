import type { TeamAction } from '../domain/client.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { newClientSecret } from '../protocol/client-secret.ts';

export interface SecretDependencies {
  readonly storage: Pick<Storage, 'replaceClientSecret'>;
  readonly random: Random;
  readonly hashSecret: HashSecret;
}

/**
 * Gives the client a new secret; the old one stops working at once. Whoever calls this has just
 * confirmed the developer's password. The secret is to be shown once and forgotten.
 */
export async function replaceClientSecret(
  action: TeamAction,
  { storage, random, hashSecret }: SecretDependencies,
): Promise<
  { readonly type: 'replaced'; readonly clientSecret: string } | { readonly type: 'not-found' }
> {
  const clientSecret = newClientSecret(random);
  const type = await storage.replaceClientSecret(action, hashSecret(clientSecret));
  return type === 'replaced' ? { type, clientSecret } : { type };
}
