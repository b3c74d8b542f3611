import { networkOf } from '../account/network.ts';
import type { TokenRequest } from '../protocol/token-request.ts';
import type { AppContext, AppHandler } from './environment.ts';
import { formFrom, readFormEntries } from './form-body.ts';
import { tokenError } from './oauth-response.ts';
import { clientAddress } from './request-context.ts';

const ALLOW = { Allow: 'POST, OPTIONS' };

/**
 * An endpoint that clients post forms to: token and revocation (wire contract §2, §3).
 * A preflight gets nothing, so that no page of another origin can call it.
 */
export function clientPost(
  answer: (request: TokenRequest, c: AppContext) => Promise<Response>,
): AppHandler {
  return async (c) => {
    if (c.req.method === 'OPTIONS') return c.body(null, 200, ALLOW);
    if (c.req.method !== 'POST') return c.body(null, 405, ALLOW);
    // A bare `?` is no query: a client calls us so (clients.md P19).
    if (new URL(c.req.url).search !== '') {
      return tokenError(c, {
        code: 'invalid_request',
        description: 'URL query parameters are not allowed.',
      });
    }
    const { texts } = formFrom(await readFormEntries(c));
    // A map made of pairs keeps the last of each name.
    const parameters = new Map(texts);
    const authorizationHeader = c.req.header('authorization');
    const network = networkOf(clientAddress(c));
    return answer({ parameters, authorizationHeader, network }, c);
  };
}
