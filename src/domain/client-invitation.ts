import type { AccountId } from './account.ts';
import type { ClientRole } from './client-role.ts';
import type { ClientNumber, TeamAction } from './client.ts';
import type { Instant } from './clock.ts';
import type { SecretHash } from './secret-hash.ts';

export type InvitationId = number;

/** So many invitations of a client may be open at once. */
export const MOST_INVITATIONS = 20;

/** An invitation into a team as its owners see it; until it is answered or revoked. */
export interface Invitation {
  readonly id: InvitationId;
  readonly address: string;
  readonly role: ClientRole;
  readonly invitedByName: string;
  /** When it was last sent. */
  readonly sentAt: Instant;
  /** From then on its link opens nothing, until it is sent again. */
  readonly expiresAt: Instant;
}

/** What whoever is invited sees. */
export interface ReceivedInvitation extends Invitation {
  readonly clientNumber: ClientNumber;
  readonly app: string;
  /** Path below `/media/`, or null. */
  readonly logoPath: string | null;
  /** Whose address it was when it was sent; null: nobody's here. */
  readonly invitee: AccountId | null;
}

/** How somebody comes to an invitation: with the link that was mailed, or from their notifications. */
export type InvitationKey =
  | { readonly type: 'link'; readonly hash: SecretHash }
  | { readonly type: 'own'; readonly id: InvitationId; readonly invitee: AccountId };

export interface NewInvitation {
  /** Compared without regard to case. */
  readonly address: string;
  readonly role: ClientRole;
  readonly invitee: AccountId | null;
  readonly hash: SecretHash;
  readonly expiresAt: Instant;
}

/** Each change is atomic, with a history entry and an entry in the audit log; that of a team takes turns with its changes. */
export interface InvitationStore {
  /** Those of a client that the account owns, oldest first, expired ones included; none for anybody else. */
  listInvitations(number: ClientNumber, accountId: AccountId): Promise<readonly Invitation[]>;

  /** Invites, or replaces the open invitation of the same address, whose link stops working. */
  inviteMember(
    action: TeamAction,
    invitation: NewInvitation,
  ): Promise<
    | { readonly type: 'invited'; readonly id: InvitationId }
    | { readonly type: 'too-many' | 'not-found' }
  >;
  /** Gives an open invitation a new link; the one before stops working. */
  renewInvitation(
    action: TeamAction,
    id: InvitationId,
    renewal: Pick<NewInvitation, 'hash' | 'expiresAt'>,
  ): Promise<ReceivedInvitation | undefined>;
  revokeInvitation(action: TeamAction, id: InvitationId): Promise<'revoked' | 'not-found'>;

  /** Undefined: answered, revoked, expired, or never sent. Consumes nothing. */
  findInvitation(key: InvitationKey, at: Instant): Promise<ReceivedInvitation | undefined>;
  /** Uses the invitation up. For a given one at most one call ever returns something else than `not-found`. */
  acceptInvitation(
    key: InvitationKey,
    acceptance: { readonly actor: AccountId; readonly at: Instant },
  ): Promise<'joined' | 'already-member' | 'not-found'>;
  declineInvitation(
    key: InvitationKey,
    refusal: { readonly actor: AccountId; readonly at: Instant },
  ): Promise<'declined' | 'not-found'>;
}
