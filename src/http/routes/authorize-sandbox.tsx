import { networkOf } from '../../account/network.ts';
import { displayName } from '../../domain/account.ts';
import { mediaUrl } from '../../domain/media.ts';
import type { Storage } from '../../domain/storage.ts';
import type { SyntheticPerson } from '../../domain/synthetic-person.ts';
import { waitingTime } from '../../pages/components/moment.tsx';
import { ChoosePersonPage } from '../../pages/sandbox/choose-person-page.tsx';
import { SandboxErrorPage } from '../../pages/sandbox/sandbox-error-page.tsx';
import type {
  AuthorizationRequest,
  ValidationOutcome,
} from '../../protocol/authorization-request.ts';
import { type Parameters, valueOf } from '../../protocol/parameters.ts';
import { syntheticKind } from '../../sandbox/synthetic-people.ts';
import type { AppContext } from '../environment.ts';
import { languageOf, pageTexts } from '../language.ts';
import { localPath, withQuery, type LocalPath } from '../local-path.ts';
import { pageFrame, showError, showPage } from '../page-response.tsx';
import { redirectHost } from '../redirect-host.ts';
import { clientAddress } from '../request-context.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

/** As in OpenID Connect Core §3.1.2.1: who it probably is. A test can send it along and spare itself the choice. */
const CHOICE = 'login_hint';

/** Whom the developer chose to be; null when nobody yet, or nobody that there is. */
export async function chosenPerson(
  parameters: Parameters,
  { storage }: { readonly storage: Pick<Storage, 'listSyntheticPeople'> },
): Promise<SyntheticPerson | null> {
  const username = valueOf(parameters, CHOICE);
  if (username === undefined) return null;
  const people = await storage.listSyntheticPeople();
  return people.find((person) => person.username === username) ?? null;
}

/** Offers the synthetic people: nobody signs in to the sandbox. */
export async function choosePerson(
  c: AppContext,
  { client, redirectUri }: AuthorizationRequest,
): Promise<Response> {
  const people = await c.var.deps.storage.listSyntheticPeople();
  const offered = people.flatMap((person) => {
    const kind = syntheticKind(person.username);
    const picture = person.profile.records['person']?.['display_picture'];
    if (kind === undefined || person.username === null) return [];
    return [
      {
        kind,
        name: displayName(person),
        username: person.username,
        picture: typeof picture === 'string' ? mediaUrl(picture) : null,
        href: withQuery(localPath`/oauth/authorise`, {
          ...ownParameters(c),
          [CHOICE]: person.username,
        }),
      },
    ];
  });
  const page = (
    <ChoosePersonPage
      frame={pageFrame(c)}
      client={client.name}
      redirectHost={redirectHost(redirectUri)}
      people={offered}
    />
  );
  return showPage(c, page);
}

/** The same request, with the choice still to be made. */
export function pathWithoutPerson(c: AppContext): LocalPath {
  const { [CHOICE]: _choice, ...others } = ownParameters(c);
  return withQuery(localPath`/oauth/authorise`, others);
}

/** What of the request means something; each stands there once, else it were not valid. */
function ownParameters(c: AppContext): Record<string, string> {
  return Object.fromEntries(new URL(c.req.url).searchParams);
}

/**
 * An error that live would send to the app at once. Nobody has looked at this app yet, so its link must not take
 * a browser to its site without a word (RFC 9700 §4.11.2); and a developer sees what is wrong.
 */
export async function showSandboxError(
  c: AppContext,
  { error, location }: Extract<ValidationOutcome, { readonly type: 'redirected-error' }>,
): Promise<Response> {
  const page = (
    <SandboxErrorPage
      frame={pageFrame(c)}
      error={error.code}
      description={error.description ?? null}
      location={location}
      redirectHost={redirectHost(location)}
    />
  );
  return showPage(c, page, 400);
}

/** For all the tests of a campus behind one address, and too few to fill a database: nobody signs in here. */
const CODES_PER_NETWORK = { limit: 600, windowSeconds: 15 * 60 } as const;

/** Counts a code that is about to be issued; the answer instead of it when it is one too many. */
export async function refuseSandboxFlood(c: AppContext): Promise<Response | undefined> {
  const { deps, now } = c.var;
  const key = `sandbox-code:network:${networkOf(clientAddress(c))}`;
  const subjects = [{ key, ...CODES_PER_NETWORK }];
  const permission = await deps.storage.countAttempt({ subjects, at: now });
  if (permission.type === 'allowed') return undefined;
  noteThrottled(c, permission.retryAt);
  const text = pageTexts(c).sandbox;
  const wait = waitingTime(permission.retryAt, { now, language: languageOf(c) });
  return showError(c, {
    status: TOO_MANY_ATTEMPTS,
    title: text.tooManyTitle,
    explanation: text.tooManyCodes,
    advice: text.tryAgainIn(wait),
  });
}
