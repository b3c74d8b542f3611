import type { TeamAction } from '../domain/client.ts';
import { addSeconds } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import type { AddSecretDependencies, AddSecretOutcome } from './add-client-secret.ts';
import { makeSecret } from './new-secret.ts';

interface AddPlaygroundSecretDependencies extends AddSecretDependencies {
  readonly storage: Pick<Storage, 'addClientSecret' | 'listClientSecrets' | 'revokeClientSecret'>;
}

const NAME = 'Playground';
const LIFETIME_IN_SECONDS = 60 * 60;

/**
 * Adds a secret of the sandbox that lasts for an hour in the playground, for who has none at hand. Those of before
 * that are over are cleared away, so that they do not pile up. Whoever calls this has just confirmed the developer's
 * password.
 */
export async function addPlaygroundSecret(
  action: TeamAction,
  deps: AddPlaygroundSecretDependencies,
): Promise<AddSecretOutcome> {
  const secrets = await deps.storage.listClientSecrets(action.number, action.actor);
  for (const { id, name, environment, expiresAt } of secrets) {
    const isOver = expiresAt !== null && expiresAt <= action.at;
    if (isOver && name === NAME && environment === 'sandbox') {
      await deps.storage.revokeClientSecret(action, { secretId: id, evenIfLast: true });
    }
  }
  const expiresAt = addSeconds(action.at, LIFETIME_IN_SECONDS);
  const about = { environment: 'sandbox', name: NAME, expiresAt } as const;
  const { clientSecret, stored } = makeSecret(about, deps);
  const type = await deps.storage.addClientSecret(action, stored);
  return type === 'added' ? { type, clientSecret } : { type };
}
