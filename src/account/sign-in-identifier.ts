import type { Profile, SignInIdentifier } from '../domain/account.ts';
import { phoneNumber } from './phone-number.ts';

/** What decides how a bare phone number is completed. */
export interface PhoneSettings {
  /** E.164 country code of the institution, digits only: `91`. */
  readonly countryCode: string;
}

/** An e-mail address has at most 254 characters (RFC 5321 §4.5.3.1.3); nothing else is longer. */
const LONGEST = 320;

/** Claims that identify a person, besides the username. */
const TEXT_CLAIMS = [
  ['student', 'enrolment_number'],
  ['contact_information', 'email_address'],
  ['contact_information', 'institute_webmail_address'],
] as const;
const PHONE_CLAIMS = [
  ['contact_information', 'primary_phone_number'],
  ['contact_information', 'secondary_phone_number'],
] as const;

/**
 * What a person may have meant: the text itself, regardless of case, and the phone number it may be.
 * Empty for a text that can identify nobody.
 */
export function signInIdentifiers(
  typed: string,
  { countryCode }: PhoneSettings,
): readonly SignInIdentifier[] {
  const text = plain(typed);
  if (text === '') return [];
  const phone = phoneNumber(text, countryCode);
  // A foreign number may be stored as `1-4155550123`, where the country is not certain.
  const bare = phone?.startsWith(`+${countryCode}`) === true ? undefined : phone?.replace('+', '');
  return distinct([text, phone, bare]);
}

/**
 * What a person can sign in with: username, enrolment number, both e-mail addresses, both phone numbers.
 * An unverified e-mail address counts too: it leads to the account, but not in without its password.
 */
export function identifiersOf(
  username: string | null,
  profile: Profile,
  { countryCode }: PhoneSettings,
): readonly SignInIdentifier[] {
  const value = ([category, field]: readonly [string, string]): string => {
    const stored = profile.records[category]?.[field];
    return typeof stored === 'string' ? plain(stored) : '';
  };
  return distinct([
    plain(username ?? ''),
    ...TEXT_CLAIMS.map(value),
    ...PHONE_CLAIMS.map((claim) => phoneNumber(value(claim), countryCode)),
  ]);
}

function plain(text: string): string {
  if (text.length > LONGEST) return '';
  return text.normalize('NFKC').trim().toLowerCase();
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[];
}
