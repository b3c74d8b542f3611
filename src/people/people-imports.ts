import type { AccountId } from '../domain/account.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import { csvLine } from '../domain/csv-line.ts';
import type { ImportFault } from '../domain/import-problem.ts';
import type {
  ImportFormat,
  ImportPhase,
  ImportProgress,
  ImportReport,
  PeopleImport,
  PeopleImportStore,
} from '../domain/people-import.ts';
import type { Storage } from '../domain/storage.ts';

/** Reads and stores people; never rejects for what is wrong with the file. */
type RunImport = (
  source: AsyncIterable<Uint8Array>,
  options: {
    readonly format: ImportFormat;
    readonly dryRun: boolean;
    readonly onProgress: (progress: ImportProgress) => void;
  },
) => Promise<ImportReport>;

/** An import as it stands; `interrupted`: the process that had its file is gone. */
export interface ImportRun extends Omit<PeopleImport, 'phase' | 'seenAt'> {
  readonly phase: ImportPhase | 'interrupted';
}

export interface Upload {
  readonly fileName: string;
  readonly format: ImportFormat;
  readonly bytes: Uint8Array;
  readonly startedBy: AccountId;
}

export interface PeopleImports {
  /** The newest import, if there was any, whichever process runs it. */
  present(): Promise<ImportRun | undefined>;
  /** Starts the trial in this process, in place of an import that is over or waits. */
  check(upload: Upload): Promise<'started' | 'busy'>;
  /** Has the process with the file do for good what the trial of that number showed. */
  confirm(number: number, by: AccountId): Promise<'started' | 'not-waiting'>;
  /** Forgets an import that is over or waits. */
  dismiss(number: number): Promise<void>;
  /**
   * Tells the other processes how far this one is, and does what was confirmed in them. To be called every few
   * seconds; does nothing in a process that has no file.
   */
  beat(): Promise<void>;
  /** Resolves when nothing runs in this process any more. */
  idle(): Promise<void>;
  /** Waits for what runs, and gives up what waits to be confirmed: its file goes with this process. */
  stop(): Promise<void>;
}

export interface ImportsDependencies {
  readonly runImport: RunImport;
  readonly storage: Pick<Storage, 'appendAuditEvent'> & PeopleImportStore;
  readonly clock: () => Instant;
  readonly log: {
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
  /** Whether the process was asked to stop; an import ends early then. */
  readonly isStopping: () => boolean;
}

/** Bytes read before others get their turn: some ten milliseconds of work. */
const PIECE = 16 * 1024;

/** Seconds without a sign of life after which the process with the file is taken for dead; it gives one every other. */
const LIFE = 60;

/** The file of an import, in the process that took it, until it is imported or given up. */
interface HeldFile extends Upload {
  readonly number: number;
  progress: ImportProgress;
  /** For a maintainer who confirms it. */
  isWaiting: boolean;
  /** Another one took its place. */
  isReplaced: boolean;
}

const NOTHING: ImportProgress = { bytes: 0, people: 0 };

/** Imports of people in the browser, one at a time in all processes together. Each has its file in one of them. */
export function peopleImports(deps: ImportsDependencies): PeopleImports {
  const { storage, clock } = deps;
  let held: HeldFile | undefined;
  let running = Promise.resolve();

  const deadSince = (): Instant => addSeconds(clock(), -LIFE);

  function release(file: HeldFile): void {
    if (held === file) held = undefined;
  }

  /** @param actor who confirmed it; null: a trial */
  function start(file: HeldFile, actor: AccountId | null): void {
    file.isWaiting = false;
    file.progress = NOTHING;
    const before = running;
    running = (async () => {
      await before;
      await work(file, actor);
    })();
  }

  async function work(file: HeldFile, actor: AccountId | null): Promise<void> {
    try {
      const isOver = (): boolean => file.isReplaced || deps.isStopping();
      const result = await deps.runImport(pieces(file.bytes, isOver), {
        format: file.format,
        dryRun: actor === null,
        onProgress: (progress) => (file.progress = progress),
      });
      if (actor !== null) await record(file, { result, actor });
      file.isWaiting = actor === null && isWorthwhile(result);
      await end(file, actor === null ? 'checked' : 'imported', result);
      if (!file.isWaiting) release(file);
    } catch (error) {
      deps.log.error({ error, import: file.number }, 'an import of people failed');
      await giveUp(file);
    }
  }

  async function end(
    { number, progress }: HeldFile,
    phase: ImportPhase,
    result: ImportReport | null,
  ): Promise<void> {
    await storage.endPeopleImport(number, { phase, progress, result, at: clock() });
  }

  async function giveUp(file: HeldFile): Promise<void> {
    release(file);
    try {
      await end(file, 'failed', null);
    } catch (error) {
      // Nobody sees it alive any more, so it is shown as interrupted in a minute.
      deps.log.error({ error, import: file.number }, 'the end of an import could not be noted');
    }
  }

  async function record(
    { fileName, format }: HeldFile,
    { result, actor }: { readonly result: ImportReport; readonly actor: AccountId },
  ): Promise<void> {
    if (result.type !== 'imported') return;
    const { created, updated, unchanged, leftOut } = result;
    await storage.appendAuditEvent({
      at: clock(),
      actor,
      action: 'people.imported',
      subject: { type: 'people', id: 'import', label: fileName },
      details: { format, created, updated, unchanged, leftOut },
    });
  }

  async function beat(): Promise<void> {
    const file = held;
    if (file === undefined) return;
    const { number, progress } = file;
    const noted = await storage.keepPeopleImport(number, { at: clock(), progress });
    if (noted === undefined) {
      file.isReplaced = true;
      release(file);
    } else if (file.isWaiting && noted.phase === 'importing') {
      start(file, noted.confirmedBy);
    }
  }

  return {
    async present() {
      const found = await storage.findPeopleImport();
      if (found === undefined) return undefined;
      const { seenAt, ...run } = found;
      return needsItsFile(run) && seenAt <= deadSince() ? { ...run, phase: 'interrupted' } : run;
    },

    async check(upload) {
      const { fileName, format, bytes, startedBy } = upload;
      const number = await storage.beginPeopleImport({
        fileName,
        format,
        size: bytes.byteLength,
        startedAt: clock(),
        startedBy,
        deadSince: deadSince(),
      });
      if (number === 'busy') return 'busy';
      if (held !== undefined) held.isReplaced = true;
      held = { ...upload, number, progress: NOTHING, isWaiting: false, isReplaced: false };
      start(held, null);
      return 'started';
    },

    async confirm(number, by) {
      const found = await storage.findPeopleImport();
      if (found?.number !== number || !isWorthwhile(found.result)) return 'not-waiting';
      const isFirst = await storage.confirmPeopleImport(number, { by, deadSince: deadSince() });
      if (!isFirst) return 'not-waiting';
      // Perhaps the file is here.
      await beat();
      return 'started';
    },

    async dismiss(number) {
      await storage.dismissPeopleImport(number, deadSince());
      await beat();
    },

    beat,
    idle: async () => running,

    async stop() {
      await running;
      if (held !== undefined) await giveUp(held);
    },
  };
}

/** Whether an import would change anything. */
export function isWorthwhile(result: ImportReport | null): boolean {
  return result?.type === 'imported' && result.created + result.updated > 0;
}

/** Whether an import goes on, or could. */
function needsItsFile({ phase, result }: Pick<PeopleImport, 'phase' | 'result'>): boolean {
  if (phase === 'checked') return isWorthwhile(result);
  return phase === 'checking' || phase === 'importing';
}

/**
 * What is wrong with which line, as CSV for whoever mends the file.
 * @param say puts it into words
 */
export function importProblemsCsv(
  { problems }: ImportReport,
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
  isOver: () => boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < file.byteLength; start += PIECE) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    if (isOver()) throw new Error('The server stops, or another import took its place.');
    yield file.subarray(start, start + PIECE);
  }
}
