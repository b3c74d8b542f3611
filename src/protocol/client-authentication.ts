import type { ClientInEnvironment } from '../domain/client.ts';
import { instant, type Instant } from '../domain/clock.ts';
import type { FailureReason } from '../domain/failure-reason.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { findMatchingSecret } from './client-secret.ts';
import type { TokenRequest } from './token-request.ts';

export interface ClientAuthenticationDependencies {
  readonly storage: Pick<Storage, 'findClientByClientId' | 'noteSecretUsed'>;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
}

interface SentCredentials {
  readonly clientId: string;
  /** `''`: none was sent. */
  readonly clientSecret: string;
}

type ClientCredentials = SentCredentials & Pick<TokenRequest, 'network'>;

export type ClientAuthentication =
  | { readonly type: 'authenticated'; readonly client: ClientInEnvironment }
  | {
      readonly type: 'refused';
      readonly reason: FailureReason;
      /** Whom the request named, if there is such a client; it has proven nothing. */
      readonly named: ClientInEnvironment | undefined;
    };

/**
 * The client that sends a request (RFC 6749 §2.3.1): by HTTP Basic, or else by `client_id` and `client_secret` in
 * the body. Basic that fails does no harm if the body is right: some clients forward a browser's own header.
 * A public client may leave its secret out (§3.2.1); a wrong one is refused all the same.
 * The client id decides the environment, and only secrets of that environment are right.
 * Says nothing about whether the client may still act, so that a suspended one can revoke its tokens.
 */
export async function authenticateClient(
  request: TokenRequest,
  deps: ClientAuthenticationDependencies,
): Promise<ClientAuthentication> {
  const { network } = request;
  const basic = basicCredentials(request.authorizationHeader);
  const byHeader = basic && (await clientWith({ ...basic, network }, deps));
  if (byHeader?.type === 'authenticated') return byHeader;
  const body = bodyCredentials(request.parameters);
  // After a wrong secret in the header, leaving it out of the body does not help.
  if (body === undefined || (basic !== undefined && body.clientSecret === '')) {
    return byHeader ?? { type: 'refused', reason: 'client-id-missing', named: undefined };
  }
  return clientWith({ ...body, network }, deps);
}

/** Whom a request names, without proof: for what its team may see of a request that failed earlier. */
export async function namedClient(
  { authorizationHeader, parameters }: TokenRequest,
  { storage }: Pick<ClientAuthenticationDependencies, 'storage'>,
): Promise<ClientInEnvironment | undefined> {
  const named = bodyCredentials(parameters) ?? basicCredentials(authorizationHeader);
  return named && storage.findClientByClientId(named.clientId);
}

async function clientWith(
  { clientId, clientSecret, network }: ClientCredentials,
  deps: ClientAuthenticationDependencies,
): Promise<ClientAuthentication> {
  const client = await deps.storage.findClientByClientId(clientId);
  if (client === undefined) return { type: 'refused', reason: 'client-unknown', named: undefined };
  const refused = (reason: FailureReason): ClientAuthentication => ({
    type: 'refused',
    reason,
    named: client,
  });
  if (clientSecret === '') {
    return client.clientType === 'public'
      ? { type: 'authenticated', client }
      : refused('client-secret-missing');
  }
  const secret = findMatchingSecret(clientSecret, client.secrets, deps);
  if (secret === undefined) {
    const before = { ...deps, now: BEFORE_ALL };
    const expired = findMatchingSecret(clientSecret, client.secrets, before);
    return refused(expired === undefined ? 'client-secret-wrong' : 'client-secret-expired');
  }
  deps.storage.noteSecretUsed(secret.id, { at: deps.now, network });
  return { type: 'authenticated', client };
}

/** When no secret had expired yet. */
const BEFORE_ALL = instant(0);

function bodyCredentials(parameters: ReadonlyMap<string, string>): SentCredentials | undefined {
  const clientId = parameters.get('client_id');
  if (clientId === undefined || clientId === '') return undefined;
  return { clientId, clientSecret: parameters.get('client_secret') ?? '' };
}

/** `Basic base64(form-encoded id ":" form-encoded secret)`; the scheme exactly so (wire contract §2). */
function basicCredentials(header: string | undefined): SentCredentials | undefined {
  const encoded = /^Basic +(?<encoded>[A-Za-z0-9+/]+={0,2})$/u.exec(header ?? '')?.groups?.[
    'encoded'
  ];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon === -1) return undefined;
  const clientId = formDecode(text.slice(0, colon));
  const clientSecret = formDecode(text.slice(colon + 1));
  return clientId === undefined || clientSecret === undefined
    ? undefined
    : { clientId, clientSecret };
}

/** RFC 6749 appendix B; undefined when a percent sign leads nowhere. */
function formDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
