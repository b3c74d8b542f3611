import type { AccountId } from '../../domain/account.ts';
import type { Invitation } from '../../domain/client-invitation.ts';
import type { Ownership } from '../../domain/client-ownership.ts';
import type { ClientPermission, ClientRole } from '../../domain/client-role.ts';
import type { TeamMember } from '../../domain/client.ts';

export interface MemberView extends TeamMember {
  /** Neither deactivated nor graduated. */
  readonly isHere: boolean;
  /** `YYYY-MM-DD`, when it is soon. */
  readonly leavesOn: string | null;
}

/** The team of an app, as one of its members sees it. */
export interface TeamView {
  readonly viewer: AccountId;
  readonly role: ClientRole;
  readonly may: Readonly<Record<ClientPermission, boolean>>;
  readonly members: readonly MemberView[];
  readonly ownership: Ownership<MemberView>;
  /** Those that are open; for owners only. */
  readonly invitations: readonly Invitation[];
}
