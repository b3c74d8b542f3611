import { statusOf, tokenErrorBody, type TokenError } from '../protocol/oauth-error.ts';
import type { RedirectLocation } from '../protocol/redirect-location.ts';
import type { AppContext } from './environment.ts';

/** RFC 6749 §5.1: no cache keeps a token. */
const TOKEN_HEADERS = {
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  Pragma: 'no-cache',
};

/** @param body the exact JSON text */
export function tokenAnswer(c: AppContext, body: string): Response {
  return c.body(body, 200, TOKEN_HEADERS);
}

/** RFC 6749 §5.2, of the token and the revocation endpoint. */
export function tokenError(c: AppContext, error: TokenError): Response {
  const status = statusOf(error.code);
  // The scheme that existing clients see, see docs/rfc-divergences.md.
  if (status === 401) c.header('WWW-Authenticate', `Bearer error="${error.code}"`);
  return c.body(tokenErrorBody(error), status, TOKEN_HEADERS);
}

/** RFC 6749 §4.1.2: sends the browser back to the client. */
export function redirectToClient(c: AppContext, location: RedirectLocation): Response {
  return c.body(null, 302, { Location: location, 'Cache-Control': 'no-store' });
}

/** RFC 6749 §5.2, for a body no request of ours needs. */
export function refuseLargeBody(c: AppContext): Response {
  const error = { code: 'invalid_request', description: 'The body is too large.' } as const;
  return c.body(tokenErrorBody(error), 413, TOKEN_HEADERS);
}
