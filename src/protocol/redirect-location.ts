import type { RegisteredRedirectUri } from './redirect-uri.ts';

declare const redirectLocationBrand: unique symbol;

/** Where to send the browser: a registered redirect URI with the answer added. The value of a Location header. */
export type RedirectLocation = string & { readonly [redirectLocationBrand]: never };

/** RFC 6749 §4.1.2.1: what an authorization request can be answered with at the redirect URI. */
type AuthorizationErrorCode =
  'invalid_request' | 'unauthorized_client' | 'unsupported_response_type';

export interface AuthorizationError {
  readonly code: AuthorizationErrorCode;
  readonly description?: string;
  /** The implicit grant answers in the fragment, its errors too (RFC 6749 §4.2.2.1). */
  readonly in: 'query' | 'fragment';
}

/**
 * RFC 6749 §4.1.2. `code` always precedes `state`: clients parse by position (wire contract §4.2).
 */
export function codeLocation(
  redirectUri: RegisteredRedirectUri,
  answer: { readonly code: string; readonly state: string },
): RedirectLocation {
  return withQuery(redirectUri, [
    ['code', answer.code],
    ['state', answer.state],
  ]);
}

/**
 * RFC 6749 §4.1.2.1.
 * @param state undefined when the request's own cannot be sent back
 */
export function errorLocation(
  redirectUri: RegisteredRedirectUri,
  error: AuthorizationError,
  state: string | undefined,
): RedirectLocation {
  const pairs: [string, string][] = [['error', error.code]];
  if (error.description !== undefined) pairs.push(['error_description', error.description]);
  if (state !== undefined) pairs.push(['state', state]);
  if (error.in === 'query') return withQuery(redirectUri, pairs);
  return `${redirectUri}#${formEncode(pairs)}` as RedirectLocation;
}

/** RFC 6749 §3.1.2: a query of the redirect URI "MUST be retained when adding additional query parameters". */
function withQuery(
  redirectUri: RegisteredRedirectUri,
  pairs: readonly (readonly [string, string])[],
): RedirectLocation {
  return `${redirectUri}${querySeparator(redirectUri)}${formEncode(pairs)}` as RedirectLocation;
}

function querySeparator(uri: string): '?' | '&' | '' {
  if (!uri.includes('?')) return '?';
  return /[?&]$/u.test(uri) ? '' : '&';
}

/**
 * `application/x-www-form-urlencoded` with the unreserved characters of RFC 3986, as clients have always been
 * answered: URLSearchParams alone would encode `~` and leave `*`.
 */
function formEncode(pairs: readonly (readonly [string, string])[]): string {
  const encoded = new URLSearchParams(pairs.map(([name, value]) => [name, value]));
  return encoded.toString().replaceAll('%7E', '~').replaceAll('*', '%2A');
}
