import type { ClaimDefinition, JsonValue } from '../domain/claim.ts';
import type { ReleasedCategory } from '../protocol/released-claims.ts';

/** A category as the consent screen lists it. */
export interface SharedCategory {
  readonly label: string;
  readonly claims: readonly {
    readonly code: string;
    readonly label: string;
    /** What would be served, in words; none: nothing recorded. */
    readonly values: readonly string[];
  }[];
}

/** Puts what would be served into words. */
export function sharedValues(categories: readonly ReleasedCategory[]): readonly SharedCategory[] {
  return categories.map(({ category, hasRecord, claims }) => ({
    label: category.label,
    claims: claims.map(({ claim, value }) => ({
      code: claim.code,
      label: claim.label,
      values: hasRecord ? inWords(claim, value) : [],
    })),
  }));
}

function inWords({ type }: ClaimDefinition, value: JsonValue): readonly string[] {
  if (value === null || value === '') return [];
  switch (type) {
    case 'boolean':
      return [value === true ? 'Yes' : 'No'];
    case 'roles':
    case 'custom-roles':
      return Array.isArray(value) ? value.map(roleInWords) : [];
    case 'links':
      return Object.values(value).map(String);
    case 'string':
    case 'integer':
    case 'date':
    case 'picture':
      return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
  }
}

const STANDING: Readonly<Record<string, string>> = {
  'ActiveStatus.IS_ACTIVE': 'active',
  'ActiveStatus.HAS_BEEN_ACTIVE': 'ended',
  'ActiveStatus.WILL_BE_ACTIVE': 'not yet active',
};

function roleInWords(value: JsonValue): string {
  const { role, activeStatus } = value as { readonly role: string; readonly activeStatus: string };
  return `${role} (${STANDING[activeStatus] ?? activeStatus})`;
}
