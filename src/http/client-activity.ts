import { networkOf } from '../account/network.ts';
import type { BearerAccess } from '../domain/authorization.ts';
import type { AttemptedEndpoint, UsageKind } from '../domain/client-activity.ts';
import type { ClientInEnvironment } from '../domain/client.ts';
import { calendarDate } from '../domain/clock.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import { sentAuthorization, sentParameters } from '../insight/sent-parameters.ts';
import type { AnsweredRevocation } from '../protocol/revocation.ts';
import type { AnsweredTokenRequest } from '../protocol/token-endpoint.ts';
import type { TokenRequest } from '../protocol/token-request.ts';
import type { ClientRequest } from './client-endpoint.ts';
import type { AppContext } from './environment.ts';
import { clientAddress } from './request-context.ts';

/** What the team of an app sees of its requests (docs of `noteClientActivity`): none of it takes part in an answer. */

export function noteTokenRequest(
  sent: TokenRequest,
  { outcome, client }: AnsweredTokenRequest,
  request: ClientRequest,
): void {
  if (client === undefined) return;
  const reason = outcome.type === 'error' ? outcome.reason : null;
  const isRefresh = sent.parameters.get('grant_type') === 'refresh_token';
  const done = isRefresh ? 'tokens-refreshed' : 'tokens-issued';
  const kind = reason === null ? done : 'error';
  notePost({ sent, client, endpoint: 'token', reason, kind }, request);
}

export function noteRevocation(
  sent: TokenRequest,
  { outcome, client }: AnsweredRevocation,
  request: ClientRequest,
): void {
  if (client === undefined) return;
  const reason = outcome.type === 'error' ? outcome.reason : null;
  const kind = reason === null ? null : 'error';
  notePost({ sent, client, endpoint: 'revoke', reason, kind }, request);
}

interface Post {
  readonly sent: TokenRequest;
  readonly client: ClientInEnvironment;
  readonly endpoint: AttemptedEndpoint;
  readonly reason: FailureReason | null;
  readonly kind: UsageKind | null;
}

function notePost({ sent, client, endpoint, reason, kind }: Post, request: ClientRequest): void {
  const { deps, now, requestId } = request;
  deps.storage.noteClientActivity({
    clientNumber: client.number,
    environment: client.environment,
    day: calendarDate(now, deps.institution.timeZone),
    kind,
    attempt: {
      at: now,
      endpoint,
      reason,
      parameters: [
        ...sentAuthorization(sent.authorizationHeader),
        ...sentParameters(sent.parameters, ownIds(client)),
      ],
      network: sent.network,
      requestId,
    },
  });
}

/** An access token that opened nothing. What it opened is counted where it is served. */
export function noteRefusedRead(
  { access, reason }: { readonly access: BearerAccess; readonly reason: FailureReason },
  { deps, now, requestId, address, authorization }: ClientRequest,
): void {
  const { number: clientNumber, environment } = access.client;
  deps.storage.noteClientActivity({
    clientNumber,
    environment,
    day: calendarDate(now, deps.institution.timeZone),
    kind: 'error',
    attempt: {
      at: now,
      endpoint: 'user-data',
      reason,
      parameters: sentAuthorization(authorization),
      network: networkOf(address),
      requestId,
    },
  });
}

/** @param client whom the authorization request named, if there is such a client */
export function noteAuthorizationFailure(
  c: AppContext,
  client: ClientInEnvironment | undefined,
  reason: FailureReason,
): void {
  if (client !== undefined) noteAuthorization(c, client, { kind: 'error', reason });
}

export function noteConsentShown(
  c: AppContext,
  { number, environment }: ClientInEnvironment,
): void {
  c.var.deps.storage.noteClientActivity({
    clientNumber: number,
    environment,
    day: calendarDate(c.var.now, c.var.deps.institution.timeZone),
    kind: 'consent-shown',
    attempt: null,
  });
}

export function noteConsent(
  c: AppContext,
  client: ClientInEnvironment,
  answer: 'allowed' | 'denied',
): void {
  const reason = answer === 'denied' ? 'consent-denied' : null;
  noteAuthorization(c, client, { kind: `consent-${answer}`, reason });
}

function noteAuthorization(
  c: AppContext,
  client: ClientInEnvironment,
  what: { readonly kind: UsageKind; readonly reason: FailureReason | null },
): void {
  const { deps, now, requestId } = c.var;
  deps.storage.noteClientActivity({
    clientNumber: client.number,
    environment: client.environment,
    day: calendarDate(now, deps.institution.timeZone),
    kind: what.kind,
    attempt: {
      at: now,
      endpoint: 'authorize',
      reason: what.reason,
      parameters: sentParameters(new URL(c.req.url).searchParams, ownIds(client)),
      network: networkOf(clientAddress(c)),
      requestId,
    },
  });
}

function ownIds({ clientId, sandboxClientId }: ClientInEnvironment): readonly string[] {
  return [clientId, sandboxClientId];
}
