import {
  extendedCatalogue,
  type ClaimCatalogue,
  type ClaimCategorySource,
  type ClaimCode,
  type ClaimType,
} from '../domain/claim.ts';
import { codePointName, invisibleCharacter } from '../domain/visible-text.ts';
import { OWN_CLAIM_TYPES } from './claim-sources.ts';
import type { ParsedForm } from './parsed-form.ts';

/** What a maintainer typed about a data point. */
export interface TypedDataPoint {
  /** Code of a category there is; `''`: a new one. */
  readonly category: string;
  readonly newCategoryCode: string;
  readonly newCategoryLabel: string;
  readonly newCategoryLabelHindi: string;
  /** What follows the category in the code: `card_number`. */
  readonly field: string;
  readonly type: string;
  readonly label: string;
  readonly labelHindi: string;
  readonly hint: string;
  readonly hintHindi: string;
}

type DataPointProblem =
  | { readonly code: 'missing' | 'not-a-code' | 'taken' | 'not-chosen' }
  | { readonly code: 'too-long'; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };
export type DataPointProblems = Readonly<Partial<Record<keyof TypedDataPoint, DataPointProblem>>>;

type Sources = readonly ClaimCategorySource[];
type Source = ClaimCategorySource['claims'][number];

const LONGEST_LABEL = 80;
const LONGEST_HINT = 200;
const CATEGORY_CODE = /^[a-z][a-z0-9_]*$/u;
const FIELD_CODE = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*$/u;

/** A data point to add, with the sources that then hold it. */
export function parseNewDataPoint(
  typed: TypedDataPoint,
  { catalogue, sources }: { readonly catalogue: ClaimCatalogue; readonly sources: Sources },
): ParsedForm<{ readonly code: ClaimCode; readonly sources: Sources }, DataPointProblems> {
  const present = catalogue.categories.find(({ code }) => code === typed.category);
  const category = present?.code ?? typed.newCategoryCode.trim();
  const code = `${category}.${typed.field.trim()}`;
  const type = OWN_CLAIM_TYPES.find((known) => known === typed.type);
  const problems: DataPointProblems = {
    ...(typed.category !== '' && present === undefined && { category: { code: 'not-chosen' } }),
    ...(present === undefined && problemsOfCategory(typed, catalogue)),
    ...problemsOfWords(typed),
    ...(typed.field.trim() === ''
      ? { field: { code: 'missing' } }
      : !FIELD_CODE.test(typed.field.trim()) && { field: { code: 'not-a-code' } }),
    ...(type === undefined && { type: { code: 'not-chosen' } }),
  };
  if (Object.keys(problems).length > 0 || type === undefined) {
    return { type: 'invalid', problems };
  }
  const source: ClaimCategorySource = {
    ...(present === undefined
      ? newCategory(typed)
      : { code: present.code, label: present.label, translations: present.translations }),
    claims: [wordedClaim({ code, type }, typed)],
  };
  const wasThere = catalogue.byCode.has(code);
  if (wasThere || !extendedCatalogue(catalogue, [source]).byCode.has(code)) {
    return { type: 'invalid', problems: { field: { code: 'taken' } } };
  }
  return { type: 'valid', values: { code, sources: withSource(sources, source) } };
}

function problemsOfCategory(typed: TypedDataPoint, catalogue: ClaimCatalogue): DataPointProblems {
  const code = typed.newCategoryCode.trim();
  const isTaken = catalogue.categories.some((category) => category.code === code);
  const label = problemOfText(typed.newCategoryLabel, LONGEST_LABEL, 'needed');
  const hindi = problemOfText(typed.newCategoryLabelHindi, LONGEST_LABEL);
  return {
    ...(code === ''
      ? { newCategoryCode: { code: 'missing' } }
      : !CATEGORY_CODE.test(code) && { newCategoryCode: { code: 'not-a-code' } }),
    ...(isTaken && { newCategoryCode: { code: 'taken' } }),
    ...(label && { newCategoryLabel: label }),
    ...(hindi && { newCategoryLabelHindi: hindi }),
  };
}

type TypedWords = Pick<TypedDataPoint, 'label' | 'labelHindi' | 'hint' | 'hintHindi'>;

function problemsOfWords(typed: TypedWords): DataPointProblems {
  const label = problemOfText(typed.label, LONGEST_LABEL, 'needed');
  const labelHindi = problemOfText(typed.labelHindi, LONGEST_LABEL);
  const hint = problemOfText(typed.hint, LONGEST_HINT);
  const hintHindi = problemOfText(typed.hintHindi, LONGEST_HINT);
  return {
    ...(label && { label }),
    ...(labelHindi && { labelHindi }),
    ...(hint && { hint }),
    ...(hintHindi && { hintHindi }),
  };
}

function problemOfText(
  text: string,
  longest: number,
  isNeeded?: 'needed',
): DataPointProblem | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return isNeeded === undefined ? undefined : { code: 'missing' };
  const invisible = invisibleCharacter(trimmed);
  if (invisible !== undefined) {
    return { code: 'invisible-character', character: codePointName(invisible) };
  }
  return trimmed.length > longest ? { code: 'too-long', longest } : undefined;
}

function newCategory(typed: TypedDataPoint): Omit<ClaimCategorySource, 'claims'> {
  const hindi = typed.newCategoryLabelHindi.trim();
  return {
    code: typed.newCategoryCode.trim(),
    label: typed.newCategoryLabel.trim(),
    ...(hindi !== '' && { translations: { hi: { label: hindi } } }),
  };
}

function wordedClaim(
  claim: { readonly code: ClaimCode; readonly type: ClaimType },
  typed: TypedWords,
): Source {
  const label = typed.label.trim();
  const hint = typed.hint.trim();
  const labelHindi = typed.labelHindi.trim();
  const hintHindi = typed.hintHindi.trim();
  return {
    ...claim,
    label,
    ...(hint !== '' && { hint }),
    ...((labelHindi !== '' || hintHindi !== '') && {
      translations: {
        hi: {
          label: labelHindi === '' ? label : labelHindi,
          ...(hintHindi !== '' && { hint: hintHindi }),
        },
      },
    }),
  };
}

function withSource(sources: Sources, added: ClaimCategorySource): Sources {
  const present = sources.find(({ code }) => code === added.code);
  if (present === undefined) return [...sources, added];
  const extended = { ...present, claims: [...present.claims, ...added.claims] };
  return sources.map((source) => (source === present ? extended : source));
}

/** Other words for a data point of the institution; what it is called on the wire and holds stays. */
export function parseDataPointWords(
  code: ClaimCode,
  typed: TypedWords,
  sources: Sources,
): ParsedForm<Sources, DataPointProblems> {
  const problems = problemsOfWords(typed);
  if (Object.keys(problems).length > 0) return { type: 'invalid', problems };
  return {
    type: 'valid',
    values: sources.map((source) => ({
      ...source,
      claims: source.claims.map((claim) => (claim.code === code ? reworded(claim, typed) : claim)),
    })),
  };
}

function reworded({ code, type, whenUnset }: Source, typed: TypedWords): Source {
  return {
    ...wordedClaim({ code, type }, typed),
    ...(whenUnset !== undefined && { whenUnset }),
  };
}

/** Without a data point; a category that holds no other goes with it. */
export function withoutDataPoint(code: ClaimCode, sources: Sources): Sources {
  return sources
    .map((source) => ({
      ...source,
      claims: source.claims.filter((claim) => claim.code !== code),
    }))
    .filter((source) => source.claims.length > 0);
}

/** A data point that maintainers added; undefined for all others. */
export function ownDataPoint(code: ClaimCode, sources: Sources): Source | undefined {
  return sources.flatMap((source) => source.claims).find((claim) => claim.code === code);
}
