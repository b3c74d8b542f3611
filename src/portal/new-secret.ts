import type { NewClientSecret } from '../domain/client-secret.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import { clientSecretHint, newClientSecret } from '../protocol/client-secret.ts';

/** A new secret in the two forms it ever has. */
export interface MadeSecret {
  /** To be shown once and forgotten. */
  readonly clientSecret: string;
  /** What is stored. */
  readonly stored: NewClientSecret;
}

/** Makes a secret; nothing is stored yet. */
export function makeSecret(
  about: Pick<NewClientSecret, 'environment' | 'name' | 'expiresAt'>,
  { random, hashSecret }: { readonly random: Random; readonly hashSecret: HashSecret },
): MadeSecret {
  const clientSecret = newClientSecret(about.environment, random);
  const { environment, name, expiresAt } = about;
  return {
    clientSecret,
    stored: {
      environment,
      name,
      expiresAt,
      hash: hashSecret(clientSecret),
      hint: clientSecretHint(clientSecret),
    },
  };
}
