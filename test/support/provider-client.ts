import { validateAuthorizationRequest } from '../../src/protocol/authorization-request.ts';
import { issueAuthorizationCode } from '../../src/protocol/authorization-response.ts';
import { parametersFrom } from '../../src/protocol/parameters.ts';
import type { PersonName } from './people.ts';
import type { RawResponse } from './raw-request.ts';
import type { SeededClient } from './seeded-client.ts';
import type { TestServer } from './test-server.ts';

/** What the token endpoint answers when all went well. */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly scope: string;
  readonly expires_in: number;
  readonly token_type: string;
}

/** Whoever answers requests: a test's server, or what stands before several. */
type Requesting = Pick<TestServer, 'request'>;

export interface CodeOptions {
  readonly person?: PersonName;
  /** Parameters of the authorization request besides `client_id`; without any, none is sent. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What the person agrees to; everything the app is approved for unless given. */
  readonly claims?: readonly string[];
}

/** A code as a person's consent yields it, without its pages, for tests about what comes after. */
export async function issueCode(
  server: TestServer,
  client: SeededClient,
  { person = 'student', parameters = {}, claims = client.claims }: CodeOptions = {},
): Promise<string> {
  const { storage, clock, dependencies, people } = server;
  const outcome = await validateAuthorizationRequest(
    parametersFrom(Object.entries({ client_id: client.clientId, ...parameters })),
    { storage, sandboxIsOn: true, issuer: server.origin },
  );
  if (outcome.type !== 'valid') throw new Error(`Not a valid request: ${JSON.stringify(outcome)}`);
  const location = await issueAuthorizationCode(
    { request: outcome.request, accountId: people[person].id, grantedClaims: claims },
    { ...dependencies, storage, now: clock.read() },
  );
  return new URL(location).searchParams.get('code') ?? '';
}

/** Posts to the token endpoint. */
export async function requestToken(
  server: Requesting,
  parameters: Readonly<Record<string, string>>,
): Promise<RawResponse> {
  return server.request('POST /open_auth/token/', { form: parameters });
}

/** A whole sign-in, behind the scenes. */
export async function obtainTokens(
  server: TestServer,
  client: SeededClient,
  options: CodeOptions = {},
): Promise<Tokens> {
  const code = await issueCode(server, client, options);
  return redeem(server, client, { code });
}

/** Exchanges a code, and insists on success. */
export async function redeem(
  server: Requesting,
  client: SeededClient,
  parameters: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const response = await requestToken(server, {
    ...client.credentials,
    grant_type: 'authorization_code',
    redirect_uri: client.redirectUri,
    ...parameters,
  });
  return tokensOf(response);
}

/** Presents a refresh token; the answer may be a refusal. */
export async function requestRefresh(
  server: Requesting,
  client: SeededClient,
  parameters: Readonly<Record<string, string>>,
): Promise<RawResponse> {
  return requestToken(server, {
    ...client.credentials,
    grant_type: 'refresh_token',
    ...parameters,
  });
}

/** Exchanges a refresh token, and insists on success. */
export async function refresh(
  server: Requesting,
  client: SeededClient,
  refreshToken: string,
): Promise<Tokens> {
  return tokensOf(await requestRefresh(server, client, { refresh_token: refreshToken }));
}

export function tokensOf(response: RawResponse): Tokens {
  if (response.status !== 200) throw new Error(`${response.status} ${response.body}`);
  return JSON.parse(response.body) as Tokens;
}

/** Reads the person's data with a token. */
export async function userData(server: Requesting, accessToken: string): Promise<RawResponse> {
  return server.request('GET /open_auth/get_user_data/', {
    headers: { authorization: `Bearer ${accessToken}` },
  });
}

/** Revokes a token. */
export async function revoke(
  server: Requesting,
  client: SeededClient,
  parameters: Readonly<Record<string, string>>,
): Promise<RawResponse> {
  return server.request('POST /open_auth/revoke_token/', {
    form: { ...client.credentials, ...parameters },
  });
}
