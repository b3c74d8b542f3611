import type { AccountId } from '../domain/account.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Environment } from '../domain/environment.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { newClientId } from '../protocol/client-secret.ts';
import { makeSecret, type MadeSecret } from './new-secret.ts';
import type { Registration } from './registration-form.ts';

export interface RegistrationDependencies {
  readonly storage: Pick<Storage, 'registerClient'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
}

/** A secret of each environment. */
export type ClientSecretTexts = Readonly<Record<Environment, string>>;

export type RegistrationOutcome =
  | {
      readonly type: 'registered';
      readonly number: ClientNumber;
      /** To be shown once and forgotten; null for a public client, which could not keep them. */
      readonly clientSecrets: ClientSecretTexts | null;
    }
  | { readonly type: 'name-taken' };

/**
 * Registers a client, `in-review`; the developer is its creator and first team member. Its sandbox works at once, its
 * live credentials once it is approved.
 */
export async function registerClient(
  registration: Registration & { readonly createdBy: AccountId },
  { storage, now, random, hashSecret }: RegistrationDependencies,
): Promise<RegistrationOutcome> {
  const make = (environment: Environment): MadeSecret =>
    makeSecret({ environment, name: '', expiresAt: null }, { random, hashSecret });
  const secrets =
    registration.clientType === 'public' ? null : { live: make('live'), sandbox: make('sandbox') };
  const outcome = await storage.registerClient({
    ...registration,
    clientId: newClientId(random),
    sandboxClientId: newClientId(random),
    secrets: secrets === null ? [] : [secrets.live.stored, secrets.sandbox.stored],
    createdAt: now,
  });
  if (outcome.type === 'name-taken') return outcome;
  return {
    type: 'registered',
    number: outcome.number,
    clientSecrets: secrets && {
      live: secrets.live.clientSecret,
      sandbox: secrets.sandbox.clientSecret,
    },
  };
}
