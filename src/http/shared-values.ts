import type { ClaimDefinition, ClaimType, JsonValue } from '../domain/claim.ts';
import type { Messages } from '../pages/messages/messages.ts';
import type { ReleasedCategory } from '../protocol/released-claims.ts';

/** A category as the consent screen lists it. */
export interface SharedCategory {
  readonly label: string;
  readonly claims: readonly {
    readonly code: string;
    readonly label: string;
    readonly type: ClaimType;
    /** What would be served, in words; none: nothing recorded. */
    readonly values: readonly string[];
  }[];
}

/** Puts what would be served into words. */
export function sharedValues(
  categories: readonly ReleasedCategory[],
  { consent: text }: Pick<Messages, 'consent'>,
): readonly SharedCategory[] {
  return categories.map(({ category, hasRecord, claims }) => ({
    label: category.label,
    claims: claims.map(({ claim, value }) => ({
      code: claim.code,
      label: claim.label,
      type: claim.type,
      values: hasRecord ? inWords(claim, value, text) : [],
    })),
  }));
}

type Text = Messages['consent'];

function inWords({ type }: ClaimDefinition, value: JsonValue, text: Text): readonly string[] {
  if (value === null || value === '') return [];
  switch (type) {
    case 'boolean':
      return [value === true ? text.yes : text.no];
    case 'roles':
    case 'custom-roles':
      return Array.isArray(value) ? value.map((role: JsonValue) => roleInWords(role, text)) : [];
    case 'links':
      return Object.values(value).map(String);
    case 'string':
    case 'integer':
    case 'date':
    case 'picture':
      return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
  }
}

function roleInWords(value: JsonValue, text: Text): string {
  const { role, activeStatus } = value as { readonly role: string; readonly activeStatus: string };
  switch (activeStatus) {
    case 'ActiveStatus.IS_ACTIVE':
      return text.activeRole(role);
    case 'ActiveStatus.HAS_BEEN_ACTIVE':
      return text.endedRole(role);
    default:
      return text.futureRole(role);
  }
}
