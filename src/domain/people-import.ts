import type { AccountId } from './account.ts';
import type { Instant } from './clock.ts';
import type { ImportProblem } from './import-problem.ts';

export type ImportFormat = 'csv' | 'jsonl';

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What an import did, or would do. */
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

/**
 * - `checking`: the trial runs, nothing is stored;
 * - `checked`: it waits for a maintainer to confirm;
 * - `importing`, `imported`: for good;
 * - `failed`: the database could not serve, or the server stopped. Doing it again does no harm.
 */
export type ImportPhase = 'checking' | 'checked' | 'importing' | 'imported' | 'failed';

/** An import in the browser as it stands, for every process. Its file is in the memory of the one that took it. */
export interface PeopleImport {
  /** Names this very import: grows from one to the next. */
  readonly number: number;
  readonly fileName: string;
  readonly format: ImportFormat;
  /** In bytes. */
  readonly size: number;
  readonly startedAt: Instant;
  readonly startedByName: string;
  readonly phase: ImportPhase;
  readonly progress: ImportProgress;
  /** Of a phase that came to its end; null: it did not. */
  readonly result: ImportReport | null;
  /** When the process that has the file last gave a sign of life. */
  readonly seenAt: Instant;
}

/** One import at a time, in all processes together. */
export interface PeopleImportStore {
  /** The newest one, unless it was dismissed or pruned. */
  findPeopleImport(): Promise<PeopleImport | undefined>;
  /**
   * Begins with `checking`, in place of one that does not run. One that runs, but was last seen at `deadSince` or
   * earlier, runs no more. At most one of many callers begins.
   * @returns its number
   */
  beginPeopleImport(
    begun: Pick<PeopleImport, 'fileName' | 'format' | 'size' | 'startedAt'> & {
      readonly startedBy: AccountId;
      readonly deadSince: Instant;
    },
  ): Promise<number | 'busy'>;
  /**
   * A sign of life of the process that has the file.
   * @returns where it stands, and who confirmed it; undefined when it is no longer there
   */
  keepPeopleImport(
    number: number,
    seen: { readonly at: Instant; readonly progress: ImportProgress },
  ): Promise<{ readonly phase: ImportPhase; readonly confirmedBy: AccountId | null } | undefined>;
  /**
   * From `checked` to `importing`, if the process that has the file was seen after `deadSince`.
   * @returns whether it was this call that did it
   */
  confirmPeopleImport(
    number: number,
    confirmed: { readonly by: AccountId; readonly deadSince: Instant },
  ): Promise<boolean>;
  /** Ends a phase; nothing if the import is no longer there. */
  endPeopleImport(
    number: number,
    ended: Pick<PeopleImport, 'phase' | 'progress' | 'result'> & { readonly at: Instant },
  ): Promise<void>;
  /** Forgets it, unless it runs and was seen after `deadSince`. */
  dismissPeopleImport(number: number, deadSince: Instant): Promise<void>;
}
