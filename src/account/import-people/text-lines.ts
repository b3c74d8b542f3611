import { importFault, type ImportFault } from '../../domain/import-problem.ts';

/** One physical line, without its line break. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Set when the line cannot be used. */
  readonly fault?: ImportFault;
}

/** A person's line has a few hundred characters; without a bound, a wrong file would fill the memory. */
const LONGEST_LINE = 1_000_000;

/**
 * Splits UTF-8 text into lines while it is read. A byte order mark is dropped; lines end with `\n` or `\r\n`.
 * A line that is too long or not UTF-8 is answered with its fault, and the others are not affected.
 */
export async function* textLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder();
  let number = 0;
  let pending = '';
  let isTooLong = false;
  const complete = (text: string): TextLine => {
    number += 1;
    const wasTooLong = isTooLong || text.length > LONGEST_LINE;
    isTooLong = false;
    return wasTooLong ? tooLong(number) : checked(number, text);
  };
  for await (const chunk of source) {
    const parts = `${pending}${decoder.decode(chunk, { stream: true })}`.split('\n');
    pending = parts.pop() ?? '';
    for (const part of parts) yield complete(part);
    if (pending.length > LONGEST_LINE) {
      isTooLong = true;
      pending = '';
    }
  }
  pending += decoder.decode();
  if (pending !== '' || isTooLong) yield complete(pending);
}

function checked(number: number, text: string): TextLine {
  const line = { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  // What a decoder puts where bytes are no UTF-8.
  if (!text.includes('\uFFFD')) return line;
  return { ...line, fault: importFault('not-utf8') };
}

function tooLong(number: number): TextLine {
  return { number, text: '', fault: importFault('too-long', LONGEST_LINE) };
}
