import type { AccountId } from '../domain/account.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { newClientId, newClientSecret } from '../protocol/client-secret.ts';
import type { Registration } from './registration-form.ts';

export interface RegistrationDependencies {
  readonly storage: Pick<Storage, 'registerClient'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
}

export type RegistrationOutcome =
  | {
      readonly type: 'registered';
      readonly number: ClientNumber;
      /** To be shown once and forgotten; null for a public client, which could not keep it. */
      readonly clientSecret: string | null;
    }
  | { readonly type: 'name-taken' };

/** Registers a client, `in-review`; the developer is its creator and first team member. */
export async function registerClient(
  registration: Registration & { readonly createdBy: AccountId },
  { storage, now, random, hashSecret }: RegistrationDependencies,
): Promise<RegistrationOutcome> {
  const clientSecret = newClientSecret(random);
  const outcome = await storage.registerClient({
    ...registration,
    clientId: newClientId(random),
    clientSecretHash: hashSecret(clientSecret),
    createdAt: now,
  });
  if (outcome.type === 'name-taken') return outcome;
  return {
    type: 'registered',
    number: outcome.number,
    clientSecret: registration.clientType === 'public' ? null : clientSecret,
  };
}
