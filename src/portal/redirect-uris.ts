import type { Client } from '../domain/client.ts';
import { validateRedirectUri, type RedirectUriProblem } from '../protocol/redirect-uri.ts';
import { invalid, valid, type Parsed } from './parsed-field.ts';

const MOST_REDIRECT_URIS = 20;

export type RedirectUrisProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-many'; readonly count: number; readonly most: number }
  | { readonly code: 'invalid'; readonly entries: readonly InvalidRedirectUri[] };

interface InvalidRedirectUri {
  /** As typed. */
  readonly uri: string;
  readonly problem: RedirectUriProblem;
}

/**
 * Redirect URIs, one a line; blanks separate as well, as they did in the replaced portal. A repeated one counts once.
 * @param appName gives the custom scheme that a native app may use (wire contract §6)
 */
export function parseRedirectUris(
  typed: string,
  appName: string,
): Parsed<Client['redirectUris'], RedirectUrisProblem> {
  const [first, ...others] = new Set(typed.split(/\s+/u).filter((uri) => uri !== ''));
  if (first === undefined) return invalid({ code: 'missing' });
  const uris: Client['redirectUris'] = [first, ...others];
  if (uris.length > MOST_REDIRECT_URIS) {
    return invalid({ code: 'too-many', count: uris.length, most: MOST_REDIRECT_URIS });
  }
  const entries = uris.flatMap((uri): InvalidRedirectUri[] => {
    const outcome = validateRedirectUri(uri, appName);
    return outcome.type === 'invalid' ? [{ uri, problem: outcome.problem }] : [];
  });
  return entries.length > 0 ? invalid({ code: 'invalid', entries }) : valid(uris);
}
