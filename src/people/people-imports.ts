import type { AccountId } from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import { csvLine } from '../domain/csv-line.ts';
import type { ImportFault, ImportProblem } from '../domain/import-problem.ts';
import type { Storage } from '../domain/storage.ts';

export type ImportFormat = 'csv' | 'jsonl';

/** What an import did, or would do; of `account/import-people`, which says more about each member. */
export type ImportResult =
  | {
      readonly type: 'imported';
      readonly created: number;
      readonly updated: number;
      readonly unchanged: number;
      readonly leftOut: number;
      readonly problems: readonly ImportProblem[];
      readonly problemCount: number;
    }
  | { readonly type: 'unusable-file'; readonly problems: readonly ImportProblem[] };

/** Reads and stores people; never rejects for what is wrong with the file. */
type RunImport = (
  source: AsyncIterable<Uint8Array>,
  options: {
    readonly format: ImportFormat;
    readonly dryRun: boolean;
    readonly onProgress: (progress: { readonly bytes: number; readonly people: number }) => void;
  },
) => Promise<ImportResult>;

/**
 * - `checking`: the trial runs, nothing is stored;
 * - `checked`: it waits for a maintainer to confirm;
 * - `importing`, `imported`: for good;
 * - `failed`: the database could not serve, or the server stopped. Doing it again does no harm.
 */
type Phase = 'checking' | 'checked' | 'importing' | 'imported' | 'failed';

/** An import as it stands. */
export interface ImportRun {
  /** 1, 2, 3, … since the process started. */
  readonly number: number;
  readonly fileName: string;
  readonly format: ImportFormat;
  /** In bytes. */
  readonly size: number;
  readonly startedAt: Instant;
  readonly startedByName: string;
  readonly phase: Phase;
  /** Bytes read and people done so far in this phase. */
  readonly progress: { readonly bytes: number; readonly people: number };
  /** Of the last phase that came to its end; null: none did. */
  readonly result: ImportResult | null;
}

export interface Upload {
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  readonly startedBy: { readonly id: AccountId; readonly name: string };
}

export interface PeopleImports {
  /** The newest import, if there was any. */
  present(): ImportRun | undefined;
  /** Starts the trial, in place of an import that is over or waits. */
  check(upload: Upload): 'started' | 'busy';
  /** Does for good what the trial of that number showed. */
  confirm(number: number, by: AccountId): 'started' | 'not-waiting';
  /** Forgets an import that is over or waits. */
  dismiss(number: number): void;
  /** Resolves when nothing runs any more. */
  idle(): Promise<void>;
}

export interface ImportsDependencies {
  readonly runImport: RunImport;
  readonly storage: Pick<Storage, 'appendAuditEvent'>;
  readonly clock: () => Instant;
  readonly log: {
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
  /** Whether the process was asked to stop; an import ends early then. */
  readonly isStopping: () => boolean;
}

/** Bytes read before others get their turn: some ten milliseconds of work. */
const PIECE = 16 * 1024;

/** The imports of a process, one at a time. */
export function peopleImports(deps: ImportsDependencies): PeopleImports {
  let run: ImportRun | undefined;
  let bytes: Uint8Array | undefined;
  let running = Promise.resolve();
  let count = 0;

  const isBusy = (): boolean => run?.phase === 'checking' || run?.phase === 'importing';

  /** @param actor who confirmed it; null: a trial */
  function start(started: ImportRun, file: Uint8Array, actor: AccountId | null): void {
    let current = started;
    const show = (changes: Partial<ImportRun>): void => {
      current = { ...current, ...changes };
      run = current;
    };
    show({});
    running = (async () => {
      try {
        const result = await deps.runImport(pieces(file, deps.isStopping), {
          format: current.format,
          dryRun: actor === null,
          onProgress: (progress) => show({ progress }),
        });
        if (actor !== null) await record(current, { result, actor });
        show({ result, phase: actor === null ? 'checked' : 'imported' });
      } catch (error) {
        deps.log.error({ error, import: current.number }, 'an import of people failed');
        show({ phase: 'failed' });
      }
      if (current.phase !== 'checked' || !isWorthwhile(current.result)) bytes = undefined;
    })();
  }

  async function record(
    { fileName, format }: ImportRun,
    { result, actor }: { readonly result: ImportResult; readonly actor: AccountId },
  ): Promise<void> {
    if (result.type !== 'imported') return;
    const { created, updated, unchanged, leftOut } = result;
    await deps.storage.appendAuditEvent({
      at: deps.clock(),
      actor,
      action: 'people.imported',
      subject: { type: 'people', id: 'import', label: fileName },
      details: { format, created, updated, unchanged, leftOut },
    });
  }

  return {
    present: () => run,

    check(upload) {
      if (isBusy()) return 'busy';
      count += 1;
      ({ bytes } = upload);
      const started: ImportRun = {
        number: count,
        fileName: upload.fileName,
        format: upload.format,
        size: upload.bytes.byteLength,
        startedAt: deps.clock(),
        startedByName: upload.startedBy.name,
        phase: 'checking',
        progress: { bytes: 0, people: 0 },
        result: null,
      };
      start(started, upload.bytes, null);
      return 'started';
    },

    confirm(number, by) {
      if (run?.number !== number || run.phase !== 'checked' || bytes === undefined) {
        return 'not-waiting';
      }
      start({ ...run, phase: 'importing', progress: { bytes: 0, people: 0 } }, bytes, by);
      return 'started';
    },

    dismiss(number) {
      if (run?.number !== number || isBusy()) return;
      run = undefined;
      bytes = undefined;
    },

    idle: async () => running,
  };
}

/** Whether an import would change anything. */
export function isWorthwhile(result: ImportResult | null): boolean {
  return result?.type === 'imported' && result.created + result.updated > 0;
}

/**
 * What is wrong with which line, as CSV for whoever mends the file.
 * @param say puts it into words
 */
export function importProblemsCsv(
  { problems }: ImportResult,
  say: (fault: ImportFault) => string,
): string {
  return [
    csvLine(['line', 'column', 'problem']),
    ...problems.map(({ line, column, fault }) => csvLine([line, column, say(fault)])),
  ].join('');
}

/** The file bit by bit. Between two of them, requests are answered. */
async function* pieces(
  file: Uint8Array,
  isStopping: () => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < file.byteLength; start += PIECE) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    if (isStopping()) throw new Error('The server stops.');
    yield file.subarray(start, start + PIECE);
  }
}
