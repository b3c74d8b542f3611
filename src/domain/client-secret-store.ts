import type { AccountId } from './account.ts';
import type { ClientSecret, ClientSecretId, NewClientSecret, SecretUse } from './client-secret.ts';
import type { ClientNumber, TeamAction } from './client.ts';
import type { Instant } from './clock.ts';
import type { SecretHash } from './secret-hash.ts';

/** Which secret of which client something happened to by itself. */
export interface SecretIncident {
  readonly client: ClientNumber;
  readonly clientName: string;
  readonly secret: Pick<ClientSecret, 'environment' | 'name' | 'hint' | 'expiresAt'>;
}

export interface ClientSecretStore {
  /** The secrets of a client of the account's team that were not revoked, oldest first; none for anybody else. */
  listClientSecrets(number: ClientNumber, accountId: AccountId): Promise<readonly ClientSecret[]>;

  /**
   * Adds a secret, with a history entry, unless `MOST_CLIENT_SECRETS` of its environment are in force.
   * Atomic: additions at once do not exceed it.
   */
  addClientSecret(
    action: TeamAction,
    secret: NewClientSecret,
  ): Promise<'added' | 'too-many' | 'not-found'>;

  /**
   * Revokes a secret at once, with a history entry. The last one of its environment in force is revoked only if
   * `evenIfLast`. Atomic: two revocations at once do not both count on the other's secret.
   */
  revokeClientSecret(
    action: TeamAction,
    revocation: { readonly secretId: ClientSecretId; readonly evenIfLast: boolean },
  ): Promise<'revoked' | 'is-last' | 'not-found'>;

  /** Notes that a secret was used, for its team. Returns at once; coalesced and stored within a second, and on close. */
  noteSecretUsed(id: ClientSecretId, use: SecretUse): void;

  /**
   * Records that the secret with this hash was found in the open, whosever it is, if it is in force: with a history
   * entry that nobody made and that says where it was found. Revokes it at once if told so; else it is recorded the
   * first time only. Atomic: of reports at once, one is answered with what it was about.
   */
  recordSecretLeak(leak: {
    readonly hash: SecretHash;
    readonly at: Instant;
    /** Where it was found, as reported; `''`: not said. */
    readonly foundAt: string;
    readonly revoke: boolean;
  }): Promise<SecretIncident | undefined>;

  /**
   * The secrets in force that expire within some seconds, each answered once ever for that many seconds or fewer:
   * asked by two processes at once, one gets it. Not those that were made to last no longer: whoever did that knows.
   */
  takeExpiringSecrets(question: {
    readonly at: Instant;
    readonly withinSeconds: number;
  }): Promise<readonly SecretIncident[]>;
}
