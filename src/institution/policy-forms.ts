import type { ClaimCatalogue, ClaimCode } from '../domain/claim.ts';
import type { InstitutionSettings, SettingsConcern } from '../domain/settings.ts';
import type { ParsedForm } from './parsed-form.ts';

/** Concerns that are policies, in the order in which they are shown. */
export const POLICIES = [
  'tokens',
  'consent',
  'review',
  'sandbox',
  'leakedSecrets',
  'notifications',
] as const satisfies readonly SettingsConcern[];
export type Policy = (typeof POLICIES)[number];

export function parsePolicy(text: string): Policy | undefined {
  return POLICIES.find((policy) => policy === text);
}

/** The units in which a lifetime can be written, in seconds. */
export const LIFETIME_UNITS = { minutes: 60, hours: 3600, days: 86_400 } as const;
export type LifetimeUnit = keyof typeof LIFETIME_UNITS;

/** What a maintainer typed: the fields of all policies; a form sends those of one. */
export interface TypedPolicies {
  readonly accessTokenAmount: string;
  readonly accessTokenUnit: string;
  /** `''`: never. */
  readonly refreshTokenUnusedDays: string;
  readonly remember: string;
  readonly fourEyes: boolean;
  readonly autoApprovedClaims: readonly ClaimCode[];
  readonly usualClaims: readonly ClaimCode[];
  /** `''`: never. */
  readonly reattestAfterMonths: string;
  /** `on` or `off`. */
  readonly sandbox: string;
  readonly reaction: string;
  readonly mailOnNewAccess: boolean;
}

/** What is wrong, by field. */
export type PolicyProblems = Readonly<Partial<Record<keyof TypedPolicies, PolicyProblem>>>;
type PolicyProblem =
  | { readonly code: 'not-a-number'; readonly least: number; readonly most: number }
  | { readonly code: 'too-short' | 'too-long' }
  /** An app would never come in time to use its refresh token. */
  | { readonly code: 'shorter-than-access-token' }
  | { readonly code: 'not-chosen' }
  | { readonly code: 'unknown-claims'; readonly claims: readonly ClaimCode[] };

type Parsed<Concern extends Policy> = ParsedForm<InstitutionSettings[Concern], PolicyProblems>;

const SHORTEST_TOKEN = 60;
const LONGEST_TOKEN = 365 * 86_400;

/** Parses the fields of one policy. */
export const PARSE_POLICY: {
  readonly [Concern in Policy]: (
    typed: TypedPolicies,
    catalogue: ClaimCatalogue,
  ) => Parsed<Concern>;
} = {
  tokens: parseTokens,
  consent: ({ remember }) =>
    remember === 'always-ask' || remember === 'ask-when-changed'
      ? { type: 'valid', values: { remember } }
      : { type: 'invalid', problems: { remember: { code: 'not-chosen' } } },
  review: parseReview,
  sandbox: ({ sandbox }) =>
    sandbox === 'on' || sandbox === 'off'
      ? { type: 'valid', values: { isOn: sandbox === 'on' } }
      : { type: 'invalid', problems: { sandbox: { code: 'not-chosen' } } },
  leakedSecrets: ({ reaction }) =>
    reaction === 'revoke' || reaction === 'warn'
      ? { type: 'valid', values: { reaction } }
      : { type: 'invalid', problems: { reaction: { code: 'not-chosen' } } },
  notifications: ({ mailOnNewAccess }) => ({ type: 'valid', values: { mailOnNewAccess } }),
};

function parseTokens(typed: TypedPolicies): Parsed<'tokens'> {
  const seconds = parseLifetime(typed);
  const unused = parseOptionalWhole(typed.refreshTokenUnusedDays, { least: 1, most: 3650 });
  if (typeof seconds === 'number' && !isProblem(unused)) {
    if (unused === null || unused * LIFETIME_UNITS.days > seconds) {
      return {
        type: 'valid',
        values: { accessTokenSeconds: seconds, refreshTokenUnusedDays: unused },
      };
    }
    const problem: PolicyProblem = { code: 'shorter-than-access-token' };
    return { type: 'invalid', problems: { refreshTokenUnusedDays: problem } };
  }
  return {
    type: 'invalid',
    problems: {
      ...(typeof seconds !== 'number' && seconds),
      ...(isProblem(unused) && { refreshTokenUnusedDays: unused }),
    },
  };
}

/** In seconds. */
function parseLifetime(typed: TypedPolicies): number | PolicyProblems {
  const amount = parseWhole(typed.accessTokenAmount, { least: 1, most: 525_600 });
  const isUnit = Object.hasOwn(LIFETIME_UNITS, typed.accessTokenUnit);
  if (isProblem(amount) || !isUnit) {
    return {
      ...(isProblem(amount) && { accessTokenAmount: amount }),
      ...(!isUnit && { accessTokenUnit: { code: 'not-chosen' } }),
    };
  }
  const seconds = LIFETIME_UNITS[typed.accessTokenUnit as LifetimeUnit] * amount;
  if (seconds < SHORTEST_TOKEN) return { accessTokenAmount: { code: 'too-short' } };
  return seconds > LONGEST_TOKEN ? { accessTokenAmount: { code: 'too-long' } } : seconds;
}

function parseReview(typed: TypedPolicies, catalogue: ClaimCatalogue): Parsed<'review'> {
  const reattestAfterMonths = parseOptionalWhole(typed.reattestAfterMonths, { least: 1, most: 60 });
  const unknown = (claims: readonly ClaimCode[]): PolicyProblem | undefined => {
    const missing = claims.filter((code) => !catalogue.byCode.has(code));
    return missing.length === 0 ? undefined : { code: 'unknown-claims', claims: missing };
  };
  const auto = unknown(typed.autoApprovedClaims);
  const usual = unknown(typed.usualClaims);
  if (auto !== undefined || usual !== undefined || isProblem(reattestAfterMonths)) {
    return {
      type: 'invalid',
      problems: {
        ...(auto !== undefined && { autoApprovedClaims: auto }),
        ...(usual !== undefined && { usualClaims: usual }),
        ...(isProblem(reattestAfterMonths) && { reattestAfterMonths }),
      },
    };
  }
  return {
    type: 'valid',
    values: {
      fourEyes: typed.fourEyes,
      autoApprovedClaims: inCatalogueOrder(typed.autoApprovedClaims, catalogue),
      usualClaims: inCatalogueOrder(typed.usualClaims, catalogue),
      reattestAfterMonths,
    },
  };
}

function inCatalogueOrder(
  claims: readonly ClaimCode[],
  { byCode }: ClaimCatalogue,
): readonly ClaimCode[] {
  return [...byCode.keys()].filter((code) => claims.includes(code));
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

function parseWhole(typed: string, bounds: Bounds): number | PolicyProblem {
  const text = typed.trim();
  const number = /^\d{1,7}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= bounds.least && number <= bounds.most
    ? number
    : { code: 'not-a-number', ...bounds };
}

function parseOptionalWhole(typed: string, bounds: Bounds): number | null | PolicyProblem {
  return typed.trim() === '' ? null : parseWhole(typed, bounds);
}

function isProblem(parsed: number | null | PolicyProblem): parsed is PolicyProblem {
  return typeof parsed === 'object' && parsed !== null;
}
