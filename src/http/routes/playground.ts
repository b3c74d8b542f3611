import { codeChallengeOf, newCodeVerifier } from '../../playground/code-verifier.ts';
import { readRun } from '../../playground/run.ts';
import { authorizationRequest } from '../../playground/wire-request.ts';
import { requestText, responseText } from '../../playground/wire-text.ts';
import type { AppContext } from '../environment.ts';
import { ownPath } from '../own-path.ts';
import { notFound, redirect } from '../page-response.tsx';
import { beginTrip, readTrip } from '../playground-trip.ts';
import {
  emptyRun,
  exchangeView,
  firstAuthorization,
  inPlayground,
  playgroundPath,
  showPlaygroundPage,
} from './playground-view.tsx';

/** GET /developer/:number/playground */
export async function showPlayground(c: AppContext): Promise<Response> {
  return inPlayground(c, async (playground) => {
    const run = emptyRun(playground);
    return showPlaygroundPage(c, playground, {
      present: 'authorize',
      run,
      authorization: firstAuthorization(c, run),
    });
  });
}

/**
 * GET /developer/:number/playground/:step: an answer that is asked for again, by the choice of a language say. What the
 * run knew is gone with the page.
 */
export async function startAgain(c: AppContext): Promise<Response> {
  const step = c.req.param('step') ?? '';
  if (!ANSWERED.has(step)) return notFound(c);
  return inPlayground(c, async ({ client }) => redirect(c, playgroundPath(client.number)));
}

/** What is answered with a page of the playground. */
const ANSWERED: ReadonlySet<string> = new Set([
  'authorize',
  'token',
  'user-data',
  'refresh',
  'replay',
  'revoke',
  'secret',
]);

/** Longer ones than any endpoint of ours takes can be tried, within reason. In characters. */
const LONGEST_PARAMETER = 3000;

/** POST /developer/:number/playground/authorize: makes the request; the browser goes there by a link of the page. */
export async function makeAuthorization(c: AppContext): Promise<Response> {
  return inPlayground(c, async (playground) => {
    const { form, deps } = c.var;
    const typed = (name: string): string => form.text(name).slice(0, LONGEST_PARAMETER);
    const authorization = {
      redirect_uri: typed('redirect_uri').trim(),
      state: typed('state'),
      pkce: form.text('pkce') === 'yes',
      response_type: typed('response_type').trim(),
      login_hint: typed('login_hint').trim(),
    };
    const codeVerifier = authorization.pkce ? newCodeVerifier(deps.random) : '';
    const challenge = authorization.pkce ? codeChallengeOf(codeVerifier) : '';
    const request = authorizationRequest(
      { ...authorization, code_challenge: challenge },
      playground.party,
    );
    beginTrip(c, playground.action.number, { codeVerifier, state: authorization.state });
    const run = readRun((name) => form.text(name));
    return showPlaygroundPage(c, playground, {
      present: 'authorize',
      run: { ...run, redirect_uri: authorization.redirect_uri, code_verifier: codeVerifier },
      authorization,
      openAt: request.target,
      exchange: {
        ...exchangeView(playground, request, null),
        step: 'authorize',
        meaning: 'authorize',
        reason: null,
      },
    });
  });
}

/** GET /developer/:number/playground/callback: the redirect URI that the sandbox of this app has here (ADR 0015). */
export async function showCallback(c: AppContext): Promise<Response> {
  return inPlayground(c, async (playground) => {
    const query = new URL(c.req.url).searchParams;
    const code = query.get('code') ?? '';
    const trip = readTrip(c, playground.action.number);
    const target = ownPath(c);
    const { issuer } = playground.party;
    const headers = [['Host', new URL(issuer).host]] as const;
    const arrival = { method: 'GET', target, headers, body: '', parameters: [] } as const;
    const location = [['Location', issuer + target]] as const;
    return showPlaygroundPage(c, playground, {
      present: 'redirect',
      run: { ...emptyRun(playground), code, code_verifier: trip?.codeVerifier ?? '' },
      exchange: {
        request: requestText(arrival),
        response: responseText('302 Found', { headers: location, body: '' }),
        samples: [],
        step: 'redirect',
        meaning: callbackMeaning(code, query.get('error')),
        reason: null,
        state:
          trip === undefined ? 'unknown' : sameState(trip.isOwnState(query.get('state') ?? '')),
      },
    });
  });
}

function callbackMeaning(code: string, error: string | null) {
  if (code !== '') return 'code';
  return error === null ? 'nothing' : 'error';
}

function sameState(isSame: boolean): 'same' | 'different' {
  return isSame ? 'same' : 'different';
}
