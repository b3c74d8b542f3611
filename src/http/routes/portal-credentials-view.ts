import type { ClientSecret } from '../../domain/client-secret.ts';
import type { Client } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { Credentials, SecretView } from '../../pages/portal/credentials-view.ts';

/** What a dashboard shows of an app's credentials; nothing secret, not even hashed. */
export function credentialsView(
  client: Client,
  secrets: readonly ClientSecret[],
  about: { readonly now: Instant; readonly sandboxIsOn: boolean },
): Credentials {
  return {
    live: {
      environment: 'live',
      clientId: client.clientId,
      state: liveState(client),
      secrets: secretsOf('live', secrets, about.now),
    },
    sandbox: about.sandboxIsOn
      ? {
          environment: 'sandbox',
          clientId: client.sandboxClientId,
          state: client.status === 'suspended' ? 'stopped' : 'works',
          secrets: secretsOf('sandbox', secrets, about.now),
        }
      : null,
  };
}

function liveState({ status }: Client): Credentials['live']['state'] {
  if (status === 'approved') return 'works';
  return status === 'suspended' ? 'stopped' : 'after-approval';
}

function secretsOf(
  environment: Environment,
  secrets: readonly ClientSecret[],
  now: Instant,
): readonly SecretView[] {
  const own = secrets.filter((secret) => secret.environment === environment);
  const inForce = own.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  return own.map((secret) => ({
    ...secret,
    isLastInForce: inForce.length === 1 && inForce[0] === secret,
  }));
}
