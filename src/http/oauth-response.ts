import { statusOf, tokenErrorBody, type TokenError } from '../protocol/oauth-error.ts';
import type { RedirectLocation } from '../protocol/redirect-location.ts';
import { type ClientAnswer, headerList } from './client-endpoint.ts';
import type { AppContext } from './environment.ts';

/** RFC 6749 §5.1: no cache keeps a token. */
const TOKEN_HEADERS = headerList({
  'Content-Type': 'application/json',
  'Cache-Control': 'no-store',
  Pragma: 'no-cache',
});

/** @param body the exact JSON text */
export function tokenAnswer(body: string): ClientAnswer {
  return { status: 200, headers: TOKEN_HEADERS, body };
}

/** RFC 6749 §5.2, of the token and the revocation endpoint. */
export function tokenError(error: TokenError): ClientAnswer {
  const status = statusOf(error.code);
  // The scheme that existing clients see, see docs/rfc-divergences.md.
  const challenge = status === 401 ? ['WWW-Authenticate', `Bearer error="${error.code}"`] : [];
  return { status, headers: [...TOKEN_HEADERS, ...challenge], body: tokenErrorBody(error) };
}

/** RFC 6749 §4.1.2: sends the browser back to the client. */
export function redirectToClient(c: AppContext, location: RedirectLocation): Response {
  return c.body(null, 302, { Location: location, 'Cache-Control': 'no-store' });
}

/** RFC 6749 §5.2, for a body no request of ours needs. */
export function refuseLargeBody(): ClientAnswer {
  const error = { code: 'invalid_request', description: 'The body is too large.' } as const;
  return { ...tokenError(error), status: 413 };
}
