import { CsvError, parse } from 'csv-parse/sync';
import { importFault, type ImportFault } from '../../domain/import-problem.ts';
import type { PersonLine } from './person-line.ts';
import type { TextLine } from './text-lines.ts';

/** The header of a CSV file. */
interface CsvHeader {
  readonly line: number;
  readonly columns: readonly string[];
  readonly delimiter: string;
}

export type CsvFile =
  | {
      readonly type: 'readable';
      readonly header: CsvHeader;
      readonly people: AsyncIterable<PersonLine>;
    }
  | { readonly type: 'unreadable'; readonly line: number; readonly fault: ImportFault };

/** How many lines one person may take, when a quoted value holds line breaks. */
const MOST_LINES = 50;

/**
 * Reads the header (RFC 4180) and then one person after the other. Values are separated by commas, or by the
 * semicolons or tabs that spreadsheets write in some countries.
 *
 * A quote that is never closed would swallow everything up to the next quote. So a value goes on in the next line
 * only if that leads to a whole record; else its line alone is unreadable, and reading goes on with the next one.
 */
export async function csvFile(lines: AsyncIterable<TextLine>): Promise<CsvFile> {
  const ahead = new LinesAhead(lines[Symbol.asyncIterator]());
  let first = await ahead.take();
  while (first !== undefined && isBlank(first)) first = await ahead.take();
  if (first === undefined) {
    return { type: 'unreadable', line: 1, fault: importFault('empty-file') };
  }
  const line = first.number;
  if (first.fault !== undefined) return { type: 'unreadable', line, fault: first.fault };
  const delimiter = delimiterOf(first.text);
  const columns = parseRecord(first.text, delimiter);
  if (columns.type === 'malformed') return { type: 'unreadable', line, fault: columns.fault };
  const header = { line, columns: columns.values.map((name) => name.trim()), delimiter };
  return { type: 'readable', header, people: csvPeople(ahead, header) };
}

async function* csvPeople(ahead: LinesAhead, header: CsvHeader): AsyncGenerator<PersonLine> {
  for (;;) {
    const first = await ahead.take();
    if (first === undefined) return;
    if (first.fault !== undefined) {
      yield { type: 'unreadable', line: first.number, fault: first.fault };
    } else if (!isBlank(first)) {
      yield await readPerson(first, ahead, header);
    }
  }
}

async function readPerson(
  first: TextLine,
  ahead: LinesAhead,
  header: CsvHeader,
): Promise<PersonLine> {
  const line = first.number;
  const text = await wholeRecord(first, ahead, header);
  const record = parseRecord(text ?? first.text, header.delimiter);
  if (record.type === 'malformed') return { type: 'unreadable', line, fault: record.fault };
  const { values } = record;
  if (values.every((cell, index) => cell.trim() === header.columns[index])) {
    return { type: 'unreadable', line, fault: importFault('repeated-header') };
  }
  if (values.length !== header.columns.length) {
    const delimiter = JSON.stringify(header.delimiter);
    const fault = importFault('other-width', values.length, header.columns.length, delimiter);
    return { type: 'unreadable', line, fault };
  }
  const cells = new Map(header.columns.map((column, index) => [column, values[index] ?? '']));
  return { type: 'cells', line, cells };
}

/**
 * The text of a record whose quoted value goes on in following lines, which are taken then.
 * Undefined when the first line stands alone, well formed or not.
 */
async function wholeRecord(
  first: TextLine,
  ahead: LinesAhead,
  { columns, delimiter }: CsvHeader,
): Promise<string | undefined> {
  if (quotesIn(first.text) % 2 === 0) return undefined;
  let { text } = first;
  for (let count = 1; count < MOST_LINES; count += 1) {
    const next = await ahead.peek(count);
    if (next === undefined || next.fault !== undefined) return undefined;
    text += `\n${next.text}`;
    if (quotesIn(next.text) % 2 === 1) {
      const record = parseRecord(text, delimiter);
      if (record.type === 'malformed' || record.values.length !== columns.length) return undefined;
      ahead.skip(count);
      return text;
    }
  }
  return undefined;
}

type ParsedRecord =
  | { readonly type: 'values'; readonly values: readonly string[] }
  | { readonly type: 'malformed'; readonly fault: ImportFault };

function parseRecord(text: string, delimiter: string): ParsedRecord {
  try {
    // Lines were split before; told what ends a record, the parser need not find it out for each.
    const [values = []] = parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
    });
    return { type: 'values', values };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { type: 'malformed', fault: importFault('stray-quote') };
  }
}

/** The separator that the header uses most. */
function delimiterOf(header: string): string {
  const uses = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, other) => (uses(other) > uses(best) ? other : best));
}

function quotesIn(text: string): number {
  return text.split('"').length - 1;
}

function isBlank({ text, fault }: TextLine): boolean {
  return fault === undefined && text.trim() === '';
}

/** Lines with a look ahead. */
class LinesAhead {
  readonly #lines: AsyncIterator<TextLine>;
  readonly #read: TextLine[] = [];

  constructor(lines: AsyncIterator<TextLine>) {
    this.#lines = lines;
  }

  /** The line that comes `distance` lines from here; 1 is the next one. */
  async peek(distance: number): Promise<TextLine | undefined> {
    while (this.#read.length < distance) {
      const next = await this.#lines.next();
      if (next.done === true) return undefined;
      this.#read.push(next.value);
    }
    return this.#read[distance - 1];
  }

  async take(): Promise<TextLine | undefined> {
    const line = await this.peek(1);
    this.skip(1);
    return line;
  }

  skip(count: number): void {
    this.#read.splice(0, count);
  }
}
