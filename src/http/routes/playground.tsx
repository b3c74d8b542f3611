import { confirmOwnPassword } from '../../account/own-password.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import type { PlaygroundPageProps } from '../../pages/playground/playground-view.ts';
import { codeChallengeOf, newCodeVerifier } from '../../playground/code-verifier.ts';
import { type PlaygroundRun, readRun, withTokens } from '../../playground/run.ts';
import {
  authorizationRequest,
  clientRequest,
  type ClientStep,
} from '../../playground/wire-request.ts';
import { requestText, responseText } from '../../playground/wire-text.ts';
import { addPlaygroundSecret } from '../../portal/add-playground-secret.ts';
import { claimedEnvironment } from '../../protocol/client-secret.ts';
import type { AppContext } from '../environment.ts';
import { ownPath } from '../own-path.ts';
import { askOwnEndpoint, type WireAnswer } from '../own-endpoints.ts';
import { notFound } from '../page-response.tsx';
import { beginTrip, readTrip } from '../playground-trip.ts';
import { clientAddress } from '../request-context.ts';
import {
  emptyRun,
  exchangeView,
  inPlayground,
  type Playground,
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

function firstAuthorization(
  c: AppContext,
  run: PlaygroundRun,
): NonNullable<PlaygroundPageProps['authorization']> {
  return {
    redirect_uri: run.redirect_uri,
    state: Buffer.from(c.var.deps.random(12)).toString('base64url'),
    pkce: true,
    response_type: 'code',
    login_hint: '',
  };
}

/** POST /developer/:number/playground/authorize: makes the request; the browser goes there by a link of the page. */
export async function makeAuthorization(c: AppContext): Promise<Response> {
  return inPlayground(c, async (playground) => {
    const { form, deps } = c.var;
    const authorization = {
      redirect_uri: form.text('redirect_uri').trim(),
      state: form.text('state'),
      pkce: form.text('pkce') === 'yes',
      response_type: form.text('response_type').trim(),
      login_hint: form.text('login_hint').trim(),
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

/** POST /developer/:number/playground/:step: sends the request, and shows both ends of it. */
export async function sendStep(c: AppContext): Promise<Response> {
  const step = parseStep(c.req.param('step') ?? '', c.var.form.text('of'));
  if (step === undefined) return notFound(c);
  return inPlayground(c, async (playground) => {
    const run = readRun((name) => c.var.form.text(name));
    const problem = await whyNotSent(c, playground, { step, run });
    if (problem !== null) {
      // What is not of the sandbox does not come back in a page.
      const kept = { ...run, [problem.field]: '' };
      return showPlaygroundPage(c, playground, { present: before(step), run: kept, problem });
    }
    const request = clientRequest(step, run, playground.party);
    const answer = await askOwnEndpoint(c, request);
    const hasTokens = answer.status === 200 && request.target === '/open_auth/token/';
    return showPlaygroundPage(c, playground, {
      present: step.name,
      run: hasTokens ? withTokens(run, answer.body) : run,
      exchange: {
        ...exchangeView(playground, request, answer),
        step: step.name,
        ...(await outcome(c, playground, { step, answer })),
      },
    });
  });
}

function parseStep(name: string, of: string): ClientStep | undefined {
  switch (name) {
    case 'token':
    case 'user-data':
    case 'refresh':
      return { name };
    case 'replay':
      return of === 'code' || of === 'refresh_token' ? { name, of } : undefined;
    case 'revoke':
      return of === 'access_token' || of === 'refresh_token' ? { name, of } : undefined;
    default:
      return undefined;
  }
}

/** The playground reaches nobody who exists, and nothing of another app: not even with what somebody pastes here. */
async function whyNotSent(
  c: AppContext,
  { action }: Playground,
  { step, run }: { readonly step: ClientStep; readonly run: PlaygroundRun },
): Promise<PlaygroundPageProps['problem']> {
  if (claimedEnvironment(run.client_secret) === 'live') {
    return { step: step.name, field: 'client_secret', code: 'live-secret' };
  }
  if (step.name !== 'user-data') return null;
  const { storage, hashSecret } = c.var.deps;
  const access = await storage.findBearerAccess(hashSecret(run.access_token));
  const isOwn =
    access === undefined ||
    (access.client.number === action.number && access.client.environment === 'sandbox');
  return isOwn ? null : { step: step.name, field: 'access_token', code: 'foreign-token' };
}

/** Where the run stands while that step was not taken. */
function before(step: ClientStep): PlaygroundPageProps['present'] {
  return step.name === 'token' ? 'redirect' : 'token';
}

/** What an answer means. The exact reason of a failure is the one that “Why did it fail?” has. */
async function outcome(
  c: AppContext,
  { action }: Playground,
  { step, answer }: { readonly step: ClientStep; readonly answer: WireAnswer },
): Promise<{
  readonly meaning: NonNullable<PlaygroundPageProps['exchange']>['meaning'];
  readonly reason: FailureReason | null;
}> {
  if (answer.status === 200) {
    return { meaning: step.name === 'replay' ? 'retry' : step.name, reason: null };
  }
  const attempts = await c.var.deps.storage.listClientAttempts({
    clientNumber: action.number,
    environment: 'sandbox',
    failuresOnly: true,
  });
  const own = attempts.find(({ requestId }) => requestId === c.var.requestId);
  const isExpected = own?.reason === 'code-replayed' || own?.reason === 'refresh-token-replayed';
  return { meaning: isExpected ? 'replay' : 'failed', reason: own?.reason ?? null };
}

/** POST /developer/:number/playground/secret. The new secret is in the answer, and nowhere else. */
export async function makePlaygroundSecret(c: AppContext): Promise<Response> {
  return inPlayground(c, async (playground) => {
    if (!playground.mayMakeSecret) return notFound(c);
    const { deps, form, now } = c.var;
    const { action } = playground;
    const sent = readRun((name) => form.text(name));
    const run = sent.redirect_uri === '' ? emptyRun(playground) : sent;
    const place = {
      present: run.code === '' ? 'authorize' : 'redirect',
      authorization: run.code === '' ? firstAuthorization(c, emptyRun(playground)) : null,
    } as const;
    const confirmation = await confirmOwnPassword(
      { accountId: action.actor, password: form.text('password'), address: clientAddress(c) },
      { ...deps, now },
    );
    if (confirmation.type !== 'confirmed') {
      const secretProblem =
        confirmation.type === 'throttled'
          ? ({ code: 'throttled', retryAt: confirmation.retryAt } as const)
          : ({ code: 'wrong-password' } as const);
      return showPlaygroundPage(c, playground, { ...place, run, secretProblem });
    }
    const added = await addPlaygroundSecret(action, deps);
    switch (added.type) {
      case 'added': {
        const { clientSecret } = added;
        return showPlaygroundPage(c, playground, {
          ...place,
          run: { ...run, client_secret: clientSecret },
          madeSecret: clientSecret,
        });
      }
      case 'too-many':
        return showPlaygroundPage(c, playground, {
          ...place,
          run,
          secretProblem: { code: 'too-many' },
        });
      case 'not-found':
        return notFound(c);
    }
  });
}
