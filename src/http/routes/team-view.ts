import { isPresent, ownershipOf, type Days } from '../../domain/client-ownership.ts';
import type { Invitation } from '../../domain/client-invitation.ts';
import { mayDo } from '../../domain/client-role.ts';
import type { ClientDossier, TeamMember } from '../../domain/client.ts';
import type { AccountId } from '../../domain/account.ts';
import type { MemberView, TeamView } from '../../pages/portal/team-view.ts';
import { daysOf } from '../../portal/succession.ts';
import type { AppContext } from '../environment.ts';

/** The team as a member sees it; undefined for anybody else. */
export function teamView(
  { team }: Pick<ClientDossier, 'team'>,
  about: {
    readonly viewer: AccountId;
    readonly invitations: readonly Invitation[];
    readonly days: Days;
  },
): TeamView | undefined {
  const { viewer, invitations, days } = about;
  const role = team.find(({ accountId }) => accountId === viewer)?.role;
  if (role === undefined) return undefined;
  const members = memberViews(team, days);
  return {
    viewer,
    role,
    may: {
      change: mayDo(role, 'change'),
      secrets: mayDo(role, 'secrets'),
      review: mayDo(role, 'review'),
      team: mayDo(role, 'team'),
      end: mayDo(role, 'end'),
    },
    members,
    ownership: ownershipOf(members, days),
    invitations,
  };
}

export function memberViews(
  team: readonly TeamMember[],
  { today, soon }: Days,
): readonly MemberView[] {
  return team.map((member) => {
    const { lastDay } = member.stay;
    const isHere = isPresent(member.stay, today);
    return {
      ...member,
      isHere,
      leavesOn: isHere && lastDay !== null && lastDay <= soon ? lastDay : null,
    };
  });
}

/** Today, and until when somebody leaves soon, where the institution is. */
export function daysNow(c: AppContext): Days {
  return daysOf({ now: c.var.now, timeZone: c.var.deps.institution.timeZone });
}
