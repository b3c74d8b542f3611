import type { ShownValue } from '../../domain/import-problem.ts';

const LONGEST_SHOWN = 60;

/** A value of the file, fit to be shown in a problem: short, and never what could be a password's hash. */
export function shownValue(value: unknown): ShownValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/\$|pbkdf2|argon2|bcrypt|scrypt/iu.test(text)) return null;
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return shown.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}
