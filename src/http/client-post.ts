import { networkOf } from '../account/network.ts';
import type { TokenRequest } from '../protocol/token-request.ts';
import {
  type ClientAnswer,
  type ClientEndpoint,
  type ClientRequest,
  headerList,
} from './client-endpoint.ts';
import { formFrom } from './form-body.ts';
import { tokenError } from './oauth-response.ts';

const ALLOW = headerList({ Allow: 'POST, OPTIONS' });

/**
 * An endpoint that clients post forms to: token and revocation (wire contract §2, §3).
 * A preflight gets nothing, so that no page of another origin can call it.
 */
export function clientPost(
  answer: (request: TokenRequest, from: ClientRequest) => Promise<ClientAnswer>,
): ClientEndpoint {
  return async (request) => {
    if (request.method === 'OPTIONS') return { status: 200, headers: ALLOW, body: '' };
    if (request.method !== 'POST') return { status: 405, headers: ALLOW, body: '' };
    if (request.query !== '') {
      return tokenError({
        code: 'invalid_request',
        description: 'URL query parameters are not allowed.',
      });
    }
    const { texts } = formFrom(await request.readForm());
    // A map made of pairs keeps the last of each name.
    const parameters = new Map(texts);
    const { authorization: authorizationHeader, address } = request;
    return answer({ parameters, authorizationHeader, network: networkOf(address) }, request);
  };
}
