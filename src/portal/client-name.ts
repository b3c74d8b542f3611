import { invalid, valid, type Parsed } from './parsed-field.ts';
import { codePointName, invisibleCharacter } from '../domain/visible-text.ts';

/** Wire contract §6, in characters. */
const LONGEST_NAME = 255;

export type ClientNameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly length: number; readonly longest: number }
  /** `character` as `U+202E`. */
  | { readonly code: 'invisible-character'; readonly character: string };

/**
 * The name of an app as people will read it on the consent screen: 1 to 255 characters, NFC, single spaces,
 * a letter or digit in it, and nothing invisible that would let it pass for another app.
 */
export function parseClientName(typed: string): Parsed<string, ClientNameProblem> {
  const name = normalizeClientName(typed);
  const invisible = invisibleCharacter(name);
  if (invisible !== undefined) {
    return invalid({ code: 'invisible-character', character: codePointName(invisible) });
  }
  if (!/[\p{L}\p{N}]/u.test(name)) return invalid({ code: 'missing' });
  const { length } = Array.from(name);
  if (length > LONGEST_NAME) return invalid({ code: 'too-long', length, longest: LONGEST_NAME });
  return valid(name);
}

/** A typed name in the form in which names are kept: NFC, any run of white space one blank, trimmed. */
export function normalizeClientName(typed: string): string {
  return typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
