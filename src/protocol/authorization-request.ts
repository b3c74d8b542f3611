import type { CodeChallenge } from '../domain/authorization.ts';
import { type ClientStatus, isOpen } from '../domain/client-lifecycle.ts';
import type { ClientInEnvironment } from '../domain/client.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import type { Storage } from '../domain/storage.ts';
import type { SandboxPolicy } from './client-standing.ts';
import { isRepeated, type Parameters, valueOf } from './parameters.ts';
import { parseCodeChallenge } from './pkce.ts';
import {
  type AuthorizationError,
  errorLocation,
  type RedirectLocation,
} from './redirect-location.ts';
import {
  firstRedirectUri,
  matchPlaygroundCallback,
  matchRedirectUri,
  type RegisteredRedirectUri,
} from './redirect-uri.ts';

/** An authorization request all of which holds (RFC 6749 §4.1.1). */
export interface AuthorizationRequest {
  readonly client: ClientInEnvironment;
  readonly redirectUri: RegisteredRedirectUri;
  readonly state: string;
  /** null: the request does not use PKCE. */
  readonly codeChallenge: CodeChallenge | null;
}

/** The client or its sandbox may not ask anybody now. */
type StandingError = `client-${Exclude<ClientStatus, 'approved'>}` | 'sandbox-off';

/** Shown on our own page: the redirect URI is not to be trusted (RFC 6749 §4.1.2.1). */
export type DisplayedError =
  | { readonly type: 'parameter-repeated'; readonly parameter: 'client_id' | 'redirect_uri' }
  | { readonly type: 'client-id-missing' }
  | { readonly type: 'client-unknown'; readonly clientId: string }
  | { readonly type: StandingError; readonly clientName: string }
  | {
      readonly type: 'redirect-uri-mismatch';
      readonly clientName: string;
      readonly redirectUri: string;
    };

export type ValidationOutcome =
  | { readonly type: 'valid'; readonly request: AuthorizationRequest }
  | Refused
  | {
      readonly type: 'redirected-error';
      readonly error: AuthorizationError;
      /** For the client's team; never part of the answer. */
      readonly reason: FailureReason;
      readonly location: RedirectLocation;
      readonly client: ClientInEnvironment;
    };

interface Refused {
  readonly type: 'displayed-error';
  readonly error: DisplayedError;
  /** Whom the request named, if there is such a client. */
  readonly client: ClientInEnvironment | undefined;
}

export interface AuthorizationRequestDependencies extends SandboxPolicy {
  readonly storage: Pick<Storage, 'findClientByClientId'>;
  /** Our own origin. */
  readonly issuer: string;
}

/** Clients that send no state get this one back (wire contract §4.1). */
export const DEFAULT_STATE = 'state';

/**
 * The state comes back in a Location header, and waits in the `next` of a sign-in, encoded twice: with this length,
 * both stay within what proxies and Node.js allow for headers (8 and 16 KB).
 */
const STATE_MAX_LENGTH = 2048;

/**
 * Validates an authorization request in two steps: who asks and where the answer goes, whose errors are displayed;
 * then everything else, whose errors are redirected. Unknown parameters, `scope` among them, are ignored.
 */
export async function validateAuthorizationRequest(
  parameters: Parameters,
  deps: AuthorizationRequestDependencies,
): Promise<ValidationOutcome> {
  const destination = await findDestination(parameters, deps);
  if (destination.type === 'displayed-error') return destination;
  const { client, redirectUri } = destination;

  // From here on the redirect URI is the client's own: errors go there.
  const redirected = ({ error, reason }: Problem): ValidationOutcome => ({
    type: 'redirected-error',
    error,
    reason,
    client,
    location: errorLocation(redirectUri, error, returnableState(parameters)),
  });
  for (const check of REDIRECTED_CHECKS) {
    const problem = check(parameters);
    if (problem !== undefined) return redirected(problem);
  }
  const parsed = parseCodeChallenge(parameters);
  if (parsed.type === 'malformed') {
    return redirected(invalidRequest('pkce-challenge-malformed', parsed.description));
  }

  const state = valueOf(parameters, 'state') ?? DEFAULT_STATE;
  return {
    type: 'valid',
    request: { client, redirectUri, state, codeChallenge: parsed.codeChallenge },
  };
}

type Destination =
  | {
      readonly type: 'found';
      readonly client: ClientInEnvironment;
      readonly redirectUri: RegisteredRedirectUri;
    }
  | Refused;

/** Steps of which none may redirect, each relying on the ones before. */
async function findDestination(
  parameters: Parameters,
  deps: AuthorizationRequestDependencies,
): Promise<Destination> {
  for (const parameter of ['client_id', 'redirect_uri'] as const) {
    if (isRepeated(parameters, parameter)) {
      return displayed({ type: 'parameter-repeated', parameter });
    }
  }
  const clientId = valueOf(parameters, 'client_id');
  if (clientId === undefined) return displayed({ type: 'client-id-missing' });

  const client = await deps.storage.findClientByClientId(clientId);
  if (client === undefined) return displayed({ type: 'client-unknown', clientId });
  const standing = standingError(client, deps);
  if (standing !== undefined) return displayed({ type: standing, clientName: client.name }, client);

  const presented = valueOf(parameters, 'redirect_uri');
  if (presented === undefined) {
    return { type: 'found', client, redirectUri: firstRedirectUri(client.redirectUris) };
  }
  const redirectUri =
    matchRedirectUri(client.redirectUris, presented) ??
    matchPlaygroundCallback(client, presented, deps.issuer);
  if (redirectUri === undefined) {
    const clientName = client.name;
    const error = { type: 'redirect-uri-mismatch', clientName, redirectUri: presented } as const;
    return displayed(error, client);
  }
  return { type: 'found', client, redirectUri };
}

/** Why people cannot be asked, if they cannot. Live needs an approval in force, the sandbox none. */
function standingError(
  { environment, status }: ClientInEnvironment,
  { sandboxIsOn }: SandboxPolicy,
): StandingError | undefined {
  if (environment === 'live') return status === 'approved' ? undefined : `client-${status}`;
  if (!sandboxIsOn) return 'sandbox-off';
  return isOpen(status) ? undefined : `client-${status}`;
}

function displayed(error: DisplayedError, client?: ClientInEnvironment): Refused {
  return { type: 'displayed-error', error, client };
}

/** Why exactly a displayed error is shown. */
export function displayedReason({ type }: DisplayedError): FailureReason {
  switch (type) {
    case 'client-draft':
    case 'client-in-review':
    case 'client-changes-requested':
    case 'client-rejected':
      return 'client-not-approved';
    case 'client-id-missing':
    case 'client-unknown':
    case 'client-suspended':
    case 'client-retired':
    case 'sandbox-off':
    case 'parameter-repeated':
    case 'redirect-uri-mismatch':
      return type;
  }
}

/** What the client is told, and what its team may see. */
interface Problem {
  readonly error: AuthorizationError;
  readonly reason: FailureReason;
}

const REDIRECTED_CHECKS: readonly ((parameters: Parameters) => Problem | undefined)[] = [
  nothingIsRepeated,
  stateIsBounded,
  responseTypeIsCode,
];

/** RFC 6749 §3.1, for the parameters that mean something here. */
function nothingIsRepeated(parameters: Parameters): Problem | undefined {
  const repeated = ['response_type', 'state', 'code_challenge', 'code_challenge_method'].find(
    (name) => isRepeated(parameters, name),
  );
  return repeated === undefined
    ? undefined
    : invalidRequest('parameter-repeated', `${repeated} is repeated.`);
}

function stateIsBounded(parameters: Parameters): Problem | undefined {
  return isStateReturnable(parameters)
    ? undefined
    : invalidRequest('state-too-long', `state is longer than ${STATE_MAX_LENGTH} characters.`);
}

/** An omitted response type means `code` (wire contract §4.1). */
function responseTypeIsCode(parameters: Parameters): Problem | undefined {
  const reason = 'response-type-unsupported';
  const responseType = valueOf(parameters, 'response_type') ?? 'code';
  switch (responseType) {
    case 'code':
      return undefined;
    case 'token':
      return { reason, error: { code: 'unauthorized_client', in: 'fragment' } };
    default:
      return { reason, error: { code: 'unsupported_response_type', in: 'query' } };
  }
}

function invalidRequest(reason: FailureReason, description: string): Problem {
  return { reason, error: { code: 'invalid_request', description, in: 'query' } };
}

/** The state an error takes along; none when it is repeated or too long, so that it is not known which or would not fit. */
function returnableState(parameters: Parameters): string | undefined {
  if (isRepeated(parameters, 'state') || !isStateReturnable(parameters)) return undefined;
  return valueOf(parameters, 'state') ?? DEFAULT_STATE;
}

function isStateReturnable(parameters: Parameters): boolean {
  return (valueOf(parameters, 'state') ?? '').length <= STATE_MAX_LENGTH;
}
