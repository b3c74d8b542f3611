import type { WireRequest } from './wire-request.ts';

/** A request in the text it is on the wire, its line ends aside. */
export function requestText({ method, target, headers, body }: WireRequest): string {
  return message(`${method} ${target} HTTP/1.1`, headers, body);
}

/**
 * An answer the same way.
 * @param answer `headers` in the order they are sent
 */
export function responseText(
  statusLine: string,
  answer: {
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string;
  },
): string {
  return message(`HTTP/1.1 ${statusLine}`, answer.headers, readable(answer.body));
}

function message(
  start: string,
  headers: readonly (readonly [name: string, value: string])[],
  body: string,
): string {
  const head = [start, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return body === '' ? head : `${head}\n\n${body}`;
}

/** JSON over several lines; anything else as it is. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
