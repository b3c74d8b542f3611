import type { AccountId } from './account.ts';
import type { ClaimCategorySource, ClaimCode, JsonValue } from './claim.ts';
import type { Instant } from './clock.ts';
import type { Language } from './language.ts';

/** `#1f4e8c`: sRGB, six lower-case digits. */
export type HexColour = `#${string}`;

/** Who the institution is, on every page and in every mail. */
export interface IdentitySettings {
  /** Shown in headings and mails: `Demo Institute`; 1 to 80 characters. */
  readonly name: string;
  /** Path below `/media/`; null: the institution's initial. */
  readonly logoPath: string | null;
  /** Of links and buttons on light ground; readable on every light surface (WCAG AA). */
  readonly accentColour: HexColour;
  /** On dark ground; null: the nearest readable one of the same hue. */
  readonly accentColourDark: HexColour | null;
  /** Where to complain about an app: an e-mail address or an https address; null: nowhere is said. */
  readonly supportContact: string | null;
  /** Of pages and mails for whoever chose none and asks for none that we have. */
  readonly language: Language;
}

/**
 * The terms that developers agree to, in the few marks of `pages/components/prose.tsx`; null: the text that comes
 * with the product, in that language.
 */
export type TermsSettings = Readonly<Record<Language, string | null>>;

/** Own words of a mail. Parameters stand in double braces: `{{name}}`; see `src/mail/own-words.ts`. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Which mail in which language: `password-reset.hi`. */
export type MailTextKey = `${string}.${Language}`;

/** Mails whose words the institution chose itself; all others have the words that come with the product. */
type MailTextSettings = Readonly<Record<MailTextKey, MailText>>;

/** Data points beside those of the program and of CLAIMS_FILE. */
interface DataPointSettings {
  readonly categories: readonly ClaimCategorySource[];
}

interface TokenSettings {
  /** How long an access token works. Those issued before a change keep their end. */
  readonly accessTokenSeconds: number;
  /** A refresh token that was not used for so long is refused; null: it works until it is revoked. */
  readonly refreshTokenUnusedDays: number | null;
}

interface ConsentSettings {
  /**
   * - `always-ask`: at every authorization;
   * - `ask-when-changed`: not again while an app asks for nothing that the person has not allowed it before.
   */
  readonly remember: 'always-ask' | 'ask-when-changed';
}

interface SandboxSettings {
  /** Whether apps have credentials that reach synthetic people, before they are approved and after. */
  readonly isOn: boolean;
}

interface ReviewSettings {
  /** An approval needs two maintainers. */
  readonly fourEyes: boolean;
  /** An app that asks for these and nothing else is approved by itself. */
  readonly autoApprovedClaims: readonly ClaimCode[];
  /** What apps commonly ask for; the review desk points out whatever goes beyond. */
  readonly usualClaims: readonly ClaimCode[];
  /** How long after an approval a team must confirm that it still needs what was approved; null: never. */
  readonly reattestAfterMonths: number | null;
}

/** A reply that a reviewer can send as it is. */
export interface CannedReply {
  readonly title: string;
  readonly text: string;
}

/** What the review desk asks and offers, by language; null: what comes with the product. */
interface ReviewDeskSettings {
  /** Asked before an approval. */
  readonly checklist: Readonly<Record<Language, readonly string[] | null>>;
  readonly replies: Readonly<Record<Language, readonly CannedReply[] | null>>;
}

interface NotificationSettings {
  /** Whether a person is mailed when an app gets access to their data for the first time. */
  readonly mailOnNewAccess: boolean;
}

interface LeakedSecretSettings {
  /** What happens when a client secret is found in the open: it is revoked at once, or its team is only told. */
  readonly reaction: 'revoke' | 'warn';
}

/** All that maintainers decide about the institution, as it holds now. Each member is a concern of its own. */
export interface InstitutionSettings {
  readonly identity: IdentitySettings;
  readonly terms: TermsSettings;
  readonly mailTexts: MailTextSettings;
  readonly dataPoints: DataPointSettings;
  readonly tokens: TokenSettings;
  readonly consent: ConsentSettings;
  readonly sandbox: SandboxSettings;
  readonly review: ReviewSettings;
  readonly reviewDesk: ReviewDeskSettings;
  readonly notifications: NotificationSettings;
  readonly leakedSecrets: LeakedSecretSettings;
}

/** What is saved, compared and recorded together. */
export type SettingsConcern = keyof InstitutionSettings;

/** What holds before anybody decides. The environment replaces the name, the language and the lifetime of tokens. */
export const DEFAULT_SETTINGS: InstitutionSettings = {
  identity: {
    name: 'Omniport',
    logoPath: null,
    accentColour: '#1f4e8c',
    accentColourDark: null,
    supportContact: null,
    language: 'en',
  },
  terms: { en: null, hi: null },
  mailTexts: {},
  dataPoints: { categories: [] },
  tokens: { accessTokenSeconds: 36_000, refreshTokenUnusedDays: null },
  consent: { remember: 'always-ask' },
  sandbox: { isOn: true },
  review: {
    fourEyes: false,
    autoApprovedClaims: [],
    usualClaims: [
      'person.short_name',
      'person.full_name',
      'person.roles',
      'person.display_picture',
      'contact_information.email_address',
      'contact_information.email_address_verified',
      'contact_information.institute_webmail_address',
    ],
    reattestAfterMonths: null,
  },
  reviewDesk: { checklist: { en: null, hi: null }, replies: { en: null, hi: null } },
  notifications: { mailOnNewAccess: true },
  leakedSecrets: { reaction: 'revoke' },
};

/**
 * A concern's document as it is kept: only what maintainers chose. A member that is missing follows the environment
 * and the defaults, so a document written by an older program, which knew fewer members, still means what it meant.
 */
export interface StoredSettings {
  readonly concern: string;
  /** 1 for the first change, then growing by one. */
  readonly version: number;
  /** Not yet parsed: another version of the program may have written it. */
  readonly document: Readonly<Record<string, JsonValue>>;
}

export interface SettingsChange {
  readonly concern: SettingsConcern;
  /** The whole document. */
  readonly document: Readonly<Record<string, JsonValue>>;
  /** The version that the change was made on; 0: there was none. */
  readonly expectedVersion: number;
  /** null: the operator, from the command line. */
  readonly actor: AccountId | null;
  readonly at: Instant;
}

/** One entry of the history of settings, kept for ever. */
export interface SettingsHistoryEntry extends StoredSettings {
  readonly at: Instant;
  readonly actor: AccountId | null;
  /** As it is today; null: nobody who signed in. */
  readonly actorName: string | null;
  /** What it replaced; null: nothing. */
  readonly before: StoredSettings['document'] | null;
}

export interface SettingsStore {
  /** The newest document of each concern that was ever changed, all of one moment. */
  readSettings(): Promise<readonly StoredSettings[]>;
  /**
   * Replaces a concern's document and writes history, atomically, if the concern still is at `expectedVersion`:
   * of two maintainers who save at once, one is told, and nothing is lost.
   */
  changeSettings(change: SettingsChange): Promise<'changed' | 'changed-meanwhile'>;
  /** Newest first. */
  listSettingsHistory(limit: number): Promise<readonly SettingsHistoryEntry[]>;
}
