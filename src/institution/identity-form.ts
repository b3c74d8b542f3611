import { parseLanguage } from '../domain/language.ts';
import { DEFAULT_SETTINGS, type HexColour, type IdentitySettings } from '../domain/settings.ts';
import { codePointName, invisibleCharacter } from '../domain/visible-text.ts';
import { judgeAccent, type AccentOutcome, type Mode } from './accent.ts';
import { parseHexColour } from './colour.ts';
import type { ParsedForm } from './parsed-form.ts';

/** What a maintainer typed. */
export interface TypedIdentity {
  readonly name: string;
  readonly supportContact: string;
  readonly language: string;
  readonly accentColour: string;
  /** `''`: made of the other one. */
  readonly accentColourDark: string;
}

type InstitutionNameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly longest: number }
  /** `character` as `U+202E`. */
  | { readonly code: 'invisible-character'; readonly character: string };

type AccentProblem =
  | { readonly code: 'not-a-colour' }
  | (Omit<Extract<AccentOutcome, { readonly type: 'unreadable' }>, 'type'> & {
      readonly code: 'unreadable';
    });

export interface IdentityProblems {
  readonly name?: InstitutionNameProblem;
  readonly supportContact?: { readonly code: 'not-a-contact' };
  readonly language?: { readonly code: 'unknown' };
  readonly accentColour?: AccentProblem;
  readonly accentColourDark?: AccentProblem;
}

type IdentityValues = Omit<IdentitySettings, 'logoPath'>;

const LONGEST_NAME = 80;
const LONGEST_CONTACT = 200;

/** Finds every problem at once. */
export function parseIdentity(typed: TypedIdentity): ParsedForm<IdentityValues, IdentityProblems> {
  const name = typed.name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  const nameProblem = problemOfName(name);
  const supportContact = parseContact(typed.supportContact);
  const language = parseLanguage(typed.language);
  const light = parseAccent(
    typed.accentColour.trim() === '' ? DEFAULT_SETTINGS.identity.accentColour : typed.accentColour,
    'light',
  );
  const dark =
    typed.accentColourDark.trim() === '' ? null : parseAccent(typed.accentColourDark, 'dark');
  const problems: IdentityProblems = {
    ...(nameProblem !== undefined && { name: nameProblem }),
    ...(supportContact === undefined && { supportContact: { code: 'not-a-contact' } }),
    ...(language === undefined && { language: { code: 'unknown' } }),
    ...(typeof light !== 'string' && { accentColour: light }),
    ...(dark !== null && typeof dark !== 'string' && { accentColourDark: dark }),
  };
  if (
    nameProblem !== undefined ||
    supportContact === undefined ||
    language === undefined ||
    typeof light !== 'string' ||
    (dark !== null && typeof dark !== 'string')
  ) {
    return { type: 'invalid', problems };
  }
  return {
    type: 'valid',
    values: { name, supportContact, language, accentColour: light, accentColourDark: dark },
  };
}

function problemOfName(name: string): InstitutionNameProblem | undefined {
  const invisible = invisibleCharacter(name);
  if (invisible !== undefined) {
    return { code: 'invisible-character', character: codePointName(invisible) };
  }
  if (!/[\p{L}\p{N}]/u.test(name)) return { code: 'missing' };
  return Array.from(name).length > LONGEST_NAME
    ? { code: 'too-long', longest: LONGEST_NAME }
    : undefined;
}

/** An e-mail address or an https address; null: none. */
function parseContact(typed: string): string | null | undefined {
  const contact = typed.trim();
  if (contact === '') return null;
  if (contact.length > LONGEST_CONTACT || invisibleCharacter(contact) !== undefined) {
    return undefined;
  }
  if (/^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\]]+$/u.test(contact)) {
    return contact;
  }
  const url = URL.parse(contact);
  const isAddress = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return isAddress && contact.startsWith('https://') ? url.href : undefined;
}

function parseAccent(typed: string, mode: Mode): HexColour | AccentProblem {
  const colour = parseHexColour(typed);
  if (colour === undefined) return { code: 'not-a-colour' };
  const outcome = judgeAccent(colour, mode);
  if (outcome.type === 'readable') return colour;
  const { ratio, ground, needed, nearest } = outcome;
  return { code: 'unreadable', ratio, ground, needed, nearest };
}
