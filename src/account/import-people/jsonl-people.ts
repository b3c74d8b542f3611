import { jsonValue } from './json-text.ts';
import type { PersonLine } from './person-line.ts';
import type { TextLine } from './text-lines.ts';

/** One JSON object a line; blank lines are skipped. */
export async function* jsonlPeople(lines: AsyncIterable<TextLine>): AsyncGenerator<PersonLine> {
  for await (const { number: line, text, problem } of lines) {
    if (problem !== undefined) yield { type: 'unreadable', line, message: problem };
    else if (text.trim() !== '') yield parseLine(line, text);
  }
}

function parseLine(line: number, text: string): PersonLine {
  const person = jsonValue(text);
  if (typeof person === 'object' && person !== null && !Array.isArray(person)) {
    return { type: 'cells', line, cells: new Map(Object.entries(person)) };
  }
  const example = '{"username": "15114009", "student.current_year": 4}';
  return {
    type: 'unreadable',
    line,
    message: `is not one JSON object on one line: write it like ${example}`,
  };
}
