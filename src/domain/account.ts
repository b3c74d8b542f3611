import type { JsonValue } from './claim.ts';
import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';
import type { Language } from './language.ts';

/** `userId` on the wire: a positive integer, stable for the life of the account. */
export type AccountId = number;

/** Built-in roles, in the order in which they are always listed (wire contract §1.3). */
export const ROLE_NAMES = [
  'Student',
  'FacultyMember',
  'Maintainer',
  'Guest',
  'JointFaculty',
  'NonTeachingStaff',
] as const;
export type RoleName = (typeof ROLE_NAMES)[number];

/** A role held from `startDate` to `endDate`, both inclusive, `YYYY-MM-DD`; null end: no end. */
export interface RoleAssignment<Name extends string = string> {
  readonly role: Name;
  readonly startDate: string;
  readonly endDate: string | null;
}

/** One category's record: claim field (`branch.name`) → value. An absent field is unset. */
export type ProfileRecord = Readonly<Record<string, JsonValue>>;

/**
 * What the institution knows about a person, shaped by the claim catalogue.
 * A category without a record is absent, and served as `{}` (wire contract §1.4).
 */
export interface Profile {
  /** Category code (`student`) → record. No `person` record: only `userId` and `username` are ever served. */
  readonly records: Readonly<Record<string, ProfileRecord>>;
  readonly roles: readonly RoleAssignment<RoleName>[];
  /** `role` is `app_label.ModelName`. */
  readonly customRoles: readonly RoleAssignment[];
}

/** An account of one environment; `userId` is unique across both. */
export interface AccountIn<Where extends Environment> {
  readonly environment: Where;
  readonly id: AccountId;
  /** Enrolment or employee number as a numeric string at IITR; may be null; at most 150 characters. */
  readonly username: string | null;
  readonly profile: Profile;
  /** A deactivated account cannot sign in, and its tokens and sessions are refused. */
  readonly isActive: boolean;
  /** What the person chose to read; null: nothing yet. */
  readonly language: Language | null;
}

/** A person the institution knows. A `SyntheticPerson` is none, and is never found among these. */
export type Account = AccountIn<'live'>;

/** `$argon2id$…` (PHC string) or Django's `pbkdf2_sha256$iterations$salt$hash`. */
export type PasswordHash = string;

export interface AccountWithPassword {
  readonly account: Account;
  /** null: no password yet; the person sets one with a mailed link. */
  readonly passwordHash: PasswordHash | null;
}

/** A normalised sign-in identifier: username, enrolment number, e-mail address or phone number. */
export type SignInIdentifier = string;

/** One person of an import. */
export interface ImportedAccount {
  readonly username: string;
  /**
   * What the account becomes, given the profile it has now (undefined: a new account), so that an import
   * need not know a whole profile. Pure, and called inside the atomic unit that stores the result.
   */
  readonly revise: (present: Profile | undefined) => RevisedProfile;
  /** undefined: keep the present one (null for a new account). */
  readonly passwordHash?: PasswordHash;
  /** undefined: keep the present state (true for a new account). */
  readonly isActive?: boolean;
}

interface RevisedProfile {
  readonly profile: Profile;
  /** Normalised and distinct. */
  readonly identifiers: readonly SignInIdentifier[];
}

export type ImportOutcome = 'created' | 'updated' | 'unchanged';

/** Knows people only: a synthetic person is never found here, whatever is asked. */
export interface AccountStore {
  findAccount(id: AccountId): Promise<Account | undefined>;
  findAccountByUsername(username: string): Promise<Account | undefined>;
  findAccountWithPassword(id: AccountId): Promise<AccountWithPassword | undefined>;

  /**
   * The one account that any of the identifiers fits. Two accounts fitting answer undefined:
   * an identifier that fits two people fits nobody. Deactivated accounts count for the ambiguity.
   */
  findAccountBySignInIdentifier(
    identifiers: readonly SignInIdentifier[],
  ): Promise<AccountWithPassword | undefined>;

  /**
   * Creates or updates people by username, the whole batch in one atomic unit, outcomes in order.
   * Stored identifiers are replaced. `dryRun` answers the outcomes and writes nothing.
   */
  importAccounts(
    batch: readonly ImportedAccount[],
    options: { readonly at: Instant; readonly dryRun: boolean },
  ): Promise<readonly ImportOutcome[]>;

  /** What the person can sign in with, in alphabetical order. */
  listSignInIdentifiers(id: AccountId): Promise<readonly SignInIdentifier[]>;

  /** Replaces the profile's roles of one account. */
  assignRoles(id: AccountId, roles: readonly RoleAssignment<RoleName>[]): Promise<void>;

  /** Remembers in which language the person wants pages and mails. An import does not change it. */
  chooseLanguage(id: AccountId, language: Language): Promise<void>;

  /**
   * Replaces a password hash by a better one of the same password (rehash at sign-in),
   * only if `current` is still stored, so that a password changed meanwhile is never undone.
   */
  rehashPassword(id: AccountId, current: PasswordHash, replacement: PasswordHash): Promise<void>;

  /**
   * Sets a new password and ends every session of the account but `keepSession`: one atomic unit.
   * Earlier unused reset links of the account stop working.
   */
  changePassword(change: {
    readonly accountId: AccountId;
    readonly passwordHash: PasswordHash;
    /** Number of the session that made the change; null: none is kept. */
    readonly keepSession: number | null;
  }): Promise<void>;
}

/** Today's standing of a role; both dates are inclusive. */
export function activeStatus(
  assignment: RoleAssignment,
  today: string,
): 'IS_ACTIVE' | 'HAS_BEEN_ACTIVE' | 'WILL_BE_ACTIVE' {
  if (assignment.startDate > today) return 'WILL_BE_ACTIVE';
  if (assignment.endDate !== null && assignment.endDate < today) return 'HAS_BEEN_ACTIVE';
  return 'IS_ACTIVE';
}

/** Whether the person holds the role today (`YYYY-MM-DD` in the institution's time zone). */
export function hasActiveRole(profile: Profile, role: RoleName, today: string): boolean {
  return profile.roles.some(
    (held) => held.role === role && activeStatus(held, today) === 'IS_ACTIVE',
  );
}

/** The name to greet a person by, never empty. */
export function displayName(account: AccountIn<Environment>): string {
  const person = account.profile.records['person'];
  const full = person?.['full_name'];
  if (typeof full === 'string' && full !== '') return full;
  const short = person?.['short_name'];
  if (typeof short === 'string' && short !== '') return short;
  return account.username ?? `User ${account.id}`;
}
