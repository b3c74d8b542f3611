import type { AccountId } from './account.ts';
import type { Days } from './client-ownership.ts';
import type { ClientRole } from './client-role.ts';
import type { ClientNumber, TeamAction, TeamMember } from './client.ts';
import type { Instant } from './clock.ts';

/** A change after which an owner must be left who is here: neither deactivated nor graduated. */
export interface TeamChange extends TeamAction {
  /** `YYYY-MM-DD` in the institution's time zone. */
  readonly today: string;
}

/** A client that somebody must look after, and its team as it is now. */
export interface ClientTeam {
  readonly number: ClientNumber;
  readonly name: string;
  readonly team: readonly TeamMember[];
}

/** What a look after the owners of a client led to; each is answered once, whichever process looks. */
export type OwnershipStep =
  | { readonly type: 'nothing' }
  | (ClientTeam & {
      readonly type: 'ends-soon';
      readonly lastDay: string;
      readonly successor: TeamMember | undefined;
    })
  | (ClientTeam & {
      readonly type: 'became-ownerless';
      readonly nextInLine: TeamMember | undefined;
    })
  /** The successor became owner by itself. */
  | (ClientTeam & { readonly type: 'succeeded'; readonly owner: TeamMember });

/**
 * Who is in a team, as what. Changes of one team take turns; each is atomic, with a history entry and an entry in the
 * audit log. `not-found`: the client does not exist for the actor, or their role does not suffice.
 */
export interface ClientTeamStore {
  /** Names of the team, for the consent screen. In order of joining; the creator first. */
  listTeam(number: ClientNumber): Promise<readonly TeamMember[]>;

  addTeamMember(
    action: TeamAction,
    member: AccountId,
    role: ClientRole,
  ): Promise<'added' | 'already-member' | 'not-found'>;
  /** By an owner, or by the member: whoever wants may leave. `last-owner`: nobody would be left to own it. */
  removeTeamMember(
    action: TeamChange,
    member: AccountId,
  ): Promise<'removed' | 'last-owner' | 'not-a-member' | 'not-found'>;
  /** `last-owner`: nobody would be left to own it. */
  changeMemberRole(
    action: TeamChange,
    member: AccountId,
    role: ClientRole,
  ): Promise<'changed' | 'unchanged' | 'last-owner' | 'not-a-member' | 'not-found'>;
  /** The actor hands over: the member becomes owner, the actor developer. `not-possible`: the member is not here any more. */
  transferOwnership(
    action: TeamChange,
    member: AccountId,
  ): Promise<'transferred' | 'not-possible' | 'not-a-member' | 'not-found'>;
  /** Who becomes owner by itself when no owner is here any more; null: nobody. */
  nameSuccessor(
    action: TeamAction,
    member: AccountId | null,
  ): Promise<'named' | 'unchanged' | 'not-a-member' | 'not-found'>;

  /** The actor becomes owner, if none is here and the actor is next in line. */
  takeOverOwnership(action: TeamChange): Promise<'taken-over' | 'not-in-line' | 'not-found'>;
  /** A maintainer makes somebody owner, in the team or not, if no owner is here. */
  appointOwner(
    action: TeamChange,
    owner: AccountId,
  ): Promise<'appointed' | 'has-owner' | 'not-found'>;

  /**
   * Teams of clients that have not ended, in the order of their numbers.
   * @param page.of only those that this account owns; null: all
   */
  listClientTeams(page: {
    readonly after: ClientNumber;
    readonly limit: number;
    readonly of: AccountId | null;
  }): Promise<readonly (ClientTeam & { readonly hasNotice: boolean })[]>;
  /** Looks after the owners of one client: makes its successor owner, or notes what its team must be told. */
  settleOwnership(
    number: ClientNumber,
    look: Days & { readonly at: Instant },
  ): Promise<OwnershipStep>;
}
