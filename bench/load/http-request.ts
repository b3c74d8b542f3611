import type { Address } from './connection.ts';

type Headers = Readonly<Record<string, string>>;

/** Writes requests to one server, as text ready to be sent. */
export interface RequestWriter {
  get(path: string, headers?: Headers): string;
  /** A form as `application/x-www-form-urlencoded`. */
  post(path: string, fields: Fields, headers?: Headers): string;
  postJson(path: string, value: unknown, headers?: Headers): string;
}

export type Fields =
  Readonly<Record<string, string>> | readonly (readonly [name: string, value: string])[];

/** @param host what the Host header says when the server insists on a name */
export function requestWriter({ host, port }: Address): RequestWriter {
  function write(startLine: string, headers: Headers): string {
    let text = `${startLine} HTTP/1.1\r\nHost: ${host}:${port}\r\n`;
    for (const [name, value] of Object.entries(headers)) text += `${name}: ${value}\r\n`;
    return `${text}\r\n`;
  }
  function send(path: string, { type, body }: { type: string; body: string }, headers: Headers) {
    const length = String(Buffer.byteLength(body, 'latin1'));
    return `${write(`POST ${path}`, { 'Content-Type': type, 'Content-Length': length, ...headers })}${body}`;
  }
  return {
    get: (path, headers = {}) => write(`GET ${path}`, { Accept: '*/*', ...headers }),
    post(path, fields, headers = {}) {
      const body = formText(fields);
      return send(path, { type: 'application/x-www-form-urlencoded', body }, headers);
    },
    postJson(path, value, headers = {}) {
      return send(path, { type: 'application/json', body: JSON.stringify(value) }, headers);
    },
  };
}

/** URL-encoded fields, for a body or a query. */
export function formText(fields: Fields): string {
  const pairs = Array.isArray(fields)
    ? (fields as readonly (readonly [string, string])[])
    : Object.entries(fields as Readonly<Record<string, string>>);
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
