import { displayName } from '../../domain/account.ts';
import { isOpen } from '../../domain/client-lifecycle.ts';
import { mayDo } from '../../domain/client-role.ts';
import type { Client, TeamAction } from '../../domain/client.ts';
import { PlaygroundClosedPage } from '../../pages/playground/playground-closed-page.tsx';
import { PlaygroundPage } from '../../pages/playground/playground-page.tsx';
import type { PlaygroundPageProps } from '../../pages/playground/playground-view.ts';
import { codeSamples } from '../../playground/code-samples.ts';
import { isConfidential, type PlaygroundRun, readRun } from '../../playground/run.ts';
import type { WireRequest } from '../../playground/wire-request.ts';
import { requestText, responseText } from '../../playground/wire-text.ts';
import { playgroundCallback } from '../../protocol/redirect-uri.ts';
import type { AppContext } from '../environment.ts';
import { localPath, type LocalPath } from '../local-path.ts';
import type { WireAnswer } from '../own-endpoints.ts';
import { notFound, pageFrame, seeOther, showPage, showPageWithSecret } from '../page-response.tsx';
import { teamAction } from './portal-dashboard-view.tsx';

/** The playground of an app, open to the signed-in person. */
export interface Playground {
  readonly action: TeamAction;
  readonly client: Client;
  readonly mayMakeSecret: boolean;
  /** Who asks, and where: every request of a run is the sandbox's. */
  readonly party: { readonly clientId: string; readonly issuer: string };
}

/** To everybody but the team it does not exist, and for an app without a sandbox it is closed. */
export async function inPlayground(
  c: AppContext,
  use: (playground: Playground) => Promise<Response>,
): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { storage, sandboxIsOn, institution } = c.var.deps;
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return notFound(c);
  const { client, team } = dossier;
  const reason = closedBecause(client, sandboxIsOn);
  if (reason !== undefined) {
    if (c.req.method !== 'GET') return seeOther(c, playgroundPath(client.number));
    return showPage(c, <PlaygroundClosedPage frame={pageFrame(c)} app={client} reason={reason} />);
  }
  const member = team.find(({ accountId }) => accountId === action.actor);
  return use({
    action,
    client,
    mayMakeSecret: member !== undefined && mayDo(member.role, 'secrets'),
    party: { clientId: client.sandboxClientId, issuer: institution.issuer },
  });
}

function closedBecause(
  { status }: Client,
  sandboxIsOn: boolean,
): 'suspended' | 'retired' | 'sandbox-off' | undefined {
  if (!isOpen(status)) return status;
  return sandboxIsOn ? undefined : 'sandbox-off';
}

export function playgroundPath(number: Client['number']): LocalPath {
  return localPath`/developer/${number}/playground`;
}

/** A run that has not begun. */
export function emptyRun({ party, client }: Playground): PlaygroundRun {
  const redirectUri = playgroundCallback(party.issuer, client.number);
  return { ...readRun(() => ''), redirect_uri: redirectUri };
}

/** The first form, as it is offered. */
export function firstAuthorization(
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

/** What is on the page besides what follows from the app. */
type Shown = Pick<PlaygroundPageProps, 'present' | 'run'> &
  Partial<
    Pick<
      PlaygroundPageProps,
      'authorization' | 'exchange' | 'openAt' | 'madeSecret' | 'secretProblem' | 'problem'
    >
  >;

/** @param shown what the step came to; with a problem of a form, the answer is 422 */
export async function showPlaygroundPage(
  c: AppContext,
  { client, party, mayMakeSecret }: Playground,
  shown: Shown,
): Promise<Response> {
  const { storage, lifetimes } = c.var.deps;
  const people = await storage.listSyntheticPeople();
  const page = (
    <PlaygroundPage
      frame={pageFrame(c)}
      app={{ number: client.number, name: client.name, isPublic: client.clientType === 'public' }}
      clientId={party.clientId}
      callback={playgroundCallback(party.issuer, client.number)}
      ownRedirectUris={client.redirectUris}
      people={people.flatMap((person) =>
        person.username === null ? [] : [{ username: person.username, name: displayName(person) }],
      )}
      codeSeconds={lifetimes.authorizationCode}
      retrySeconds={lifetimes.refreshRetry}
      mayMakeSecret={mayMakeSecret}
      authorization={null}
      exchange={null}
      openAt={null}
      madeSecret={null}
      secretProblem={null}
      problem={null}
      {...shown}
    />
  );
  const isRefused = (shown.problem ?? shown.secretProblem ?? null) !== null;
  const show = isConfidential(shown.run) ? showPageWithSecret : showPage;
  return show(c, page, isRefused ? 422 : 200);
}

/** What went over the wire, and the same in code. */
export function exchangeView(
  { party }: Playground,
  request: WireRequest,
  answer: WireAnswer | null,
): Pick<NonNullable<PlaygroundPageProps['exchange']>, 'request' | 'response' | 'samples'> {
  return {
    request: requestText(request),
    response: answer === null ? null : responseText(answer.statusLine, answer),
    samples: codeSamples(request, party.issuer),
  };
}
