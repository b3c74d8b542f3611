import type { TeamAction } from '../domain/client.ts';
import { addSeconds } from '../domain/clock.ts';
import type { AddSecretDependencies, AddSecretOutcome } from './add-client-secret.ts';
import { makeSecret } from './new-secret.ts';

const NAME = 'Playground';
const LIFETIME_IN_SECONDS = 60 * 60;

/**
 * Adds a secret of the sandbox that lasts for an hour in the playground, for who has none at hand.
 * Whoever calls this has just confirmed the developer's password.
 */
export async function addPlaygroundSecret(
  action: TeamAction,
  deps: AddSecretDependencies,
): Promise<AddSecretOutcome> {
  const expiresAt = addSeconds(action.at, LIFETIME_IN_SECONDS);
  const about = { environment: 'sandbox', name: NAME, expiresAt } as const;
  const { clientSecret, stored } = makeSecret(about, deps);
  const type = await deps.storage.addClientSecret(action, stored);
  return type === 'added' ? { type, clientSecret } : { type };
}
