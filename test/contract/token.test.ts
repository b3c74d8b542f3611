import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { RawRequest, RawResponse } from '../support/raw-request.ts';
import {
  issueCode,
  obtainTokens,
  refresh,
  requestRefresh,
  requestToken,
  revoke,
  tokensOf,
  userData,
} from '../support/provider-client.ts';
import {
  decideTo,
  REDIRECT_URI,
  requestClaims,
  seedClient,
  type SeededClient,
} from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Wire contract §2: POST /open_auth/token/. Bodies are compared as exact text. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const OTHER_URI = 'https://app.example/other';
const SUCCESS =
  /^\{"access_token": "[A-Za-z0-9]{30}", "expires_in": 36000, "token_type": "Bearer", "scope": "read write", "refresh_token": "[A-Za-z0-9]{30}"\}$/u;

/** An app with a fresh code, and the parameters that redeem it. */
interface Ready {
  readonly client: SeededClient;
  readonly code: string;
  readonly parameters: Readonly<Record<string, string>>;
}

async function ready(client?: SeededClient): Promise<Ready> {
  const app = client ?? (await seedClient(server));
  const code = await issueCode(server, app);
  const parameters = {
    ...app.credentials,
    grant_type: 'authorization_code',
    redirect_uri: app.redirectUri,
    code,
  };
  return { client: app, code, parameters };
}

function without(
  parameters: Readonly<Record<string, string>>,
  ...names: readonly string[]
): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !names.includes(name)));
}

async function post(request: RawRequest, path = '/open_auth/token/'): Promise<RawResponse> {
  return server.request(`POST ${path}`, request);
}

function basic(id: string, secret: string, scheme = 'Basic'): { readonly authorization: string } {
  return { authorization: `${scheme} ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

function expectSuccess(response: RawResponse): void {
  expect(response.body).toMatch(SUCCESS);
  expect(response.status).toBe(200);
  expectTokenHeaders(response);
  expect(response.headers['www-authenticate']).toBeUndefined();
}

/** @param body the exact text */
function expectError(response: RawResponse, status: 400 | 401, body: string): void {
  expect(response.body).toBe(body);
  expect(response.status).toBe(status);
  expectTokenHeaders(response);
  expect(response.headers['www-authenticate']).toBe(
    status === 401 ? 'Bearer error="invalid_client"' : undefined,
  );
}

function expectTokenHeaders({ headers }: RawResponse): void {
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'cache-control': 'no-store',
    pragma: 'no-cache',
  });
}

const INVALID_GRANT = '{"error": "invalid_grant"}';
const INVALID_CLIENT = '{"error": "invalid_client"}';
const UNSUPPORTED = '{"error": "unsupported_grant_type"}';
const MISMATCHING =
  '{"error": "invalid_request", "error_description": "Mismatching redirect URI."}';

describe('§2 transports', () => {
  it('accepts credentials in a urlencoded body', async () => {
    const { parameters } = await ready();
    expectSuccess(await post({ form: parameters }));
  });

  it('accepts a charset behind the media type', async () => {
    const { parameters } = await ready();
    expectSuccess(
      await post({
        form: parameters,
        headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      }),
    );
  });

  it('accepts multipart/form-data (clients.md P36)', async () => {
    const { parameters } = await ready();
    expectSuccess(await post({ multipart: parameters }));
  });

  it('accepts HTTP Basic', async () => {
    const { client, parameters } = await ready();
    expectSuccess(
      await post({
        headers: basic(client.clientId, client.clientSecret),
        form: without(parameters, 'client_id', 'client_secret'),
      }),
    );
  });

  it('decodes id and secret of HTTP Basic as form encoding (RFC 6749 §2.3.1)', async () => {
    const { client, parameters } = await ready();
    const encoded = (text: string): string =>
      Buffer.from(text).toString('hex').replaceAll(/../gu, '%$&');
    expectSuccess(
      await post({
        headers: basic(encoded(client.clientId), encoded(client.clientSecret)),
        form: without(parameters, 'client_id', 'client_secret'),
      }),
    );
  });

  it('accepts right credentials in the body beside wrong ones in Basic', async () => {
    const { client, parameters } = await ready();
    expectSuccess(await post({ headers: basic(client.clientId, 'wrong'), form: parameters }));
  });

  it("accepts right credentials in the body beside a browser's own header (clients.md P7)", async () => {
    const { parameters } = await ready();
    expectSuccess(
      await post({ headers: { authorization: 'Bearer some-other-token' }, form: parameters }),
    );
  });

  it.each(['application/json', 'text/plain'])('ignores a body of type %s', async (type) => {
    const { parameters } = await ready();
    const body =
      type === 'application/json'
        ? JSON.stringify(parameters)
        : new URLSearchParams(parameters).toString();
    expectError(await post({ body, headers: { 'content-type': type } }), 400, UNSUPPORTED);
  });

  it('ignores a body without a type', async () => {
    const { parameters } = await ready();
    const body = new URLSearchParams(parameters).toString();
    expectError(await post({ body }), 400, UNSUPPORTED);
  });

  it('lets a public client leave out its secret', async () => {
    const { parameters } = await ready(await seedClient(server, { clientType: 'public' }));
    expectSuccess(await post({ form: without(parameters, 'client_secret') }));
  });

  it('refuses a public client with a wrong secret', async () => {
    const { parameters } = await ready(await seedClient(server, { clientType: 'public' }));
    expectError(
      await post({ form: { ...parameters, client_secret: 'wrong' } }),
      401,
      INVALID_CLIENT,
    );
  });

  it.each([
    ['a bare trailing question mark (clients.md P19)', '/open_auth/token/?'],
    ['no trailing slash, which is answered, not redirected (clients.md P21)', '/open_auth/token'],
    ['a doubled slash', '//open_auth/token/'],
  ])('accepts %s', async (_name, path) => {
    const { parameters } = await ready();
    expectSuccess(await post({ form: parameters }, path));
  });

  it('refuses parameters in the query with 400, and uses up nothing', async () => {
    const { client, code, parameters } = await ready();

    const inQuery = await post(
      { form: without(parameters, 'code') },
      `/open_auth/token/?code=${code}`,
    );
    const beside = await post({ form: parameters }, '/open_auth/token/?a=b');

    expect(inQuery.status).toBe(400);
    expect(beside.status).toBe(400);
    expect(JSON.parse(beside.body)).toMatchObject({ error: 'invalid_request' });
    expectTokenHeaders(beside);
    expectSuccess(await post({ form: { ...parameters, ...client.credentials } }));
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])(
    'answers %s with 405 and nothing else',
    async (method) => {
      const response = await server.request(`${method} /open_auth/token/`);

      expect(response.status).toBe(405);
      expect(response.body).toBe('');
      expect(response.headers.allow).toBe('POST, OPTIONS');
    },
  );

  it('lets no other origin call it: no CORS header, whoever asks', async () => {
    const { parameters } = await ready();
    const origin = 'https://evil.example';

    const called = await post({ form: parameters, headers: { origin } });
    const preflight = await server.request('OPTIONS /open_auth/token/', {
      headers: { origin, 'access-control-request-method': 'POST' },
    });

    expect(preflight.status).toBe(200);
    expect(preflight.body).toBe('');
    for (const { headers } of [called, preflight]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('§2.1 redirect_uri', () => {
  it('may be left out when the app has exactly one', async () => {
    const { parameters } = await ready();
    expectSuccess(await post({ form: without(parameters, 'redirect_uri') }));
  });

  it('may not be left out when it has several', async () => {
    const client = await seedClient(server, { redirectUris: [REDIRECT_URI, OTHER_URI] });
    const { parameters } = await ready(client);
    expectError(
      await post({ form: without(parameters, 'redirect_uri') }),
      400,
      '{"error": "invalid_request", "error_description": "Missing redirect URI."}',
    );
  });

  it('must be the one of the authorization request, not just a registered one', async () => {
    const client = await seedClient(server, { redirectUris: [REDIRECT_URI, OTHER_URI] });
    const { parameters } = await ready(client);
    expectError(await post({ form: { ...parameters, redirect_uri: OTHER_URI } }), 400, MISMATCHING);
  });

  it('is the first registered one when the authorization request named none', async () => {
    const client = await seedClient(server, { redirectUris: [REDIRECT_URI, OTHER_URI] });
    const { parameters } = await ready(client);
    expectSuccess(await post({ form: { ...parameters, redirect_uri: REDIRECT_URI } }));
  });

  it('ignores redirect_url, state, _csrf, scope and other unknown parameters (clients.md P2, P10, P22)', async () => {
    const { parameters } = await ready();
    expectSuccess(
      await post({
        form: {
          ...without(parameters, 'redirect_uri'),
          redirect_url: 'https://somewhere.example/',
          state: 'Authorised',
          _csrf: 'x',
          scope: 'openid profile email',
          response_type: 'code',
        },
      }),
    );
  });
});

describe('§2.1 a code', () => {
  it('lives 60 seconds: 59 are fine', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const parameters = { ...client.credentials, grant_type: 'authorization_code' };
      const early = await issueCode(own, client);
      const late = await issueCode(own, client);
      own.clock.advance(59);
      expectSuccess(await requestToken(own, { ...parameters, code: early }));
      own.clock.advance(1);
      expectError(await requestToken(own, { ...parameters, code: late }), 400, INVALID_GRANT);
    } finally {
      await own.close();
    }
  });

  it.each([
    ['a redirect URI that differs', { redirect_uri: OTHER_URI }],
    ['a wrong secret', { client_secret: 'wrong' }],
    ['an unknown client', { client_id: 'x'.repeat(40) }],
    ['an unknown grant type', { grant_type: 'authorisation_code' }],
  ])('is not used up by %s', async (_name, wrong) => {
    const { parameters } = await ready();
    expect((await post({ form: { ...parameters, ...wrong } })).status).toBeGreaterThanOrEqual(400);
    expectSuccess(await post({ form: parameters }));
  });

  it("is not used up by another app's attempt", async () => {
    const { parameters } = await ready();
    const other = await seedClient(server);
    expectError(await post({ form: { ...parameters, ...other.credentials } }), 400, INVALID_GRANT);
    expectSuccess(await post({ form: parameters }));
  });

  it('ignores a code_verifier when no challenge was sent (docs/rfc-divergences.md)', async () => {
    const { parameters } = await ready();
    expectSuccess(await post({ form: { ...parameters, code_verifier: 'v'.repeat(43) } }));
  });
});

/** A change of the parameters of a request that would succeed; undefined: left out. */
type Change = Readonly<Record<string, string | undefined>>;

const ERRORS: readonly (readonly [
  name: string,
  change: Change,
  answer: readonly [status: 400 | 401, body: string],
])[] = [
  ['a wrong code', { code: 'abcdefghijklmnopqrstuvwxyz0123' }, [400, INVALID_GRANT]],
  ['an empty code', { code: '' }, [400, INVALID_GRANT]],
  [
    'a missing code',
    { code: undefined },
    [400, '{"error": "invalid_request", "error_description": "Missing code parameter."}'],
  ],
  [
    'a missing code, which counts before the credentials',
    { code: undefined, client_secret: 'wrong' },
    [400, '{"error": "invalid_request", "error_description": "Missing code parameter."}'],
  ],
  ['another redirect URI', { redirect_uri: OTHER_URI }, [400, MISMATCHING]],
  ['one more slash', { redirect_uri: `${REDIRECT_URI}/` }, [400, MISMATCHING]],
  ['an empty redirect URI', { redirect_uri: '' }, [400, MISMATCHING]],
  ['a wrong secret', { client_secret: 'wrong' }, [401, INVALID_CLIENT]],
  ['an empty secret', { client_secret: '' }, [401, INVALID_CLIENT]],
  ['a missing secret', { client_secret: undefined }, [401, INVALID_CLIENT]],
  ['an unknown client', { client_id: 'x'.repeat(40) }, [401, INVALID_CLIENT]],
  ['an empty client_id', { client_id: '' }, [401, INVALID_CLIENT]],
  ['a missing client_id', { client_id: undefined }, [401, INVALID_CLIENT]],
  [
    'no credentials at all',
    { client_id: undefined, client_secret: undefined },
    [401, INVALID_CLIENT],
  ],
  ['a missing grant type', { grant_type: undefined }, [400, UNSUPPORTED]],
  ['an empty grant type', { grant_type: '' }, [400, UNSUPPORTED]],
  ['an unknown grant type', { grant_type: 'magic' }, [400, UNSUPPORTED]],
  ['a misspelt grant type', { grant_type: 'authorisation_code' }, [400, UNSUPPORTED]],
  ['the implicit grant', { grant_type: 'implicit' }, [400, UNSUPPORTED]],
  [
    'the password grant',
    { grant_type: 'password', username: '21114009', password: 'x' },
    [400, '{"error": "invalid_grant", "error_description": "Invalid credentials given."}'],
  ],
  [
    'the client credentials grant',
    { grant_type: 'client_credentials' },
    [400, '{"error": "unauthorized_client"}'],
  ],
];

describe('§2.2 errors of a code', () => {
  it.each(ERRORS)('%s', async (_name, change, [status, body]) => {
    const { parameters } = await ready();
    const changed = Object.entries({ ...parameters, ...change }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    expectError(await post({ form: changed }), status, body);
  });

  it('a code redeemed before: invalid_grant, and by issue 2 what descended from it ends', async () => {
    const { parameters } = await ready();
    const { access_token: accessToken } = tokensOf(await post({ form: parameters }));

    expectError(await post({ form: parameters }), 400, INVALID_GRANT);

    expect((await userData(server, accessToken)).status).toBe(401);
  });

  it("another app's code", async () => {
    const { code } = await ready();
    const { parameters } = await ready();
    expectError(await post({ form: { ...parameters, code } }), 400, INVALID_GRANT);
  });

  it.each(['basic', 'BASIC'])('the scheme written as %s', async (scheme) => {
    const { client, parameters } = await ready();
    expectError(
      await post({
        headers: basic(client.clientId, client.clientSecret, scheme),
        form: without(parameters, 'client_id', 'client_secret'),
      }),
      401,
      INVALID_CLIENT,
    );
  });

  it.each([
    ['is no base64', 'Basic §§§'],
    ['has no colon', `Basic ${Buffer.from('abc').toString('base64')}`],
    ['has a percent sign that leads nowhere', `Basic ${Buffer.from('a%:b%zz').toString('base64')}`],
    ['is empty', 'Basic '],
  ])('Basic that %s', async (_name, authorization) => {
    const { parameters } = await ready();
    expectError(
      await post({
        headers: { authorization: Buffer.from(authorization).toString('latin1') },
        form: without(parameters, 'client_id', 'client_secret'),
      }),
      401,
      INVALID_CLIENT,
    );
  });

  it('an empty body', async () => {
    expectError(await post({ form: {} }), 400, UNSUPPORTED);
  });

  it('the same parameter twice: the last value wins', async () => {
    const { client, parameters } = await ready();
    const rest = Object.entries(without(parameters, 'client_secret'));
    const right: [string, string] = ['client_secret', client.clientSecret];
    const wrong: [string, string] = ['client_secret', 'wrong'];

    expectError(await post({ form: [...rest, right, wrong] }), 401, INVALID_CLIENT);
    expectSuccess(await post({ form: [...rest, wrong, right] }));
  });
});

describe('§2.2 PKCE', () => {
  // RFC 7636 appendix B.
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

  async function challenged(): Promise<Record<string, string>> {
    const client = await seedClient(server);
    const code = await issueCode(server, client, {
      parameters: { code_challenge: challenge, code_challenge_method: 'S256' },
    });
    return { ...client.credentials, grant_type: 'authorization_code', code };
  }

  it('a missing verifier', async () => {
    expectError(
      await post({ form: await challenged() }),
      400,
      '{"error": "invalid_request", "error_description": "Code verifier required."}',
    );
  });

  it('a wrong verifier, which does not use the code up', async () => {
    const parameters = await challenged();
    expectError(
      await post({ form: { ...parameters, code_verifier: 'w'.repeat(43) } }),
      400,
      INVALID_GRANT,
    );
    expectSuccess(await post({ form: { ...parameters, code_verifier: verifier } }));
  });
});

describe('§2.2 errors of a refresh', () => {
  const OLD = '{"error": "invalid_grant"}';

  it.each([
    ['an unknown token', { refresh_token: 'abcdefghijklmnopqrstuvwxyz0123' }],
    ['an empty token', { refresh_token: '' }],
  ])('%s', async (_name, parameters) => {
    expectError(await requestRefresh(server, await seedClient(server), parameters), 400, OLD);
  });

  it('a revoked token', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);
    await revoke(server, client, { token });
    expectError(await requestRefresh(server, client, { refresh_token: token }), 400, OLD);
  });

  it("another app's token, which stays alive", async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);
    const other = await seedClient(server);
    expectError(await requestRefresh(server, other, { refresh_token: token }), 400, OLD);
    expectSuccess(await requestRefresh(server, client, { refresh_token: token }));
  });

  it('an access token in its place', async () => {
    const client = await seedClient(server);
    const { access_token: token } = await obtainTokens(server, client);
    expectError(await requestRefresh(server, client, { refresh_token: token }), 400, OLD);
  });

  it('no refresh token (clients.md P47)', async () => {
    const client = await seedClient(server);
    expectError(
      await requestRefresh(server, client, {}),
      400,
      '{"error": "invalid_request", "error_description": "Missing refresh token parameter."}',
    );
  });

  it('a scope outside the original, which does not use the token up', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);
    expectError(
      await requestRefresh(server, client, { refresh_token: token, scope: 'read admin' }),
      400,
      '{"error": "invalid_scope"}',
    );
    expectSuccess(await requestRefresh(server, client, { refresh_token: token }));
  });

  it('a wrong secret', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);
    expectError(
      await requestRefresh(server, client, { refresh_token: token, client_secret: 'wrong' }),
      401,
      INVALID_CLIENT,
    );
  });
});

describe('§2.3 refresh', () => {
  it('answers a new pair in the same bytes as a redemption', async () => {
    const client = await seedClient(server);
    const before = await obtainTokens(server, client);

    const response = await requestRefresh(server, client, { refresh_token: before.refresh_token });

    expectSuccess(response);
    const after = tokensOf(response);
    expect(after.access_token).not.toBe(before.access_token);
    expect(after.refresh_token).not.toBe(before.refresh_token);
    expect((await userData(server, after.access_token)).status).toBe(200);
  });

  it('ends the old access token at once', async () => {
    const client = await seedClient(server);
    const before = await obtainTokens(server, client);
    await refresh(server, client, before.refresh_token);

    const response = await userData(server, before.access_token);

    expect(response.status).toBe(401);
    expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('refuses the old refresh token later, and by issue 2 ends the new pair', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const before = await obtainTokens(own, client);
      const after = await refresh(own, client, before.refresh_token);
      own.clock.advance(11);

      expectError(
        await requestRefresh(own, client, { refresh_token: before.refresh_token }),
        400,
        INVALID_GRANT,
      );
      expect((await userData(own, after.access_token)).status).toBe(401);
    } finally {
      await own.close();
    }
  });

  it('works a year after the access token expired', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const before = await obtainTokens(own, client);
      own.clock.advance(365 * 24 * 3600);
      expectSuccess(await requestRefresh(own, client, { refresh_token: before.refresh_token }));
    } finally {
      await own.close();
    }
  });

  it('ignores a superfluous redirect_uri', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);
    expectSuccess(
      await requestRefresh(server, client, {
        refresh_token: token,
        redirect_uri: 'https://somewhere.example/',
      }),
    );
  });

  it('narrows to scope=read, and echoes it', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);

    const narrowed = tokensOf(
      await requestRefresh(server, client, { refresh_token: token, scope: 'read' }),
    );

    expect(narrowed.scope).toBe('read');
    expect((await userData(server, narrowed.access_token)).status).toBe(200);
  });

  it('succeeds after the access token was revoked by hand', async () => {
    const client = await seedClient(server);
    const before = await obtainTokens(server, client);
    await revoke(server, client, { token: before.access_token });
    expectSuccess(await requestRefresh(server, client, { refresh_token: before.refresh_token }));
  });

  it('accepts multipart and HTTP Basic as well', async () => {
    const client = await seedClient(server);
    const { refresh_token: first } = await obtainTokens(server, client);
    const grant = { grant_type: 'refresh_token' };

    const second = await post({
      multipart: { ...client.credentials, ...grant, refresh_token: first },
    });
    expectSuccess(second);
    expectSuccess(
      await post({
        headers: basic(client.clientId, client.clientSecret),
        form: { ...grant, refresh_token: tokensOf(second).refresh_token },
      }),
    );
  });

  it('lets several sign-ins of one person coexist', async () => {
    const client = await seedClient(server);
    const first = await obtainTokens(server, client);
    const second = await obtainTokens(server, client);

    expect((await userData(server, first.access_token)).status).toBe(200);
    await refresh(server, client, second.refresh_token);
    expect((await userData(server, first.access_token)).status).toBe(200);
    expectSuccess(await requestRefresh(server, client, { refresh_token: first.refresh_token }));
  });
});

describe('§2.4 approval', () => {
  it('of changed data points is not needed by a code: an app whose change is in review redeems it (ADR 0010)', async () => {
    const { client, parameters } = await ready();
    await requestClaims(server, client.number, { claims: ['student.current_year'] });
    expectSuccess(await post({ form: parameters }));
  });

  it('of a suspended app is over: nothing works, where the original went on (issue 2)', async () => {
    const { client, parameters } = await ready();
    const { access_token: token } = await obtainTokens(server, client);
    await decideTo(server, client.number, 'suspended');

    const response = await post({ form: parameters });

    expect(response.status).toBe(400);
    expect(JSON.parse(response.body)).toMatchObject({ error: 'invalid_grant' });
    expect((await userData(server, token)).status).toBe(401);
  });
});

describe('§5 formats', () => {
  it('are the ones clients have columns for', async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const tokens = await obtainTokens(server, client);

    expect(client.clientId).toMatch(/^[A-Za-z0-9]{40}$/u);
    expect(client.clientSecret).toMatch(/^[A-Za-z0-9]{128}$/u);
    expect(code).toMatch(/^[A-Za-z0-9]{30}$/u);
    expect(tokens.access_token).toMatch(/^[A-Za-z0-9]{30}$/u);
    expect(tokens.refresh_token).toMatch(/^[A-Za-z0-9]{30}$/u);
    expect(tokens.expires_in).toBe(36_000);
  });
});
