import { importFault } from '../../domain/import-problem.ts';
import { jsonValue } from './json-text.ts';
import type { PersonLine } from './person-line.ts';
import type { TextLine } from './text-lines.ts';

/** One JSON object a line; blank lines are skipped. */
export async function* jsonlPeople(lines: AsyncIterable<TextLine>): AsyncGenerator<PersonLine> {
  for await (const { number: line, text, fault } of lines) {
    if (fault !== undefined) yield { type: 'unreadable', line, fault };
    else if (text.trim() !== '') yield parseLine(line, text);
  }
}

function parseLine(line: number, text: string): PersonLine {
  const person = jsonValue(text);
  if (typeof person === 'object' && person !== null && !Array.isArray(person)) {
    return { type: 'cells', line, cells: new Map(Object.entries(person)) };
  }
  return { type: 'unreadable', line, fault: importFault('not-one-json-object') };
}
