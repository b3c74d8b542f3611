/**
 * A claim is one item of user data (Omniport calls it a data point).
 * The catalogue is the closed list of claims an institution offers; `claim-catalogue.ts` holds the default.
 */

import type { Language } from './language.ts';

/** `category.field`, e.g. `student.branch.name`. The first segment is the category. */
export type ClaimCode = string;

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * What a claim holds:
 * - `string`, `integer`, `boolean`, `date` (`YYYY-MM-DD`): a plain value;
 * - `roles`: rendered from the account's roles, see `Role`;
 * - `links`: an object whose members stand directly in the category (wire contract §1.2, social information);
 * - `picture`: a path below `/media/`.
 */
export type ClaimType =
  'string' | 'integer' | 'boolean' | 'date' | 'roles' | 'custom-roles' | 'links' | 'picture';

/** Words in other languages than English; where there are none, the English ones stand. */
type Translations<Words> = Readonly<Partial<Record<Exclude<Language, 'en'>, Words>>>;

/** What is said about a claim. */
interface ClaimWords {
  /** What a person reads on the consent screen. */
  readonly label: string;
  /** Short explanation shown to a developer who chooses claims; may be empty. */
  readonly hint: string;
}

export interface ClaimDefinition extends ClaimWords {
  readonly code: ClaimCode;
  readonly category: string;
  /** Key inside the category in the response; dots of the code become spaces: `branch degree name`. */
  readonly responseKey: string;
  readonly type: ClaimType;
  /** What is served when the record exists but holds no value. */
  readonly whenUnset: JsonValue;
  readonly translations: Translations<ClaimWords>;
}

export interface ClaimCategory {
  /** First segment of its claims' codes: `faculty_member`. */
  readonly code: string;
  readonly label: string;
  /** Key in the response: `facultyMember`. */
  readonly responseKey: string;
  readonly claims: readonly ClaimDefinition[];
  readonly translations: Translations<Pick<ClaimWords, 'label'>>;
}

export interface ClaimCatalogue {
  /** In response order (wire contract §1.1, 4). */
  readonly categories: readonly ClaimCategory[];
  readonly byCode: ReadonlyMap<ClaimCode, ClaimDefinition>;
}

/** `display_picture` → `displayPicture`; a key without `_` is left alone, so spaces survive (wire contract §1.1). */
export function camelCase(key: string): string {
  return key.replaceAll(/_+([a-z0-9])/gu, (_match, letter: string) => letter.toUpperCase());
}

/** What an institution writes to define a category; the rest follows from the codes. */
export interface ClaimCategorySource {
  readonly code: string;
  readonly label: string;
  readonly translations?: Translations<Pick<ClaimWords, 'label'>>;
  readonly claims: readonly ClaimSource[];
}

interface ClaimSource {
  readonly code: ClaimCode;
  readonly label: string;
  readonly type: ClaimType;
  readonly whenUnset?: JsonValue;
  readonly hint?: string;
  readonly translations?: Translations<Pick<ClaimWords, 'label'> & Partial<ClaimWords>>;
}

/**
 * Builds a catalogue. Sources with the code of an earlier category extend it.
 * @throws RangeError when a code does not start with its category, or two claims would be the same on the wire
 */
export function claimCatalogue(sources: readonly ClaimCategorySource[]): ClaimCatalogue {
  return sources.reduce(withCategory, { categories: [], byCode: new Map() });
}

/**
 * A catalogue with more in it. What it defines already stays as it is: of the sources, claims that are there already,
 * or would be the same on the wire, are left out.
 */
export function extendedCatalogue(
  catalogue: ClaimCatalogue,
  sources: readonly ClaimCategorySource[],
): ClaimCatalogue {
  return sources
    .flatMap((source) => source.claims.map((claim) => ({ ...source, claims: [claim] })))
    .reduce((built, source) => {
      try {
        return withCategory(built, source);
      } catch (error) {
        if (error instanceof RangeError) return built;
        throw error;
      }
    }, catalogue);
}

/** What stands beside the categories in user data (wire contract §1). */
const RESERVED_KEYS = ['userId', 'username'];

function withCategory(catalogue: ClaimCatalogue, source: ClaimCategorySource): ClaimCatalogue {
  const present = catalogue.categories.find(({ code }) => code === source.code);
  const category = present ?? newCategory(catalogue, source);
  const byCode = new Map(catalogue.byCode);
  const claims = [...category.claims];
  for (const claim of source.claims.map((one) => claimDefinition(one, source.code))) {
    if (byCode.has(claim.code)) throw new RangeError(`claim ${claim.code} is defined twice`);
    const other = claims.find(({ responseKey }) => responseKey === claim.responseKey);
    if (other !== undefined) {
      throw new RangeError(`claims ${other.code} and ${claim.code} would be the same on the wire`);
    }
    claims.push(claim);
    byCode.set(claim.code, claim);
  }
  const extended = { ...category, claims };
  const others = catalogue.categories;
  return {
    categories:
      present === undefined
        ? [...others, extended]
        : others.map((one) => (one === present ? extended : one)),
    byCode,
  };
}

function newCategory(catalogue: ClaimCatalogue, source: ClaimCategorySource): ClaimCategory {
  const { code, label, translations = {} } = source;
  const responseKey = camelCase(code);
  const taken = [...RESERVED_KEYS, ...catalogue.categories.map((one) => one.responseKey)];
  if (taken.includes(responseKey)) {
    throw new RangeError(`category ${code} would be ${responseKey} on the wire, which is taken`);
  }
  return { code, label, responseKey, claims: [], translations };
}

function claimDefinition(source: ClaimSource, category: string): ClaimDefinition {
  const { code, label, type, whenUnset = null, hint = '', translations = {} } = source;
  if (!code.startsWith(`${category}.`) || code.length === category.length + 1) {
    throw new RangeError(`claim ${code} must be named ${category}.<field>`);
  }
  const field = code.slice(category.length + 1);
  return {
    code,
    label,
    category,
    responseKey: camelCase(field.replaceAll('.', ' ')),
    type,
    whenUnset,
    hint,
    translations: mapValues(translations, (words) => ({ hint, ...words })),
  };
}

function mapValues<From, To>(
  translations: Translations<From>,
  map: (words: From) => To,
): Translations<To> {
  const entries = Object.entries(translations) as [Exclude<Language, 'en'>, From][];
  return Object.fromEntries(entries.map(([language, words]) => [language, map(words)]));
}

/** The same catalogue with the labels and hints that people of the language read. */
export function catalogueIn(catalogue: ClaimCatalogue, language: Language): ClaimCatalogue {
  if (language === 'en') return catalogue;
  const categories = catalogue.categories.map((category) => ({
    ...category,
    ...category.translations[language],
    claims: category.claims.map((claim) => ({ ...claim, ...claim.translations[language] })),
  }));
  const claims = categories.flatMap((category) => category.claims);
  return { categories, byCode: new Map(claims.map((claim) => [claim.code, claim])) };
}

/** The field of a claim inside its category's record: `student.branch.name` → `branch.name`. */
export function claimField(claim: ClaimDefinition): string {
  return claim.code.slice(claim.category.length + 1);
}
