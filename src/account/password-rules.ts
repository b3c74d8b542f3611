import { displayName, type Account } from '../domain/account.ts';
import { mailAddress } from '../domain/mail-address.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

/** In characters (code points). NIST SP 800-63B-4 §3.1.1.2: length is what counts; no rules of composition. */
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 1000;

/** How much has to be left without what everybody knows about the person. */
const OF_THEIR_OWN = 6;
const SHORTEST_WORD = 4;

/** Rows of keys and counting, which guessers try in pieces of any length. */
const SEQUENCES = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
].flatMap((sequence) => [sequence, Array.from(sequence).toReversed().join('')]);

/**
 * - `too-short`, `too-long`: see the limits;
 * - `personal`: hardly more than the person's own name or number;
 * - `common`: among the first that a guesser tries.
 */
export type PasswordProblem = 'too-short' | 'too-long' | 'personal' | 'common';

/** Why the account must not have this password; undefined when it may. */
export function passwordProblem(password: string, account: Account): PasswordProblem | undefined {
  const text = password.normalize('NFKC').toLowerCase();
  const length = Array.from(text).length;
  if (length < SHORTEST_PASSWORD) return 'too-short';
  if (length > LONGEST_PASSWORD) return 'too-long';
  if (isCommon(text)) return 'common';
  let rest = text;
  for (const word of personalWords(account)) rest = rest.replaceAll(word, '');
  return rest !== text && Array.from(rest).length < OF_THEIR_OWN ? 'personal' : undefined;
}

function isCommon(text: string): boolean {
  const withoutEnding = text.replace(/[\d\p{P}\p{S}\s]+$/u, '');
  return (
    COMMON_PASSWORDS.has(text) ||
    COMMON_PASSWORDS.has(withoutEnding) ||
    repeats(text) ||
    SEQUENCES.some((sequence) => sequence.includes(text) || isMostly(text, sequence))
  );
}

/** `aaaaaaaaaa`, `121212121212`, `abcabcabcabc`: one to four characters over and over. */
function repeats(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/su.test(text);
}

/** A sequence of eight or more with a little around it: `123456789a`, `a1234567890`. */
function isMostly(text: string, sequence: string): boolean {
  for (let length = text.length - 1; length >= Math.max(8, text.length - 3); length -= 1) {
    for (let start = 0; start + length <= text.length; start += 1) {
      if (sequence.includes(text.slice(start, start + length))) return true;
    }
  }
  return false;
}

/** What classmates know, longest first: numbers, names, the address without its host. */
function personalWords(account: Account): readonly string[] {
  const enrolmentNumber = account.profile.records['student']?.['enrolment_number'];
  const sources = [
    account.username ?? '',
    displayName(account),
    typeof enrolmentNumber === 'string' ? enrolmentNumber : '',
    mailAddress(account.profile)?.split('@', 1)[0] ?? '',
  ];
  return sources
    .flatMap((source) => [source, ...source.split(/[\s._-]+/u)])
    .map((word) => word.normalize('NFKC').toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD)
    .toSorted((one, other) => other.length - one.length);
}
