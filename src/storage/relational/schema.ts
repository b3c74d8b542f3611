import type { Generated } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import type {
  ClientEventType,
  ClientNumber,
  ClientStatus,
  ClientType,
} from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';

/** JSON of the named domain type, as text. */
export type JsonText = string;

/** The tables that the relational stores use; the same in every engine. */
export interface Schema {
  readonly account: AccountTable;
  readonly client: ClientTable;
  readonly client_team_member: ClientTeamMemberTable;
  readonly client_event: ClientEventTable;
}

export interface AccountTable {
  readonly id: Generated<AccountId>;
  readonly username: string | null;
  /** `Profile` */
  readonly profile: JsonText;
}

export interface ClientTable {
  readonly number: Generated<ClientNumber>;
  readonly client_id: string;
  readonly client_type: ClientType;
  readonly client_secret_hash: SecretHash;
  readonly name: string;
  readonly name_key: string;
  readonly description: string;
  /** `Client['redirectUris']` */
  readonly redirect_uris: JsonText;
  readonly status: ClientStatus;
  readonly status_since: Instant;
  /** `readonly ClaimCode[]` */
  readonly requested_claims: JsonText;
  /** `readonly ClaimCode[]` */
  readonly approved_claims: JsonText;
  readonly logo_path: string | null;
  readonly created_by: AccountId;
  readonly created_at: Instant;
  /** When the newest history entry was written. */
  readonly changed_at: Instant;
  readonly revision: number;
}

export interface ClientTeamMemberTable {
  /** In order of joining. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly account_id: AccountId;
  readonly joined_at: Instant;
}

export interface ClientEventTable {
  /** In order of happening. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly type: ClientEventType;
  readonly at: Instant;
  readonly actor: AccountId;
  readonly message: string;
}
