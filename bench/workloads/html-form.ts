import type { HttpAnswer } from '../load/http-answer.ts';
import { UnexpectedAnswerError } from '../load/journey.ts';

const HIDDEN_INPUT = /<input\b[^>]*>/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

/** A form as a browser would send it back. */
export interface HtmlForm {
  readonly action: string | undefined;
  /** Inputs with a value, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** The form whose text contains `mark`. @throws UnexpectedAnswerError when the page has none */
export function formOf(answer: HttpAnswer, mark: string): HtmlForm {
  const marked = answer.status === 200 ? answer.body.indexOf(mark) : -1;
  const start = answer.body.lastIndexOf('<form', marked);
  const end = answer.body.indexOf('</form>', marked);
  if (marked === -1 || start === -1 || end === -1) {
    throw new UnexpectedAnswerError(`a page with the form of ${mark}`, answer);
  }
  const text = answer.body.slice(start, end);
  const fields: (readonly [string, string])[] = [];
  for (const [input] of text.matchAll(HIDDEN_INPUT)) {
    const name = attribute(input, 'name');
    const value = attribute(input, 'value');
    if (name !== undefined && value !== undefined && attribute(input, 'type') === 'hidden') {
      fields.push([name, value]);
    }
  }
  return { action: attribute(text.slice(0, text.indexOf('>') + 1), 'action'), fields };
}

function attribute(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`);
  if (start === -1) return undefined;
  const value = tag.slice(start + name.length + 3, tag.indexOf('"', start + name.length + 3));
  return value.includes('&')
    ? value.replaceAll(
        /&([a-z]+|#x?[0-9a-f]+);/gu,
        (entity, code: string) => ENTITIES[code] ?? entity,
      )
    : value;
}
