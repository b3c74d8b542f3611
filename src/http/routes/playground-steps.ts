import { confirmOwnPassword } from '../../account/own-password.ts';
import type { FailureReason } from '../../domain/failure-reason.ts';
import type { PlaygroundPageProps } from '../../pages/playground/playground-view.ts';
import { type PlaygroundRun, readRun, withTokens } from '../../playground/run.ts';
import { clientRequest, type ClientStep } from '../../playground/wire-request.ts';
import { addPlaygroundSecret } from '../../portal/add-playground-secret.ts';
import { claimedEnvironment } from '../../protocol/client-secret.ts';
import type { AppContext } from '../environment.ts';
import { askOwnEndpoint, type WireAnswer } from '../own-endpoints.ts';
import { notFound } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import {
  emptyRun,
  exchangeView,
  firstAuthorization,
  inPlayground,
  type Playground,
  showPlaygroundPage,
} from './playground-view.tsx';

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
