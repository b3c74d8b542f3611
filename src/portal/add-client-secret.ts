import type { TeamAction } from '../domain/client.ts';
import { addSeconds } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import type { SecretChoice } from './client-secret-form.ts';
import { makeSecret } from './new-secret.ts';

const DAY_IN_SECONDS = 24 * 60 * 60;

export interface AddSecretDependencies {
  readonly storage: Pick<Storage, 'addClientSecret'>;
  readonly random: Random;
  readonly hashSecret: HashSecret;
}

export type AddSecretOutcome =
  /** The secret is to be shown once and forgotten. */
  | { readonly type: 'added'; readonly clientSecret: string }
  /** So many are in force as may be. */
  | { readonly type: 'too-many' }
  | { readonly type: 'not-found' };

/**
 * Adds a secret beside those there are, so that an app can change from one to the other without an interruption.
 * Whoever calls this has just confirmed the developer's password.
 */
export async function addClientSecret(
  action: TeamAction,
  { environment, name, days }: SecretChoice,
  deps: AddSecretDependencies,
): Promise<AddSecretOutcome> {
  const expiresAt = days === null ? null : addSeconds(action.at, days * DAY_IN_SECONDS);
  const { clientSecret, stored } = makeSecret({ environment, name, expiresAt }, deps);
  const type = await deps.storage.addClientSecret(action, stored);
  return type === 'added' ? { type, clientSecret } : { type };
}
