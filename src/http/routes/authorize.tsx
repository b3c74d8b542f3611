import { type Account, displayName } from '../../domain/account.ts';
import type { ClaimCode } from '../../domain/claim.ts';
import { calendarDate } from '../../domain/clock.ts';
import { mediaUrl } from '../../domain/media.ts';
import type { SyntheticPerson } from '../../domain/synthetic-person.ts';
import { ConsentPage } from '../../pages/consent-page.tsx';
import {
  type AuthorizationRequest,
  validateAuthorizationRequest,
} from '../../protocol/authorization-request.ts';
import { issueAuthorizationCode } from '../../protocol/authorization-response.ts';
import { type ConsentAnswer, decideAuthorization } from '../../protocol/authorize.ts';
import { parametersFrom } from '../../protocol/parameters.ts';
import { releasedClaims } from '../../protocol/released-claims.ts';
import { signInPath } from '../access.ts';
import { displayedError } from '../displayed-error.ts';
import type { AppContext } from '../environment.ts';
import type { Form } from '../form-body.ts';
import { catalogueOf, pageTexts } from '../language.ts';
import { localPath } from '../local-path.ts';
import { redirectToClient } from '../oauth-response.ts';
import { ownPath } from '../own-path.ts';
import { pageFrame, redirect, seeOther, showError, showPage } from '../page-response.tsx';
import { redirectHost } from '../redirect-host.ts';
import { allowFormsToLeadAnywhere } from '../security-headers.ts';
import { sharedValues } from '../shared-values.ts';
import {
  chosenPerson,
  choosePerson,
  pathWithoutPerson,
  refuseSandboxFlood,
  showSandboxError,
} from './authorize-sandbox.tsx';

/** `GET /oauth/authorise`: wire contract §4.1. */
export async function showAuthorization(c: AppContext): Promise<Response> {
  return proceed(c, null);
}

/** `POST /oauth/authorise`, to the same address and query as the consent screen had. */
export async function answerConsent(c: AppContext): Promise<Response> {
  return proceed(c, consentAnswer(c.var.form));
}

/** Takes the request in the query one step further. Both verbs come here, so neither can skip a check. */
async function proceed(c: AppContext, answer: ConsentAnswer | null): Promise<Response> {
  const { deps, now, signedIn } = c.var;
  const parameters = parametersFrom(new URL(c.req.url).searchParams);
  const outcome = await validateAuthorizationRequest(parameters, deps);
  if (outcome.type === 'displayed-error') {
    return showError(c, displayedError(outcome.error, pageTexts(c), deps.institution.name));
  }
  if (outcome.type === 'redirected-error') {
    return outcome.client.environment === 'live'
      ? redirectToClient(c, outcome.location)
      : showSandboxError(c, outcome);
  }

  const { request } = outcome;
  const account =
    request.client.environment === 'live'
      ? (signedIn?.account ?? null)
      : await chosenPerson(parameters, deps);
  const decision = decideAuthorization(request, { account, answer });
  switch (decision.type) {
    case 'authenticate':
      return redirect(c, signInPath(ownPath(c)));
    case 'choose-person':
      return choosePerson(c, request);
    case 'ask-consent':
      return askConsent(c, request, decision);
    case 'go-home':
      return seeOther(c, localPath`/`);
    case 'issue-code': {
      const { accountId, grantedClaims } = decision;
      if (request.client.environment === 'sandbox') {
        const refusal = await refuseSandboxFlood(c);
        if (refusal !== undefined) return refusal;
      }
      const granted = { request, accountId, grantedClaims };
      return redirectToClient(c, await issueAuthorizationCode(granted, { ...deps, now }));
    }
  }
}

/** What the consent screen sent; null when it is no answer. */
function consentAnswer(form: Form): ConsentAnswer | null {
  switch (form.text('decision')) {
    case 'deny':
      return { type: 'denied' };
    case 'allow':
      return {
        type: 'allowed',
        accountId: Number(form.text('account')),
        shownClaims: form.all('claim'),
      };
    default:
      return null;
  }
}

async function askConsent(
  c: AppContext,
  { client, redirectUri }: AuthorizationRequest,
  {
    account,
    claims,
  }: {
    readonly account: Account | SyntheticPerson;
    readonly claims: readonly ClaimCode[];
  },
): Promise<Response> {
  const { deps, now } = c.var;
  const team = await deps.storage.listTeam(client.number);
  const today = calendarDate(now, deps.institution.timeZone);
  const released = releasedClaims(claims, account.profile, { catalogue: catalogueOf(c), today });
  const picture = account.profile.records['person']?.['display_picture'];

  allowFormsToLeadAnywhere(c);
  return showPage(
    c,
    <ConsentPage
      frame={pageFrame(c)}
      client={{
        name: client.name,
        logo: client.logoPath === null ? null : mediaUrl(client.logoPath),
        team: team.map(({ name }) => name),
      }}
      redirectHost={redirectHost(redirectUri)}
      chooseAgainAt={account.environment === 'live' ? null : pathWithoutPerson(c)}
      person={{
        name: displayName(account),
        username: account.username,
        picture: typeof picture === 'string' ? mediaUrl(picture) : null,
      }}
      categories={sharedValues(released, pageTexts(c))}
      action={ownPath(c)}
      accountId={account.id}
    />,
  );
}
