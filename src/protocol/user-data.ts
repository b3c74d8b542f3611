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
  return hasPerson(account.profile)
    ? grantedClaims.filter((claim) => client.grantableClaims.includes(claim))
    : [];
}

/**
 * The user data of an access token as the exact JSON text (wire contract §1).
 *
 * @param claims those served
 * @param about `today` as `YYYY-MM-DD`, where the institution is
 */
export function userData(
  { account }: BearerAccess,
  claims: readonly ClaimCode[],
  about: { readonly catalogue: ClaimCatalogue; readonly today: string },
): string {
  const categories = releasedClaims(claims, account.profile, about);
  return compactJson({
    userId: account.id,
    username: account.username,
    ...Object.fromEntries(
      categories.map((category) => [category.category.responseKey, categoryData(category)]),
    ),
  });
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
