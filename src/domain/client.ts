import type { AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { Stay } from './client-ownership.ts';
import type { ClientRole } from './client-role.ts';
import type { AcceptedSecret, NewClientSecret } from './client-secret.ts';
import type {
  ClientStanding,
  ClientStatus,
  FirstState,
  RevisionState,
} from './client-lifecycle.ts';
import type {
  ChecklistAnswer,
  ClaimDecision,
  ClientMessage,
  ClientRevision,
  ExpectedStanding,
  RequestedClaim,
} from './client-revision.ts';
import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';

/** The number of a client in our own URLs (`/developer/<id>`, `/review/<id>`). Never sent in the protocol. */
export type ClientNumber = number;

/** The `client_id` of RFC 6749 §2.2: 40 characters `[A-Za-z0-9]`. */
export type ClientId = string;

/** RFC 6749 §2.1. */
export const CLIENT_TYPES = ['confidential', 'public'] as const;
export type ClientType = (typeof CLIENT_TYPES)[number];

export interface Client {
  readonly number: ClientNumber;
  /** Of the live environment. */
  readonly clientId: ClientId;
  /** The one to build with, before the client is approved and after: reaches synthetic people only. */
  readonly sandboxClientId: ClientId;
  readonly clientType: ClientType;
  readonly name: string;
  readonly description: string;
  /** At least one, as registered, byte for byte; the first is used when a request names none. */
  readonly redirectUris: readonly [string, ...string[]];
  readonly status: ClientStatus;
  /** What the developer asks for now, in the developer's order; of the newest revision, approved or not. */
  readonly requestedClaims: readonly ClaimCode[];
  /** What was last approved, in the developer's order; empty before the first approval. */
  readonly approvedClaims: readonly ClaimCode[];
  /** Path below `/media/`, or null. */
  readonly logoPath: string | null;
  readonly createdBy: AccountId;
  readonly createdAt: Instant;
  /** Grows with every change of what is asked for, so that a decision is about what the reviewer saw. */
  readonly revision: number;
  /** Where that revision stands. */
  readonly revisionState: RevisionState;
  /** The revision it works with; null: it was never approved. */
  readonly approvedRevision: number | null;
  readonly attestation: Attestation;
}

/** Whether a team still stands by what was approved. */
export interface Attestation {
  /** When it was last approved, or its team last said so; null: never approved. */
  readonly lastAt: Instant | null;
  /** How often the team was asked since. */
  readonly reminders: number;
}

/** A client as one of its two client ids names it: what that id may do is bound to its environment. */
export interface ClientInEnvironment extends Client {
  readonly environment: Environment;
  /** Those of this environment, expired ones included. */
  readonly secrets: readonly AcceptedSecret[];
  /** What people of this environment can be asked for, in the developer's order. */
  readonly grantableClaims: readonly ClaimCode[];
}

export interface TeamMember {
  readonly accountId: AccountId;
  readonly name: string;
  readonly username: string | null;
  readonly role: ClientRole;
  /** Becomes owner by itself when no owner is here any more. One of a team at most. */
  readonly isSuccessor: boolean;
  readonly stay: Stay;
}

/** The kinds of entries in a client's history, kept for ever. */
const CLIENT_EVENT_TYPES = [
  'registered',
  /** Kept as a draft, at registration. */
  'drafted',
  'claims-changed',
  'claims-drafted',
  /** Asks for less, or nothing that anybody decides about: in force at once. */
  'claims-narrowed',
  'submitted',
  'taken-back',
  'withdrawn',
  'approval-proposed',
  'approved',
  /** By a rule of the institution. */
  'approved-by-itself',
  'changes-requested',
  'rejected',
  'suspended',
  'reinstated',
  'retired',
  'attestation-asked',
  'attested',
  'details-changed',
  'redirect-uris-changed',
  'secret-added',
  'secret-revoked',
  /** Found in the open and reported: it was revoked by itself. */
  'secret-leaked',
  'member-added',
  'member-removed',
  'role-changed',
  'invitation-sent',
  /** Joined the team with it. */
  'invitation-accepted',
  'invitation-declined',
  'invitation-revoked',
  'ownership-transferred',
  /** Without a name: there is none any more. */
  'successor-named',
  /** Of all owners none is here any more. */
  'owners-gone',
  /** By itself: the successor that the owners named. */
  'owner-succeeded',
  /** By a member, when no owner was here any more. */
  'ownership-taken-over',
  /** By a maintainer, when no owner was here any more. */
  'owner-appointed',
] as const;
export type ClientEventType = (typeof CLIENT_EVENT_TYPES)[number];

export interface ClientEvent {
  readonly type: ClientEventType;
  readonly at: Instant;
  /** null: nobody, it happened by itself. */
  readonly actor: AccountId | null;
  /** Name of the actor, as it is today. */
  readonly actorName: string | null;
  /**
   * What was said: a reviewer's message, which claims were asked for, which secret it is about and where it was found,
   * or whom it is about: their name or address, and in another line their role in the team.
   */
  readonly message: string;
}

/** What a team is told about the owners of its client: they leave soon, or none is here any more. */
export type OwnershipNotice = 'ends-soon' | 'ownerless';

/** A client with everything its team or a reviewer sees. */
export interface ClientDossier {
  readonly client: Client;
  /** In order of joining; the creator first. */
  readonly team: readonly TeamMember[];
  /** Newest first. */
  readonly history: readonly ClientEvent[];
  /** Newest first. */
  readonly revisions: readonly ClientRevision[];
  /** Oldest first. */
  readonly conversation: readonly ClientMessage[];
}

export type NewClient = Pick<
  Client,
  | 'clientId'
  | 'sandboxClientId'
  | 'clientType'
  | 'name'
  | 'description'
  | 'redirectUris'
  | 'createdBy'
  | 'createdAt'
> & {
  readonly requestedClaims: readonly RequestedClaim[];
  readonly secrets: readonly NewClientSecret[];
  /** `approved`: by a rule of the institution. */
  readonly begins: FirstState;
};

/** Who does what to which client of theirs, and when. Team and role are part of every statement, not of an `if`. */
export interface TeamAction {
  readonly number: ClientNumber;
  /** Must be a team member whose role suffices, else the client does not exist for them. */
  readonly actor: AccountId;
  readonly at: Instant;
}

export type ClientDetails = Pick<Client, 'name' | 'description' | 'clientType'>;

export interface ClientStore {
  /** The hot look-up of authorise and token endpoints, by the client id of either environment. One question to the database. */
  findClientByClientId(clientId: ClientId): Promise<ClientInEnvironment | undefined>;

  /** Creates the client with its first revision, its secrets, its creator as owner and its first history entry, atomically. Names are unique, ignoring case. */
  registerClient(
    client: NewClient,
  ): Promise<{ type: 'registered'; number: ClientNumber } | { type: 'name-taken' }>;

  /** Clients whose team includes the account, newest first. */
  listClientsOfTeamMember(accountId: AccountId): Promise<readonly Client[]>;
  findClientOfTeamMember(
    number: ClientNumber,
    accountId: AccountId,
  ): Promise<ClientDossier | undefined>;

  /** Atomic, with a history entry. Never touches approval. */
  changeClientDetails(
    action: TeamAction,
    details: ClientDetails,
  ): Promise<'changed' | 'not-found' | 'name-taken'>;
  /** Atomic, with a history entry. Never touches approval. */
  changeRedirectUris(
    action: TeamAction,
    redirectUris: Client['redirectUris'],
  ): Promise<'changed' | 'not-found'>;
  setLogo(action: TeamAction, logoPath: string | null): Promise<'changed' | 'not-found'>;
  /** Deletes the client with its authorizations, codes, tokens, team and history, atomically. */
  deleteClient(action: TeamAction): Promise<'deleted' | 'not-found'>;

  /** All clients, those in review first (oldest first), then the rest by newest change. */
  listClientsForReview(): Promise<readonly ClientForReview[]>;
  findClientForReview(number: ClientNumber): Promise<ClientDossier | undefined>;
  /**
   * Stores a maintainer's decision with who, when and why, atomically, if the client still stands as expected: at
   * most one of two simultaneous decisions, or of a decision and an edit, is recorded.
   */
  recordReviewDecision(
    decision: ReviewDecision,
  ): Promise<'recorded' | 'changed-meanwhile' | 'not-found'>;
}

export interface ClientForReview {
  readonly client: Client;
  readonly createdByName: string;
  /** When it came to where it stands now: its status, or that of the revision that waits. */
  readonly statusSince: Instant;
  readonly teamSize: number;
  /** What is the matter with its owners; null: nothing. */
  readonly ownershipNotice: OwnershipNotice | null;
  /** Another app of the same developer was approved before. */
  readonly creatorIsKnown: boolean;
  /** The claims of the newest revision with what is said about each. */
  readonly asked: readonly RequestedClaim[];
  /** Who would approve it already, where two must agree. */
  readonly firstVoteBy: AccountId | null;
  /** The team wrote last. */
  readonly awaitsAnswer: boolean;
}

export interface ReviewDecision {
  readonly number: ClientNumber;
  readonly reviewer: AccountId;
  readonly at: Instant;
  readonly type: 'approved' | 'changes-requested' | 'rejected' | 'suspended' | 'reinstated';
  readonly message: string;
  readonly expected: ExpectedStanding;
  readonly after: ClientStanding;
  /** About each data point of the revision; none unless it is approved. What is approved is what works from now on. */
  readonly decisions: readonly ClaimDecision[];
  readonly checklist: readonly ChecklistAnswer[];
  /** Whose vote this confirms, where two must agree. */
  readonly confirms: AccountId | null;
}
