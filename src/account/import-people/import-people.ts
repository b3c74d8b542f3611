import type { ImportedAccount } from '../../domain/account.ts';
import type { ClaimCatalogue } from '../../domain/claim.ts';
import type { Instant } from '../../domain/clock.ts';
import { importFault, type ImportProblem } from '../../domain/import-problem.ts';
import type {
  ImportCounts,
  ImportFormat,
  ImportProgress,
  ImportReport,
} from '../../domain/people-import.ts';
import type { Storage } from '../../domain/storage.ts';
import { identifiersOf, type PhoneSettings } from '../sign-in-identifier.ts';
import { csvFile } from './csv-people.ts';
import { jsonlPeople } from './jsonl-people.ts';
import { parsePerson, profileAfter, type PersonChange } from './person-change.ts';
import { personColumns, type ColumnLookup } from './person-columns.ts';
import type { PersonLine } from './person-line.ts';
import { textLines } from './text-lines.ts';

/** People per atomic unit: few enough that sign-ins hardly wait, many enough to be fast. */
const BATCH = 1000;
const MOST_REPORTED = 1000;

export interface ImportOptions {
  readonly format: ImportFormat;
  /** Checks everything and stores nothing. */
  readonly dryRun: boolean;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportDependencies {
  readonly storage: Pick<Storage, 'importAccounts'>;
  readonly catalogue: ClaimCatalogue;
  readonly institution: PhoneSettings;
  readonly now: Instant;
}

/**
 * Creates and updates people by username, while the file is read. A line with a problem leaves its person out and
 * nothing else; the same file again changes nothing. The format is described in README.md.
 * @param source the bytes of the file
 */
export async function importPeople(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
  deps: ImportDependencies,
): Promise<ImportReport> {
  const progress = { bytes: 0 };
  const lines = textLines(counted(source, progress));
  const lookUp = personColumns(deps.catalogue);
  const run = new ImportRun(options, deps, lookUp);
  if (options.format === 'jsonl') return run.importAll(jsonlPeople(lines), progress);

  const file = await csvFile(lines);
  if (file.type === 'unreadable') {
    const { line, fault } = file;
    return { type: 'unusable-file', problems: [{ line, column: null, fault }] };
  }
  const problems = headerProblems(file.header, lookUp);
  if (problems.length > 0) return { type: 'unusable-file', problems };
  return run.importAll(file.people, progress);
}

/** A column nobody understands would be data lost without a word, so nothing is imported. */
function headerProblems(
  { line, columns }: { readonly line: number; readonly columns: readonly string[] },
  lookUp: (column: string) => ColumnLookup,
): readonly ImportProblem[] {
  const problems = columns.flatMap((column, index): ImportProblem[] => {
    if (column === '') {
      return [{ line, column: null, fault: importFault('unnamed-column', index + 1) }];
    }
    if (columns.indexOf(column) < index) {
      return [{ line, column, fault: importFault('column-twice') }];
    }
    const found = lookUp(column);
    return found.type === 'unknown' ? [{ line, column, fault: found.fault }] : [];
  });
  if (columns.includes('username')) return problems;
  return [...problems, { line, column: 'username', fault: importFault('no-username-column') }];
}

/** One import from its first to its last person. */
class ImportRun {
  readonly #options: ImportOptions;
  readonly #deps: ImportDependencies;
  readonly #lookUp: (column: string) => ColumnLookup;
  /** Username, regardless of case as at sign-in → line, to find people who stand in the file twice. */
  readonly #seen = new Map<string, number>();
  readonly #counts: { -readonly [Outcome in keyof ImportCounts]: number } = {
    created: 0,
    updated: 0,
    unchanged: 0,
  };
  readonly #problems: ImportProblem[] = [];
  #problemCount = 0;
  #leftOut = 0;
  #batch: ImportedAccount[] = [];

  constructor(
    options: ImportOptions,
    deps: ImportDependencies,
    lookUp: (column: string) => ColumnLookup,
  ) {
    this.#options = options;
    this.#deps = deps;
    this.#lookUp = lookUp;
  }

  async importAll(
    people: AsyncIterable<PersonLine>,
    progress: { readonly bytes: number },
  ): Promise<ImportReport> {
    let done = 0;
    for await (const person of people) {
      this.#take(person);
      done += 1;
      if (this.#batch.length === BATCH) await this.#storeBatch();
      if (done % BATCH === 0) this.#options.onProgress?.({ bytes: progress.bytes, people: done });
    }
    await this.#storeBatch();
    this.#options.onProgress?.({ bytes: progress.bytes, people: done });
    return {
      type: 'imported',
      ...this.#counts,
      leftOut: this.#leftOut,
      problems: this.#problems,
      problemCount: this.#problemCount,
    };
  }

  #take(person: PersonLine): void {
    const { line } = person;
    if (person.type === 'unreadable') {
      this.#leaveOut([{ line, column: null, fault: person.fault }]);
      return;
    }
    const parsed = parsePerson(person.cells, this.#lookUp);
    if (parsed.type === 'wrong') {
      this.#leaveOut(parsed.problems.map((problem) => ({ line, ...problem })));
      return;
    }
    const { username, change } = parsed;
    const key = username.toLowerCase();
    const earlier = this.#seen.get(key);
    if (earlier !== undefined) {
      this.#leaveOut([{ line, column: 'username', fault: importFault('person-twice', earlier) }]);
      return;
    }
    this.#seen.set(key, line);
    this.#batch.push(importedAccount(username, change, this.#deps.institution));
  }

  #leaveOut(problems: readonly ImportProblem[]): void {
    this.#leftOut += 1;
    this.#problemCount += problems.length;
    this.#problems.push(...problems.slice(0, MOST_REPORTED - this.#problems.length));
  }

  async #storeBatch(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    const { dryRun } = this.#options;
    const outcomes = await this.#deps.storage.importAccounts(batch, { at: this.#deps.now, dryRun });
    for (const outcome of outcomes) this.#counts[outcome] += 1;
  }
}

function importedAccount(
  username: string,
  change: PersonChange,
  institution: PhoneSettings,
): ImportedAccount {
  const { passwordHash, isActive } = change;
  return {
    username,
    revise(present) {
      const profile = profileAfter(change, present);
      return { profile, identifiers: identifiersOf(username, profile, institution) };
    },
    ...(passwordHash === undefined ? {} : { passwordHash }),
    ...(isActive === undefined ? {} : { isActive }),
  };
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  progress: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    progress.bytes += chunk.byteLength;
    yield chunk;
  }
}
