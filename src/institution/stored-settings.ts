import { z } from 'zod';

import type { JsonValue } from '../domain/claim.ts';
import { LANGUAGES } from '../domain/language.ts';
import type {
  HexColour,
  InstitutionSettings,
  SettingsConcern,
  StoredSettings,
} from '../domain/settings.ts';
import { claimCategorySources } from './claim-sources.ts';

type Document = StoredSettings['document'];

/** How each member of a document looks; a new member of the settings is a type error until it is here. */
type MemberSchemas = {
  readonly [Concern in SettingsConcern]: {
    readonly [Member in keyof InstitutionSettings[Concern]]: z.ZodType<
      InstitutionSettings[Concern][Member]
    >;
  };
};

const hexColour = z.custom<HexColour>(
  (value) => typeof value === 'string' && /^#[0-9a-f]{6}$/u.test(value),
);
const claimCodes = z.array(z.string()).readonly();
const longText = z.string().max(60_000).nullable();
const mailText = z.object({ subject: z.string(), text: z.string() }).readonly();

function inEachLanguage<Value>(schema: z.ZodType<Value>) {
  return z.object({ en: schema.nullable(), hi: schema.nullable() }).readonly();
}

const SCHEMAS: MemberSchemas = {
  identity: {
    name: z.string().min(1).max(80),
    logoPath: z.string().nullable(),
    accentColour: hexColour,
    accentColourDark: hexColour.nullable(),
    supportContact: z.string().nullable(),
    language: z.enum(LANGUAGES),
  },
  terms: { en: longText, hi: longText },
  mailTexts: {},
  dataPoints: { categories: claimCategorySources },
  tokens: {
    accessTokenSeconds: z.int().min(60),
    refreshTokenUnusedDays: z.int().min(1).nullable(),
  },
  consent: { remember: z.enum(['always-ask', 'ask-when-changed']) },
  sandbox: { isOn: z.boolean() },
  review: {
    fourEyes: z.boolean(),
    autoApprovedClaims: claimCodes,
    usualClaims: claimCodes,
    reattestAfterMonths: z.int().min(1).nullable(),
  },
  reviewDesk: {
    checklist: inEachLanguage(z.array(z.string()).readonly()),
    replies: inEachLanguage(
      z.array(z.object({ title: z.string(), text: z.string() }).readonly()).readonly(),
    ),
  },
  notifications: { mailOnNewAccess: z.boolean() },
  leakedSecrets: { reaction: z.enum(['revoke', 'warn']) },
};

export const SETTINGS_CONCERNS = Object.keys(SCHEMAS) as readonly SettingsConcern[];

/** The members that have a name of their own each: `password-reset.hi`. */
const mailTextKey = z.templateLiteral([z.string().regex(/^[a-z-]+$/u), '.', z.enum(LANGUAGES)]);

function schemaOf(concern: SettingsConcern, member: string): z.ZodType | undefined {
  if (concern === 'mailTexts') return mailTextKey.safeParse(member).success ? mailText : undefined;
  const schemas: Readonly<Record<string, z.ZodType>> = SCHEMAS[concern];
  return Object.hasOwn(schemas, member) ? schemas[member] : undefined;
}

/** What holds, and where it comes from. */
export interface ReadSettings {
  readonly settings: InstitutionSettings;
  /** What a member has been set to in the page; all others follow the environment and the defaults. */
  readonly chosen: Readonly<Record<SettingsConcern, Document>>;
  /** 0: never changed. */
  readonly versions: Readonly<Record<SettingsConcern, number>>;
  /** `identity.accentColour`: stored members that this program cannot read, and leaves alone. */
  readonly unread: readonly string[];
}

/**
 * Lays stored documents over what holds without them. A member that cannot be read is as if it were not there: a
 * document is never a reason not to start.
 */
export function readStoredSettings(
  defaults: InstitutionSettings,
  stored: readonly StoredSettings[],
): ReadSettings {
  const unread: string[] = [];
  const settings: Record<string, unknown> = {};
  const chosen: Record<string, Document> = {};
  const versions: Record<string, number> = {};
  for (const concern of SETTINGS_CONCERNS) {
    const found = stored.find((one) => one.concern === concern);
    const members = Object.entries(found?.document ?? {}).filter(([member, value]) => {
      const isRead = schemaOf(concern, member)?.safeParse(value).success === true;
      if (!isRead) unread.push(`${concern}.${member}`);
      return isRead;
    });
    chosen[concern] = Object.fromEntries(members);
    versions[concern] = found?.version ?? 0;
    settings[concern] = { ...defaults[concern], ...chosen[concern] };
  }
  return {
    settings: settings as unknown as InstitutionSettings,
    chosen: chosen as ReadSettings['chosen'],
    versions: versions as ReadSettings['versions'],
    unread,
  };
}

/** Members to set; an undefined one follows the environment and the defaults again, one not named stays. */
export type WantedValues<Concern extends SettingsConcern> = {
  readonly [Member in keyof InstitutionSettings[Concern]]?:
    InstitutionSettings[Concern][Member] | undefined;
};
type Wanted = Readonly<Record<string, JsonValue | undefined>>;

/**
 * The document to store so that the members have these values: what is as it would be anyway is left out, and goes
 * on following the environment; what this program cannot read stays as it is.
 * @param present the stored document
 */
export function documentOf<Concern extends SettingsConcern>(
  concern: Concern,
  values: WantedValues<Concern>,
  { defaults, present }: { readonly defaults: InstitutionSettings; readonly present: Document },
): Document {
  const otherwise: Readonly<Record<string, unknown>> = { ...defaults[concern] };
  const document = new Map(Object.entries(present));
  for (const [member, value] of Object.entries(values as Wanted)) {
    if (value === undefined || isSame(value, otherwise[member])) document.delete(member);
    else document.set(member, value);
  }
  return Object.fromEntries(document);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
