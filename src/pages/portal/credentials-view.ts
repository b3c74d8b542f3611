import type { ClientSecret } from '../../domain/client-secret.ts';
import type { Environment } from '../../domain/environment.ts';

/** A secret as its team sees it; never the secret. */
export type SecretView = Omit<ClientSecret, 'environment'> & {
  /** Without it the app cannot get tokens: no other one of its environment is in force. */
  readonly isLastInForce: boolean;
};

/** What an app has in one of the two environments. */
export interface EnvironmentCredentials {
  readonly environment: Environment;
  readonly clientId: string;
  readonly state: 'works' | 'after-approval' | 'stopped';
  /** Oldest first. */
  readonly secrets: readonly SecretView[];
}

export interface Credentials {
  readonly live: EnvironmentCredentials;
  /** null: the institution has switched the sandbox off. */
  readonly sandbox: EnvironmentCredentials | null;
}

/** A secret just made; in view this once. */
export interface NewSecretView {
  readonly environment: Environment;
  readonly clientSecret: string;
}
