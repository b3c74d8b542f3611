/** What a server answered. Bytes are kept as Latin-1 text: one character is one byte. */
export interface HttpAnswer {
  readonly status: number;
  /** Status line and header fields, without the blank line. */
  readonly head: string;
  readonly body: string;
}

export type ParsedAnswer =
  | {
      readonly type: 'complete';
      readonly answer: HttpAnswer;
      /** How many of the bytes belong to this answer. */
      readonly length: number;
      /** Whether the server closes the connection after it. */
      readonly closes: boolean;
    }
  | { readonly type: 'incomplete' };

const INCOMPLETE = { type: 'incomplete' } as const;
const CONTENT_LENGTH = /\r\ncontent-length: *(\d+)/iu;
const CHUNKED = /\r\ntransfer-encoding: *chunked/iu;
const CLOSES = /\r\nconnection: *close/iu;

/**
 * Reads one HTTP/1.1 answer from the beginning of what arrived (RFC 9112 §6).
 * @param received Latin-1 text of the bytes
 * @param ended whether the server closed the connection, which ends a body of unstated length
 * @throws Error when it is no HTTP/1.1 answer
 */
export function parseAnswer(received: string, ended: boolean): ParsedAnswer {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd === -1) return INCOMPLETE;
  if (!received.startsWith('HTTP/1.1 ')) {
    throw new Error(`Not an HTTP/1.1 answer: ${received.slice(0, 40)}`);
  }
  const status = Number(received.slice(9, 12));
  const head = received.slice(0, headEnd);
  const bodyStart = headEnd + 4;
  const closes = CLOSES.test(head);
  const complete = (body: string, length: number): ParsedAnswer => ({
    type: 'complete',
    answer: { status, head, body },
    length,
    closes,
  });

  const stated = CONTENT_LENGTH.exec(head)?.[1];
  if (stated !== undefined) {
    const length = bodyStart + Number(stated);
    if (received.length < length) return INCOMPLETE;
    return complete(received.slice(bodyStart, length), length);
  }
  if (status === 204 || status === 304) return complete('', bodyStart);
  if (CHUNKED.test(head)) {
    const chunks = parseChunks(received, bodyStart);
    return chunks === undefined ? INCOMPLETE : complete(chunks.body, chunks.length);
  }
  return ended ? complete(received.slice(bodyStart), received.length) : INCOMPLETE;
}

/** RFC 9112 §7.1; undefined while the last chunk is missing. */
function parseChunks(
  received: string,
  start: number,
): { readonly body: string; readonly length: number } | undefined {
  let body = '';
  let position = start;
  for (;;) {
    const lineEnd = received.indexOf('\r\n', position);
    if (lineEnd === -1) return undefined;
    const size = Number.parseInt(received.slice(position, lineEnd), 16);
    if (Number.isNaN(size)) throw new Error('A chunk has no size.');
    const chunkEnd = lineEnd + 2 + size;
    if (received.length < chunkEnd + 2) return undefined;
    if (size === 0) return { body, length: chunkEnd + 2 };
    body += received.slice(lineEnd + 2, chunkEnd);
    position = chunkEnd + 2;
  }
}

/** A header field's value; undefined when it is not there. @param name in lower case */
export function headerOf(answer: HttpAnswer, name: string): string | undefined {
  return headersOf(answer, name)[0];
}

/** Every value of a header field, such as the Set-Cookie lines. @param name in lower case */
export function headersOf({ head }: HttpAnswer, name: string): readonly string[] {
  return head
    .split('\r\n')
    .slice(1)
    .filter((line) => line.toLowerCase().startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trim());
}
