import type { ClientInEnvironment } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
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
): Promise<ClientInEnvironment | undefined> {
  const { network } = request;
  const basic = basicCredentials(request.authorizationHeader);
  if (basic !== undefined) {
    const client = await clientWith({ ...basic, network }, deps);
    if (client !== undefined) return client;
  }
  const body = bodyCredentials(request.parameters);
  // After a wrong secret in the header, leaving it out of the body does not help.
  if (body === undefined || (basic !== undefined && body.clientSecret === '')) return undefined;
  return clientWith({ ...body, network }, deps);
}

async function clientWith(
  { clientId, clientSecret, network }: ClientCredentials,
  deps: ClientAuthenticationDependencies,
): Promise<ClientInEnvironment | undefined> {
  const client = await deps.storage.findClientByClientId(clientId);
  if (client === undefined) return undefined;
  if (clientSecret === '') return client.clientType === 'public' ? client : undefined;
  const secret = findMatchingSecret(clientSecret, client.secrets, deps);
  if (secret === undefined) return undefined;
  deps.storage.noteSecretUsed(secret.id, { at: deps.now, network });
  return client;
}

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
