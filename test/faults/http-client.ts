import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** Milliseconds after which apps give up. Whoever is not answered by then was left hanging. */
const CLIENT_PATIENCE = 30_000;

/** What became of a request. */
export type Answer =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      readonly body: string;
    }
  /** The connection ended before the answer did: whether anything was done is not known. */
  | { readonly type: 'cut'; readonly why: string }
  | { readonly type: 'hung' };

interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: URLSearchParams;
}

/** Asks one server over connections that are kept, as the servers of apps do. */
export interface HttpClient {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

export function httpClient(origin: string): HttpClient {
  const { hostname, port } = new URL(origin);
  const agent = new Agent({ keepAlive: true });

  async function ask({ method, path, headers = {}, form }: Question): Promise<Answer> {
    const body = form?.toString();
    const encoding =
      body === undefined
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': String(Buffer.byteLength(body)),
          };
    return new Promise((resolve) => {
      const sent = httpRequest(
        { hostname, port, method, path, agent, headers: { ...headers, ...encoding } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', (error) => finish({ type: 'cut', why: error.message }));
          response.once('end', () =>
            finish({
              type: 'answered',
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      const timer = setTimeout(() => {
        finish({ type: 'hung' });
        sent.destroy();
      }, CLIENT_PATIENCE);
      function finish(answer: Answer): void {
        clearTimeout(timer);
        resolve(answer);
      }
      sent.once('error', (error) => finish({ type: 'cut', why: error.message }));
      sent.end(body);
    });
  }

  return { ask, close: () => agent.destroy() };
}
