import type { ClaimCatalogue } from '../domain/claim.ts';
import type { Clock } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { MailWording } from '../domain/mail-wording.ts';
import type { RequestObserver } from '../domain/request-observer.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { InstitutionSettings } from '../domain/settings.ts';
import type { Storage } from '../domain/storage.ts';
import type { LiveSettings } from '../institution/live-settings.ts';
import type { Brand, PageFrame } from '../pages/page-frame.ts';
import type { PeopleImports } from '../people/people-imports.ts';
import type { ContentCoding } from './content-coding.ts';

/** What the institution is called and where it lives. */
export interface Institution {
  /** Shown in headings and mails: `Demo Institute`. */
  readonly name: string;
  /** Origin without a trailing slash: `https://auth.example.edu`. Never taken from a Host header. */
  readonly issuer: string;
  /** IANA name; decides which day it is for roles. */
  readonly timeZone: string;
  /** Calling code of phone numbers written without one, digits only: `91`. */
  readonly countryCode: string;
  /** Of pages and mails for whoever chose none and asks for none that we have. */
  readonly language: Language;
}

/** RFC 6749 lifetimes, in seconds. */
export interface Lifetimes {
  readonly authorizationCode: number;
  readonly accessToken: number;
  /** How long a lost answer to a refresh can be fetched again with the same token. */
  readonly refreshRetry: number;
  /** How long a refresh token may go unused; null: for ever. */
  readonly refreshTokenUnused: number | null;
  readonly session: number;
  readonly passwordReset: number;
}

/** One structured line; must never hold a secret, a code, a token or a query string. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A built file served below `/assets/`. */
export interface Asset {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** The same as the build compressed it; absent: it did not. */
  readonly compressed?: Readonly<Record<ContentCoding, Uint8Array>>;
}

export interface Assets {
  /** Logical name (`styles.css`, `word-counter.js`) to URL path (`/assets/styles.<hash>.css`). */
  readonly urls: PageFrame['assets'];
  /** @param fileName the last segment of a URL path */
  find(fileName: string): Asset | undefined;
}

/**
 * Everything a request may use, built once in the composition root (`following-settings.ts`). What follows the
 * settings is read anew for each request: `institution`, `brand`, `lifetimes`, `catalogue`, `sandboxIsOn` and
 * `settings()`.
 */
export interface AppDependencies {
  readonly storage: Storage;
  /** The storage for one request, where an engine can keep a request waiting (`patient-storage.ts`). */
  readonly requestStorage: (storage: Storage) => Storage;
  readonly clock: Clock;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly catalogue: ClaimCatalogue;
  /** Without what maintainers added. */
  readonly fixedCatalogue: ClaimCatalogue;
  readonly sendMail: SendMail;
  readonly mailWording: MailWording;
  readonly institution: Institution;
  readonly brand: Brand;
  /** Whether apps reach synthetic people (docs/adr/0008). */
  readonly sandboxIsOn: boolean;
  /** What maintainers decided, as it holds now; asks nobody. */
  readonly settings: () => InstitutionSettings;
  readonly liveSettings: LiveSettings;
  readonly lifetimes: Lifetimes;
  readonly assets: Assets;
  readonly log: Log;
  readonly observe: RequestObserver;
  readonly peopleImports: PeopleImports;
  /** Whether the server is on its way out and should get no new requests. */
  readonly isStopping: () => boolean;
  /** Whether the client's address is the last entry of X-Forwarded-For (behind a proxy of ours). */
  readonly trustProxy: boolean;
  /** Whether the demo campus is here: its sign-ins are shown on the sign-in page. */
  readonly demoSignIns: readonly {
    readonly username: string;
    readonly password: string;
    readonly who: string;
  }[];
}
