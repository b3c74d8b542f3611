import type { ImportFault } from '../../domain/import-problem.ts';

/** One person as the file has it: column → value. In CSV every value is text, in JSONL it is JSON. */
export type PersonCells = ReadonlyMap<string, unknown>;

/** What a reader of a format answers for each person of the file. */
export type PersonLine =
  | { readonly type: 'cells'; readonly line: number; readonly cells: PersonCells }
  | { readonly type: 'unreadable'; readonly line: number; readonly fault: ImportFault };
