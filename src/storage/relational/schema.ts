import type { Generated } from 'kysely';
import type { AccountId, PasswordHash, SignInIdentifier } from '../../domain/account.ts';
import type { AuthorizationId } from '../../domain/authorization.ts';
import type { InvitationId } from '../../domain/client-invitation.ts';
import type { ClientStatus, RevisionState } from '../../domain/client-lifecycle.ts';
import type { ConversationSide } from '../../domain/client-revision.ts';
import type { ClientRole } from '../../domain/client-role.ts';
import type {
  ClientEventType,
  ClientNumber,
  ClientType,
  OwnershipNotice,
} from '../../domain/client.ts';
import type { ClientSecretId } from '../../domain/client-secret.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { MediaFile } from '../../domain/media.ts';
import type { ImportFormat, ImportPhase } from '../../domain/people-import.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { ClientActivityTables } from './client-activity-tables.ts';
import type { JsonText } from './json-text.ts';
import type { OwnAccountTables } from './own-account-tables.ts';

/** The tables as the relational stores use them; the same in every engine. */
export interface Schema extends ClientActivityTables, OwnAccountTables {
  readonly account: AccountTable;
  readonly account_identifier: AccountIdentifierTable;
  readonly session: SessionTable;
  readonly password_reset: PasswordResetTable;
  readonly attempt: AttemptTable;
  readonly client: ClientTable;
  readonly client_secret: ClientSecretTable;
  readonly client_team_member: ClientTeamMemberTable;
  readonly client_invitation: ClientInvitationTable;
  readonly client_event: ClientEventTable;
  readonly client_revision: ClientRevisionTable;
  readonly client_message: ClientMessageTable;
  readonly authorization: AuthorizationTable;
  readonly deleted_client: DeletedClientTable;
  readonly authorization_code: AuthorizationCodeTable;
  readonly access_token: AccessTokenTable;
  readonly refresh_token: RefreshTokenTable;
  readonly media: MediaTable;
  readonly installation: InstallationTable;
  readonly setting: SettingTable;
  readonly account_search_term: AccountSearchTermTable;
  readonly audit_event: AuditEventTable;
  readonly audit_head: AuditHeadTable;
  readonly people_import: PeopleImportTable;
}

/** Not a boolean, because SQLite has none. */
export type Flag = 0 | 1;

export interface AccountTable {
  readonly id: Generated<AccountId>;
  readonly environment: Environment;
  readonly username: string | null;
  /** `Profile` */
  readonly profile: JsonText;
  readonly password_hash: PasswordHash | null;
  readonly is_active: Flag;
  /** `Language`; null: none was chosen. */
  readonly language: string | null;
  readonly created_at: Instant;
  readonly updated_at: Instant;
}

interface AccountIdentifierTable {
  readonly identifier: SignInIdentifier;
  readonly account_id: AccountId;
}

interface AccountSearchTermTable {
  readonly term: string;
  readonly account_id: AccountId;
}

export interface AuditEventTable {
  readonly seq: number;
  readonly at: Instant;
  readonly actor: AccountId | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly subject_label: string;
  /** `AuditEvent['details']`, canonical. */
  readonly details: JsonText;
  readonly previous_hash: string;
  readonly hash: string;
}

interface AuditHeadTable {
  readonly id: 1;
  readonly seq: number;
  readonly hash: string;
}

interface SessionTable {
  readonly number: Generated<number>;
  readonly account_id: AccountId;
  readonly expires_at: Instant;
}

interface PasswordResetTable {
  readonly hash: SecretHash;
  readonly account_id: AccountId;
  readonly issued_at: Instant;
  readonly expires_at: Instant;
}

interface AttemptTable {
  readonly id: Generated<number>;
  readonly expires_at: Instant;
}

export interface ClientTable {
  readonly number: Generated<ClientNumber>;
  readonly client_id: string;
  readonly sandbox_client_id: string;
  readonly client_type: ClientType;
  readonly name: string;
  /** The name as compared, see client-name.ts. */
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
  readonly revision_state: RevisionState;
  /** When the newest revision came into its state. */
  readonly revision_since: Instant;
  readonly approved_revision: number | null;
  readonly attested_at: Instant | null;
  readonly attestation_reminders: number;
  readonly logo_path: string | null;
  readonly created_by: AccountId;
  readonly created_at: Instant;
  /** When the newest history entry was written. */
  readonly changed_at: Instant;
  readonly revision: number;
  /** What its team was told about its owners. */
  readonly ownership_notice: Generated<OwnershipNotice | null>;
}

interface ClientSecretTable {
  readonly id: Generated<ClientSecretId>;
  readonly client_number: ClientNumber;
  readonly environment: Environment;
  readonly hash: SecretHash;
  readonly name: string;
  readonly hint: string;
  readonly created_by: AccountId;
  readonly created_at: Instant;
  readonly expires_at: Instant | null;
  readonly revoked_at: Instant | null;
  /** When it was first reported as found in the open. */
  readonly leaked_at: Instant | null;
  readonly last_used_at: Instant | null;
  readonly last_used_network: string | null;
  /** Seconds before its end for which its team was last warned. */
  readonly warned_within: number | null;
}

interface ClientTeamMemberTable {
  /** In order of joining. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly account_id: AccountId;
  readonly joined_at: Instant;
  readonly role: Generated<ClientRole>;
  /** Of one member of a client at most. */
  readonly is_successor: Generated<Flag>;
}

interface ClientInvitationTable {
  readonly id: Generated<InvitationId>;
  readonly client_number: ClientNumber;
  readonly address: string;
  /** The address as compared. */
  readonly address_key: string;
  readonly role: ClientRole;
  readonly invitee: AccountId | null;
  readonly hash: SecretHash;
  readonly invited_by: AccountId;
  readonly sent_at: Instant;
  readonly expires_at: Instant;
}

interface ClientEventTable {
  /** In order of happening. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly type: ClientEventType;
  readonly at: Instant;
  readonly actor: AccountId | null;
  readonly message: string;
}

interface ClientRevisionTable {
  readonly client_number: ClientNumber;
  readonly number: number;
  readonly state: RevisionState;
  readonly since: Instant;
  /** `readonly RequestedClaim[]` */
  readonly claims: JsonText;
  readonly created_at: Instant;
  /** `ClientRevision['decisions']` */
  readonly decisions: JsonText;
  /** `ClientRevision['checklist']` */
  readonly checklist: JsonText;
  readonly first_voter: AccountId | null;
  /** The rest of `FirstVote` */
  readonly first_vote: JsonText | null;
}

interface ClientMessageTable {
  /** In order of writing. */
  readonly id: Generated<number>;
  readonly client_number: ClientNumber;
  readonly at: Instant;
  readonly author: AccountId;
  readonly side: ConversationSide;
  readonly text: string;
}

interface AuthorizationTable {
  readonly id: Generated<AuthorizationId>;
  readonly client_number: ClientNumber;
  readonly environment: Environment;
  readonly account_id: AccountId;
  /** `readonly ClaimCode[]` */
  readonly granted_claims: JsonText;
  readonly created_at: Instant;
  readonly revoked_at: Instant | null;
  readonly last_read_at: Instant | null;
}

interface DeletedClientTable {
  readonly number: ClientNumber;
}

interface AuthorizationCodeTable {
  readonly hash: SecretHash;
  readonly authorization_id: AuthorizationId;
  readonly expires_at: Instant;
  readonly redeemed_at: Instant | null;
}

interface AccessTokenTable {
  readonly hash: SecretHash;
  readonly authorization_id: AuthorizationId;
  readonly expires_at: Instant;
}

interface RefreshTokenTable {
  readonly authorization_id: AuthorizationId;
  readonly predecessor_hash: SecretHash | null;
  readonly issued_at: Instant | null;
  readonly rotated_at: Instant | null;
}

interface MediaTable {
  readonly path: string;
  readonly content_type: MediaFile['contentType'];
  readonly bytes: Uint8Array;
}

interface InstallationTable {
  readonly holds_demo_data: Flag;
}

interface SettingTable {
  /** In order of happening. */
  readonly id: Generated<number>;
  readonly concern: string;
  readonly version: number;
  /** `StoredSettings['document']` */
  readonly document: JsonText;
  readonly at: Instant;
  readonly actor: AccountId | null;
}

interface PeopleImportTable {
  readonly id: 1;
  readonly number: number;
  readonly file_name: string;
  readonly format: ImportFormat;
  readonly size: number;
  readonly started_at: Instant;
  readonly started_by: AccountId;
  readonly phase: ImportPhase;
  readonly bytes: number;
  readonly people: number;
  /** `ImportReport` */
  readonly result: JsonText | null;
  readonly seen_at: Instant;
  readonly confirmed_by: AccountId | null;
}
