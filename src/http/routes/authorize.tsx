import { agreeToApp } from '../../account/agree-to-app.ts';
import type { ConsentNow } from '../../domain/consent.ts';
import {
  type AuthorizationRequest,
  displayedReason,
  validateAuthorizationRequest,
} from '../../protocol/authorization-request.ts';
import { issueAuthorizationCode } from '../../protocol/authorization-response.ts';
import {
  type AuthorizationDecision,
  type ConsentAnswer,
  decideAuthorization,
} from '../../protocol/authorize.ts';
import { parametersFrom } from '../../protocol/parameters.ts';
import { rememberedConsent } from '../../protocol/remembered-consent.ts';
import { signInPath } from '../access.ts';
import { noteAuthorizationFailure, noteConsent, noteConsentShown } from '../client-activity.ts';
import { displayedError } from '../displayed-error.ts';
import type { AppContext } from '../environment.ts';
import type { Form } from '../form-body.ts';
import { catalogueOf, languageOf, pageTexts } from '../language.ts';
import { localPath } from '../local-path.ts';
import { redirectToClient } from '../oauth-response.ts';
import { ownPath } from '../own-path.ts';
import { redirect, seeOther, showError } from '../page-response.tsx';
import {
  chosenPerson,
  choosePerson,
  refuseSandboxFlood,
  showSandboxError,
} from './authorize-sandbox.tsx';
import { askConsent } from './consent.tsx';

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
  const outcome = await validateAuthorizationRequest(parameters, {
    storage: deps.storage,
    sandboxIsOn: deps.sandboxIsOn,
    issuer: deps.institution.issuer,
  });
  if (outcome.type === 'displayed-error') {
    noteAuthorizationFailure(c, outcome.client, displayedReason(outcome.error));
    return showError(c, displayedError(outcome.error, pageTexts(c), deps.institution.name));
  }
  if (outcome.type === 'redirected-error') {
    noteAuthorizationFailure(c, outcome.client, outcome.reason);
    return outcome.client.environment === 'live'
      ? redirectToClient(c, outcome.location)
      : showSandboxError(c, outcome);
  }

  const { request } = outcome;
  const { client } = request;
  const account =
    client.environment === 'live'
      ? (signedIn?.account ?? null)
      : await chosenPerson(parameters, deps);
  const terms = await deps.storage.listGrantableTerms(client.number, client.environment);
  const findConsent = async (): Promise<ConsentNow | undefined> =>
    account?.environment === 'live'
      ? deps.storage.findConsent(account.id, client.number, now)
      : undefined;
  // An answer stands for itself.
  const consent = answer === null ? await findConsent() : undefined;
  // What only looks ahead gets no code.
  const remembered =
    c.req.method === 'GET' ? rememberedConsent(client, consent, deps.settings().consent) : null;
  const decision = decideAuthorization(request, { account, terms, answer, remembered });
  switch (decision.type) {
    case 'authenticate':
      return redirect(c, signInPath(ownPath(c)));
    case 'choose-person':
      return choosePerson(c, request);
    case 'ask-consent':
      noteConsentShown(c, client);
      return askConsent(c, request, {
        ...decision,
        consent: answer === null ? consent : await findConsent(),
      });
    case 'go-home':
      noteConsent(c, client, 'denied');
      return seeOther(c, localPath`/`);
    case 'issue-code':
      return issueCode(c, request, decision);
  }
}

async function issueCode(
  c: AppContext,
  request: AuthorizationRequest,
  decision: Extract<AuthorizationDecision, { readonly type: 'issue-code' }>,
): Promise<Response> {
  const { deps, now } = c.var;
  const { account, grantedClaims, declinedClaims, wasAsked } = decision;
  if (account.environment === 'live' && wasAsked) {
    const { byCode } = catalogueOf(c);
    await agreeToApp(
      {
        account,
        client: request.client,
        granted: grantedClaims,
        declined: declinedClaims,
        language: languageOf(c),
        labelsOf: (claims) => claims.map((code) => byCode.get(code)?.label ?? code),
      },
      { ...deps, now, policy: deps.settings().notifications },
    );
  }
  if (account.environment === 'sandbox') {
    const refusal = await refuseSandboxFlood(c);
    if (refusal !== undefined) return refusal;
  }
  const granted = { request, accountId: account.id, grantedClaims };
  const location = await issueAuthorizationCode(granted, { ...deps, now });
  noteConsent(c, request.client, 'allowed');
  return redirectToClient(c, location);
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
        agreedClaims: form.all('claim'),
        optionalClaims: form.all('optional'),
      };
    default:
      return null;
  }
}
