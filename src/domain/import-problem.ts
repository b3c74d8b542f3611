/** What is wrong with one line of a file of people. */
export interface ImportProblem {
  /** Line of the file, from 1; the one where the person starts. */
  readonly line: number;
  /** As the file names it; null when the whole line is meant. */
  readonly column: string | null;
  readonly fault: ImportFault;
}

/** A value of the file, shortened to be shown; null: it is not shown, since it could be a password's hash. */
export type ShownValue = string | null;

/** What can be wrong, and what is known of it. The words, with what to write instead, belong to `pages/messages`. */
export interface ImportFaults {
  // The file.
  readonly 'empty-file': readonly [];
  readonly 'not-utf8': readonly [];
  readonly 'not-one-json-object': readonly [];
  readonly 'stray-quote': readonly [];
  readonly 'repeated-header': readonly [];
  /** @param delimiter between quotes, as JSON writes it: a tab could not be seen */
  readonly 'other-width': readonly [values: number, columns: number, delimiter: string];

  // Its columns.
  /** @param position from 1 */
  readonly 'unnamed-column': readonly [position: number];
  readonly 'column-twice': readonly [];
  readonly 'unknown-column': readonly [];
  readonly 'misspelt-column': readonly [meant: string];
  readonly 'plain-passwords': readonly [];
  readonly 'no-username-column': readonly [];
  /** Two names for the same thing, in one person. */
  readonly 'two-columns': readonly [];

  // Values of any column.
  /** @param most characters */
  readonly 'too-long': readonly [most: number];
  readonly 'control-characters': readonly [value: ShownValue];
  readonly 'no-text': readonly [value: ShownValue];
  readonly 'no-boolean': readonly [value: ShownValue];
  readonly 'no-whole-number': readonly [value: ShownValue];
  readonly 'no-date': readonly [value: ShownValue];
  readonly 'no-picture': readonly [value: ShownValue];
  readonly 'no-list-of-links': readonly [value: ShownValue];
  readonly 'too-many-links': readonly [most: number];
  readonly 'no-site-code': readonly [value: ShownValue];
  readonly 'no-web-address': readonly [value: ShownValue];
  readonly 'site-twice': readonly [];

  // The account's own.
  readonly 'no-username': readonly [];
  readonly 'empty-username': readonly [];
  readonly 'username-with-spaces': readonly [];
  /** @param line the earlier one, which counts */
  readonly 'person-twice': readonly [line: number];
  readonly 'no-password-hash': readonly [];
  readonly 'no-list-of-roles': readonly [];
  readonly 'no-role': readonly [value: ShownValue];
  /** @param roles that there are, separated by commas */
  readonly 'no-built-in-role': readonly [value: ShownValue, roles: string];
  readonly 'no-custom-role': readonly [value: ShownValue];
  readonly 'role-twice': readonly [role: string];
  readonly 'no-date-of-role': readonly [value: ShownValue, role: string];
  readonly 'role-ends-first': readonly [role: string, end: string, start: string];
}

/** One of them: `{ code: 'no-date', given: ['31/02/2001'] }`. */
export type ImportFault<Code extends keyof ImportFaults = keyof ImportFaults> = {
  readonly [One in Code]: { readonly code: One; readonly given: ImportFaults[One] };
}[Code];

/** Makes one, so that what is given fits its code. */
export function importFault<Code extends keyof ImportFaults>(
  code: Code,
  ...given: ImportFaults[Code]
): ImportFault {
  // One code's fault is one of all, which TypeScript does not see while the code is open.
  return { code, given } as ImportFault;
}

/** The words for each: what a catalogue of texts must have. */
export type ImportFaultWords = {
  readonly [Code in keyof ImportFaults]: (...given: ImportFaults[Code]) => string;
};
