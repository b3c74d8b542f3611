import type { AccountId, Profile } from '../domain/account.ts';
import type { BearerAccess } from '../domain/authorization.ts';
import type { ClaimCatalogue, ClaimCode, JsonValue } from '../domain/claim.ts';
import { hasPerson, type ReleasedCategory, releasedClaims } from './released-claims.ts';

/**
 * What an access token reads beside `userId` and `username`: what the person granted as far as it may be granted
 * today, so that data points added later are not served unasked.
 */
export function servedClaims({
  account,
  client,
  grantedClaims,
}: BearerAccess): readonly ClaimCode[] {
  if (!hasPerson(account.profile)) return NO_CLAIMS;
  return commonClaims(grantedClaims, client.grantableClaims);
}

const NO_CLAIMS: readonly ClaimCode[] = [];

/** What was found last for a list. Storage answers the same list again and again, and an app may be granted one thing. */
const lastCommon = new WeakMap<
  readonly ClaimCode[],
  { readonly grantable: readonly ClaimCode[]; readonly common: readonly ClaimCode[] }
>();

function commonClaims(
  granted: readonly ClaimCode[],
  grantable: readonly ClaimCode[],
): readonly ClaimCode[] {
  if (granted === grantable) return granted;
  const last = lastCommon.get(granted);
  if (last?.grantable === grantable) return last.common;
  const common = granted.filter((claim) => grantable.includes(claim));
  lastCommon.set(granted, { grantable, common });
  return common;
}

interface About {
  readonly catalogue: ClaimCatalogue;
  /** `YYYY-MM-DD`, where the institution is. */
  readonly today: string;
}

/** What user data was made from, and came to. */
interface Rendering extends About {
  readonly id: AccountId;
  readonly username: string | null;
  readonly claims: readonly ClaimCode[];
  readonly text: string;
}

/**
 * The last one of each profile. A profile never changes: when a person's does, storage answers another one. So what
 * is served is as new as what was read, and is forgotten with it.
 */
const renderings = new WeakMap<Profile, Rendering>();

/**
 * The user data of an access token as the exact JSON text (wire contract §1).
 *
 * @param claims those served
 */
export function userData(
  { account }: BearerAccess,
  claims: readonly ClaimCode[],
  { catalogue, today }: About,
): string {
  const { id, username, profile } = account;
  const last = renderings.get(profile);
  if (
    last?.claims === claims &&
    last.id === id &&
    last.username === username &&
    last.catalogue === catalogue &&
    last.today === today
  ) {
    return last.text;
  }
  const categories = releasedClaims(claims, profile, { catalogue, today });
  const text = compactJson({
    userId: id,
    username,
    ...Object.fromEntries(
      categories.map((category) => [category.category.responseKey, categoryData(category)]),
    ),
  });
  renderings.set(profile, { id, username, claims, catalogue, today, text });
  return text;
}

/** `{}` without a record (wire contract §1.4). */
function categoryData({ claims, hasRecord }: ReleasedCategory): JsonValue {
  if (!hasRecord) return {};
  return Object.fromEntries(
    claims.flatMap(({ claim, value }) =>
      claim.type === 'links' ? linkMembers(value) : [[claim.responseKey, value] as const],
    ),
  );
}

/** Links stand in the category itself, there is no key of their own (wire contract §1.2). */
function linkMembers(value: JsonValue): (readonly [string, JsonValue])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value)
    : [];
}

/**
 * No spaces, letters of all scripts as they are, but the two line separators escaped, which some JavaScript
 * parsers take for an end of line.
 */
function compactJson(value: JsonValue): string {
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
