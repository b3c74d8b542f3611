import type { ImportProblem, ShownValue } from '../../domain/import-problem.ts';

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export type ImportReport =
  | ({
      readonly type: 'imported';
      /** People left out, because something is wrong with their line. */
      readonly leftOut: number;
      /** The first ones, in the order of the file. */
      readonly problems: readonly ImportProblem[];
      /** All of them. */
      readonly problemCount: number;
    } & ImportCounts)
  /** The file cannot be read at all, e.g. for its header; nothing was stored. */
  | { readonly type: 'unusable-file'; readonly problems: readonly ImportProblem[] };

/** How far an import is. */
export interface ImportProgress {
  /** Of the file, read so far. */
  readonly bytes: number;
  /** People done so far, imported or left out. */
  readonly people: number;
}

const LONGEST_SHOWN = 60;

/** A value of the file, fit to be shown in a problem: short, and never what could be a password's hash. */
export function shownValue(value: unknown): ShownValue {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (/\$|pbkdf2|argon2|bcrypt|scrypt/iu.test(text)) return null;
  const shown = text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
  return shown.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}
