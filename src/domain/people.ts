import type { Account, AccountId, RoleAssignment, RoleName, SignInIdentifier } from './account.ts';
import type { Instant } from './clock.ts';

/** Which people are meant. */
export interface PeopleSearch {
  /** What was typed, if it is somebody's whole identifier; whoever it fits comes first. */
  readonly identifiers: readonly SignInIdentifier[];
  /** In lower case; each begins a word of the name, or an identifier. Empty: everybody. */
  readonly words: readonly string[];
  /** null: whatever roles they hold, held or will hold. */
  readonly role: RoleName | null;
  /** null: both. */
  readonly isActive: boolean | null;
}

/** What becomes of one person's role. */
export type RoleChange =
  /** Both dates are inclusive, `YYYY-MM-DD`; null end: no end. */
  | ({ readonly type: 'given' } & RoleAssignment<RoleName>)
  /** Today is not a day of the role any more. */
  | { readonly type: 'ended'; readonly role: RoleName; readonly today: string };

/** Who changes whose account, and when. */
export interface AccountAction {
  readonly accountId: AccountId;
  /** null: the operator, from the command line. */
  readonly actor: AccountId | null;
  readonly at: Instant;
  /** `YYYY-MM-DD` in the institution's time zone. */
  readonly today: string;
}

export type AccountActionOutcome =
  | 'changed'
  | 'unchanged'
  | 'not-found'
  /** Nobody could look after people and apps any more; the operator may do it nevertheless. */
  | 'last-maintainer';

/** What maintainers do with people. Each change is one atomic unit with its entry in the audit log. */
export interface PeopleStore {
  /**
   * In the order of their ids, but for those whom a whole identifier fits.
   * @param page.after only people with a larger id; null: from the first on
   */
  searchPeople(
    search: PeopleSearch,
    page: { readonly after: AccountId | null; readonly limit: number },
  ): Promise<readonly Account[]>;
  /** Ends every session, password link and authorization as well: none of them comes back with a reactivation. */
  deactivateAccount(action: AccountAction): Promise<AccountActionOutcome>;
  reactivateAccount(action: AccountAction): Promise<AccountActionOutcome>;
  changeRole(action: AccountAction, change: RoleChange): Promise<AccountActionOutcome>;
}

/** A name or a search as its words: in lower case, without accents of width or composition (NFKC). */
export function searchWords(text: string): readonly string[] {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;()]+/u);
  return [...new Set(words.filter((word) => word !== ''))];
}

/** The roles that a change leaves. What was over before a role is given stays as history. */
export function rolesAfter(
  roles: readonly RoleAssignment<RoleName>[],
  change: RoleChange,
): readonly RoleAssignment<RoleName>[] {
  const others = roles.filter(({ role }) => role !== change.role);
  const same = roles.filter(({ role }) => role === change.role);
  if (change.type === 'given') {
    const { role, startDate, endDate } = change;
    const over = same.filter((held) => held.endDate !== null && held.endDate < startDate);
    return [...others, ...over, { role, startDate, endDate }];
  }
  const yesterday = dayBefore(change.today);
  return [
    ...others,
    ...same
      .filter(({ startDate }) => startDate <= yesterday)
      .map((held) =>
        held.endDate === null || held.endDate > yesterday ? { ...held, endDate: yesterday } : held,
      ),
  ];
}

/** @param date `YYYY-MM-DD` */
function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
