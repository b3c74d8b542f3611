import { activeStatus, type Profile, ROLE_NAMES, type RoleAssignment } from '../domain/account.ts';
import {
  type ClaimCatalogue,
  type ClaimCategory,
  type ClaimCode,
  type ClaimDefinition,
  claimField,
  type ClaimType,
  type JsonValue,
} from '../domain/claim.ts';
import { mediaUrl } from '../domain/media.ts';

/** A claim with the value that leaves, or would leave, the institution. */
interface ReleasedClaim {
  readonly claim: ClaimDefinition;
  /** What stands for nothing, if nothing is recorded. */
  readonly value: JsonValue;
}

export interface ReleasedCategory {
  readonly category: ClaimCategory;
  /** Whether the person has such a record at all; if not, nothing of it leaves. */
  readonly hasRecord: boolean;
  /** In the order of the response. */
  readonly claims: readonly ReleasedClaim[];
}

/**
 * What the claims say about a person, by category: the one source of the consent screen and of user data, so
 * that what is shown is what is served. Categories come in the catalogue's order, claims in the developer's,
 * roles and picture last (wire contract §1.1). A claim the catalogue does not know is left out.
 *
 * @param claims codes in the developer's order
 * @param about `today` as `YYYY-MM-DD`, where the institution is
 */
export function releasedClaims(
  claims: readonly ClaimCode[],
  profile: Profile,
  about: { readonly catalogue: ClaimCatalogue; readonly today: string },
): readonly ReleasedCategory[] {
  // Without a person there are no records to speak of (wire contract §1.4).
  const shown = hasPerson(profile) ? profile : NOBODY;
  return orderedClaims(claims, about.catalogue).map(({ category, claims: ordered }) => ({
    category,
    hasRecord: shown.records[category.code] !== undefined,
    claims: ordered.map((claim) => released(claim, shown, about.today)),
  }));
}

/** The claims of a category that are asked for, as they are answered. */
type OrderedCategory = Pick<ReleasedCategory, 'category'> & {
  readonly claims: readonly ClaimDefinition[];
};

/** What was worked out last for a list: few lists are asked for again and again. */
const lastOrdered = new WeakMap<
  readonly ClaimCode[],
  { readonly catalogue: ClaimCatalogue; readonly ordered: readonly OrderedCategory[] }
>();

function orderedClaims(
  claims: readonly ClaimCode[],
  catalogue: ClaimCatalogue,
): readonly OrderedCategory[] {
  const last = lastOrdered.get(claims);
  if (last?.catalogue === catalogue) return last.ordered;
  const known = [...new Set(claims)]
    .map((code) => catalogue.byCode.get(code))
    .filter((claim) => claim !== undefined);
  const ordered = catalogue.categories
    .map((category) => ({
      category,
      claims: known
        .filter((claim) => claim.category === category.code)
        .toSorted((one, other) => responseRank(one.type) - responseRank(other.type)),
    }))
    .filter((category) => category.claims.length > 0);
  lastOrdered.set(claims, { catalogue, ordered });
  return ordered;
}

const NOBODY: Profile = { records: {}, roles: [], customRoles: [] };

/** Whether the account is a person's; of any other, nothing but `userId` and `username` is ever released. */
export function hasPerson(profile: Profile): boolean {
  return profile.records['person'] !== undefined;
}

const LAST_TYPES: readonly ClaimType[] = ['roles', 'custom-roles', 'picture'];

/** -1 for plain values, then the types that come last, in their order. */
function responseRank(type: ClaimType): number {
  return LAST_TYPES.indexOf(type);
}

function released(claim: ClaimDefinition, profile: Profile, today: string): ReleasedClaim {
  return { claim, value: recordedValue(claim, profile, today) ?? claim.whenUnset };
}

function recordedValue(
  claim: ClaimDefinition,
  profile: Profile,
  today: string,
): JsonValue | undefined {
  const value = profile.records[claim.category]?.[claimField(claim)];
  switch (claim.type) {
    case 'roles':
      return inRoleOrder(profile.roles).map((role) => roleValue(role, today));
    case 'custom-roles':
      return profile.customRoles.map((role) => roleValue(role, today));
    case 'picture':
      return typeof value === 'string' ? mediaUrl(value) : undefined;
    case 'string':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'links':
      return value;
  }
}

/** Student, FacultyMember, Maintainer, …: clients index into them (wire contract §1.3). */
function inRoleOrder(roles: Profile['roles']): Profile['roles'] {
  return roles.toSorted(
    (one, other) => ROLE_NAMES.indexOf(one.role) - ROLE_NAMES.indexOf(other.role),
  );
}

function roleValue(assignment: RoleAssignment, today: string): JsonValue {
  return {
    role: assignment.role,
    activeStatus: `ActiveStatus.${activeStatus(assignment, today)}`,
  };
}
