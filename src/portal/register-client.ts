import type { AccountId } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { FirstState } from '../domain/client-lifecycle.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Environment } from '../domain/environment.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { newClientId } from '../protocol/client-secret.ts';
import { makeSecret, type MadeSecret } from './new-secret.ts';
import { nothingToDecide } from './nothing-to-decide.ts';
import type { Registration } from './registration-form.ts';

export interface RegistrationDependencies {
  readonly storage: Pick<Storage, 'registerClient'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  /** What the institution approves without looking. */
  readonly autoApprovedClaims: readonly ClaimCode[];
}

/** A secret of each environment. */
type ClientSecretTexts = Readonly<Record<Environment, string>>;

export type RegistrationOutcome =
  | {
      readonly type: 'registered';
      readonly number: ClientNumber;
      readonly begins: FirstState;
      /** To be shown once and forgotten; null for a public client, which could not keep them. */
      readonly clientSecrets: ClientSecretTexts | null;
    }
  | { readonly type: 'name-taken' };

/**
 * Registers a client; the developer is its creator and first team member. It waits for a maintainer, unless it is a
 * draft or the institution approves all of it by rule. Its sandbox works at once, its live credentials once approved.
 */
export async function registerClient(
  registration: Registration & {
    readonly createdBy: AccountId;
    /** Kept for the team, not sent to review. */
    readonly asDraft: boolean;
  },
  { storage, now, random, hashSecret, autoApprovedClaims }: RegistrationDependencies,
): Promise<RegistrationOutcome> {
  const { asDraft, ...client } = registration;
  const begins = asDraft ? 'draft' : beginning(client, autoApprovedClaims);
  const make = (environment: Environment): MadeSecret =>
    makeSecret({ environment, name: '', expiresAt: null }, { random, hashSecret });
  const secrets =
    registration.clientType === 'public' ? null : { live: make('live'), sandbox: make('sandbox') };
  const outcome = await storage.registerClient({
    ...client,
    begins,
    clientId: newClientId(random),
    sandboxClientId: newClientId(random),
    secrets: secrets === null ? [] : [secrets.live.stored, secrets.sandbox.stored],
    createdAt: now,
  });
  if (outcome.type === 'name-taken') return outcome;
  return {
    type: 'registered',
    number: outcome.number,
    begins,
    clientSecrets: secrets && {
      live: secrets.live.clientSecret,
      sandbox: secrets.sandbox.clientSecret,
    },
  };
}

function beginning(
  { requestedClaims }: Registration,
  autoApproved: readonly ClaimCode[],
): FirstState {
  const byRule = nothingToDecide(requestedClaims, { approved: null, autoApproved });
  return byRule === undefined ? 'in-review' : 'approved';
}
