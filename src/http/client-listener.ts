import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Instant } from '../domain/clock.ts';
import type { ClientAnswer, ClientEndpoint, HeaderList } from './client-endpoint.ts';
import type { AppDependencies } from './dependencies.ts';
import { type FormEntry, parseFormEntries } from './form-body.ts';
import { refuseLargeBody } from './oauth-response.ts';
import { logRequest, requestIds, senderAddress } from './request-context.ts';
import { securityHeaderList } from './security-headers.ts';
import { clientFailure } from './unexpected-error.ts';

/** Far more than any request of ours needs, in bytes. */
const LARGEST_BODY = 64 * 1024;

/** What answers requests of clients on Node.js's own server. */
export function clientListener(deps: AppDependencies) {
  const newRequestId = requestIds(deps);
  const common = securityHeaderList(deps.institution.issuer);
  return async (
    { route, endpoint }: { readonly route: string; readonly endpoint: ClientEndpoint },
    incoming: IncomingMessage,
    outgoing: ServerResponse,
  ): Promise<void> => {
    const now = deps.clock();
    const requestId = newRequestId();
    const method = incoming.method ?? 'GET';
    const traceparent = incoming.headers['traceparent']?.toString();
    const answered = await deps.observe({ method, traceparent }, async () => {
      const answer = await answerOf(endpoint, incoming, { now, requestId });
      write(outgoing, answer, [...common, 'X-Request-Id', requestId]);
      return { route, status: answer.status };
    });
    logRequest(deps, { requestId, method, ...answered, now });
  };

  async function answerOf(
    endpoint: ClientEndpoint,
    incoming: IncomingMessage,
    { now, requestId }: { readonly now: Instant; readonly requestId: string },
  ): Promise<ClientAnswer> {
    try {
      return await endpoint({
        method: incoming.method ?? 'GET',
        query: queryOf(incoming.url ?? ''),
        accept: incoming.headers.accept,
        authorization: incoming.headers.authorization,
        address: senderAddress(deps, {
          forwardedFor: incoming.headers['x-forwarded-for'],
          socket: incoming.socket.remoteAddress,
        }),
        readForm: async () => readForm(incoming),
        deps: requestDependencies(deps),
        requestId,
        now,
      });
    } catch (error) {
      return error instanceof BodyTooLargeError
        ? refuseLargeBody()
        : clientFailure(error, { log: deps.log, requestId });
    }
  }
}

/** Most requests of all come by here: nothing is copied where nothing differs. */
function requestDependencies(deps: AppDependencies): AppDependencies {
  const storage = deps.requestStorage(deps.storage);
  return storage === deps.storage ? deps : { ...deps, storage };
}

async function readForm(incoming: IncomingMessage): Promise<readonly FormEntry[]> {
  const contentType = incoming.headers['content-type'];
  const body = await readBody(incoming);
  return parseFormEntries(contentType, {
    text: async () => body.toString(),
    formData: async () => {
      const headers = { 'content-type': contentType ?? '' };
      // eslint-disable-next-line typescript/no-deprecated -- meant for bodies of any size; this one is small
      return new Response(Uint8Array.from(body), { headers }).formData();
    },
  });
}

function queryOf(target: string): string {
  const start = target.indexOf('?');
  return start === -1 ? '' : target.slice(start + 1);
}

/** Every header of an answer, in order; Node.js adds the date and what is about the connection. */
export function wholeHeaders({ headers, body }: ClientAnswer, common: HeaderList): HeaderList {
  return [...headers, ...common, 'Content-Length', String(Buffer.byteLength(body))];
}

function write(outgoing: ServerResponse, answer: ClientAnswer, common: HeaderList): void {
  // A body that was not read to its end would be taken for the next request.
  const unread = outgoing.req.complete ? [] : ['Connection', 'close'];
  outgoing.writeHead(answer.status, [...wholeHeaders(answer, common), ...unread]);
  outgoing.end(answer.body);
}

class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError';
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = Number(incoming.headers['content-length'] ?? 0);
    if (length > LARGEST_BODY) {
      reject(new BodyTooLargeError('The announced body is too large.'));
      return;
    }
    length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_BODY) chunks.push(chunk);
      else reject(new BodyTooLargeError('The body is too large.'));
    });
    incoming.once('end', () => resolve(Buffer.concat(chunks)));
    incoming.once('error', reject);
  });
}
