import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';
import type { SecretHash } from './secret-hash.ts';

export type ClientSecretId = number;

/** So many secrets of an environment may be in force at once: one in use, its successor, and some to spare. */
export const MOST_CLIENT_SECRETS = 5;

/** A secret as far as authenticating a client needs it. It was not revoked. */
export interface AcceptedSecret {
  readonly id: ClientSecretId;
  readonly hash: SecretHash;
  /** From then on it authenticates nobody; null: never. */
  readonly expiresAt: Instant | null;
}

/** A secret as the client's team sees it. It was not revoked, and may have expired. */
export interface ClientSecret {
  readonly id: ClientSecretId;
  readonly environment: Environment;
  /** What the developer calls it. */
  readonly name: string;
  /** How to recognise it: `omniportsecret…k3Qz`. */
  readonly hint: string;
  readonly createdAt: Instant;
  readonly createdByName: string;
  readonly expiresAt: Instant | null;
  /** null: never used. */
  readonly lastUse: SecretUse | null;
  /** When it was first reported as found in the open; null: never. */
  readonly leakedAt: Instant | null;
}

export interface SecretUse {
  readonly at: Instant;
  /** Network the request came from: `203.0.113.0/24`. */
  readonly network: string;
}

export type NewClientSecret = Pick<ClientSecret, 'environment' | 'name' | 'hint' | 'expiresAt'> & {
  readonly hash: SecretHash;
};
