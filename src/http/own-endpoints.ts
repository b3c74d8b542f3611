import { STATUS_CODES } from 'node:http';
import type { WireRequest } from '../playground/wire-request.ts';
import type { ClientEndpoint } from './client-endpoint.ts';
import { wholeHeaders } from './client-listener.ts';
import type { AppContext } from './environment.ts';
import { parseFormEntries } from './form-body.ts';
import { clientAddress } from './request-context.ts';
import { answerRevocation } from './routes/revoke.ts';
import { answerToken } from './routes/token.ts';
import { answerUserData } from './routes/user-data.ts';
import { securityHeaderList } from './security-headers.ts';

/** An answer as it would go over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** `200 OK` */
  readonly statusLine: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

const ENDPOINTS: ReadonlyMap<string, ClientEndpoint> = new Map([
  ['/open_auth/token/', answerToken],
  ['/open_auth/revoke_token/', answerRevocation],
  ['/open_auth/get_user_data/', answerUserData],
]);

/**
 * Has one of our endpoints answer a request that somebody makes through a page of ours: the very functions that answer
 * apps, without a connection between. The request has the id of the page's.
 */
export async function askOwnEndpoint(c: AppContext, request: WireRequest): Promise<WireAnswer> {
  const { deps, now, requestId } = c.var;
  const endpoint = ENDPOINTS.get(request.target);
  if (endpoint === undefined) throw new Error('No endpoint of ours answers that.');
  const sent = (wanted: string): string | undefined =>
    request.headers.find(([name]) => name === wanted)?.[1];
  const answer = await endpoint({
    method: request.method,
    query: '',
    accept: sent('Accept'),
    authorization: sent('Authorization'),
    address: clientAddress(c),
    readForm: async () =>
      parseFormEntries(sent('Content-Type'), {
        text: async () => request.body,
        formData: async () => {
          throw new TypeError('It is not multipart.');
        },
      }),
    deps,
    requestId,
    now,
  });
  const common = [...securityHeaderList(deps.institution.issuer), 'X-Request-Id', requestId];
  return {
    status: answer.status,
    statusLine: `${answer.status} ${STATUS_CODES[answer.status] ?? ''}`,
    headers: inPairs(wholeHeaders(answer, common)),
    body: answer.body,
  };
}

function inPairs(list: readonly string[]): WireAnswer['headers'] {
  const pairs: (readonly [name: string, value: string])[] = [];
  for (let at = 0; at < list.length; at += 2) pairs.push([list[at] ?? '', list[at + 1] ?? '']);
  return pairs;
}
