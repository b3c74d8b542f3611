import type { AccountId, AccountIn } from './account.ts';
import type { ClientRole } from './client-role.ts';
import type { Environment } from './environment.ts';

/** How long somebody is here, as far as the institution knows. */
export interface Stay {
  readonly isActive: boolean;
  /** Last day of the last of their roles, `YYYY-MM-DD`; null: none is known, or they never held a role. */
  readonly lastDay: string | null;
}

/** When somebody's account and roles say that they leave. A role that begins later counts. */
export function stayOf({
  isActive,
  profile,
}: Pick<AccountIn<Environment>, 'isActive' | 'profile'>): Stay {
  const ends = [...profile.roles, ...profile.customRoles].map(({ endDate }) => endDate);
  const days = ends.filter((end) => end !== null).toSorted();
  return { isActive, lastDay: days.length < ends.length ? null : (days.at(-1) ?? null) };
}

/** Whether somebody is still here on a day (`YYYY-MM-DD` where the institution is): neither deactivated nor graduated. */
export function isPresent({ isActive, lastDay }: Stay, today: string): boolean {
  return isActive && (lastDay === null || lastDay >= today);
}

/** What ownership depends on, of one member. */
interface Standing {
  readonly accountId: AccountId;
  readonly role: ClientRole;
  readonly isSuccessor: boolean;
  readonly stay: Stay;
}

/** Whether there is somebody to answer for a client. */
export type Ownership<Member extends Standing> =
  | { readonly type: 'owned' }
  /** All owners leave soon. */
  | {
      readonly type: 'ends';
      /** The last day of the last of them. */
      readonly lastDay: string;
      readonly successor: Member | undefined;
    }
  /** Nobody with that role is here any more. */
  | {
      readonly type: 'ownerless';
      /** The member that the owners named, if they are here. */
      readonly successor: Member | undefined;
      /** Who may take over: the developer who is here and joined first. */
      readonly nextInLine: Member | undefined;
    };

export interface Days {
  /** `YYYY-MM-DD` where the institution is. */
  readonly today: string;
  /** Whoever leaves until then leaves soon. */
  readonly soon: string;
}

/** @param team in order of joining */
export function ownershipOf<Member extends Standing>(
  team: readonly Member[],
  { today, soon }: Days,
): Ownership<Member> {
  const here = team.filter(({ stay }) => isPresent(stay, today));
  const owners = here.filter(({ role }) => role === 'owner');
  const successor = here.find(({ role, isSuccessor }) => isSuccessor && role !== 'owner');
  if (owners.length === 0) {
    const nextInLine = here.find(({ role }) => role === 'developer');
    return { type: 'ownerless', successor, nextInLine };
  }
  const lastDays = owners.flatMap(({ stay }) => stay.lastDay ?? []).toSorted();
  const lastDay = lastDays.length < owners.length ? undefined : lastDays.at(-1);
  if (lastDay === undefined || lastDay > soon) return { type: 'owned' };
  return { type: 'ends', lastDay, successor };
}

/** Whether an owner who is here remains when somebody is an owner no more. */
export function isOwnedWithout(
  team: readonly Standing[],
  { accountId, today }: { readonly accountId: AccountId; readonly today: string },
): boolean {
  return team.some(
    (member) =>
      member.accountId !== accountId && member.role === 'owner' && isPresent(member.stay, today),
  );
}
