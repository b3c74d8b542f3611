import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  obtainTokens,
  refresh,
  requestRefresh,
  revoke,
  userData,
  type Tokens,
} from '../support/provider-client.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { decideTo, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Wire contract §3: POST /open_auth/revoke_token/. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const PATH = '/open_auth/revoke_token/';

async function signedIn(): Promise<{ readonly client: SeededClient; readonly tokens: Tokens }> {
  const client = await seedClient(server);
  return { client, tokens: await obtainTokens(server, client) };
}

function expectRevoked(response: RawResponse): void {
  expect(response.status).toBe(200);
  expect(response.body).toBe('');
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
}

async function isAlive(token: string): Promise<boolean> {
  const { status } = await userData(server, token);
  expect([200, 401]).toContain(status);
  return status === 200;
}

describe('§3 an access token', () => {
  it('ends at once, and leaves the refresh token', async () => {
    const { client, tokens } = await signedIn();

    expectRevoked(
      await revoke(server, client, { token: tokens.access_token, token_type_hint: 'access_token' }),
    );

    expect(await isAlive(tokens.access_token)).toBe(false);
    const next = await refresh(server, client, tokens.refresh_token);
    expect(await isAlive(next.access_token)).toBe(true);
  });
});

describe('§3 a refresh token', () => {
  it('ends together with its access token', async () => {
    const { client, tokens } = await signedIn();

    expectRevoked(
      await revoke(server, client, {
        token: tokens.refresh_token,
        token_type_hint: 'refresh_token',
      }),
    );

    expect(await isAlive(tokens.access_token)).toBe(false);
    const response = await requestRefresh(server, client, { refresh_token: tokens.refresh_token });
    expect(response.status).toBe(400);
    expect(response.body).toBe('{"error": "invalid_grant"}');
  });
});

describe('§3 the hint', () => {
  it.each([
    ['missing', {}],
    ['empty', { token_type_hint: '' }],
    ['nonsense', { token_type_hint: 'banana' }],
    ['the other kind', { token_type_hint: 'refresh_token' }],
  ])('may be %s: an access token is found', async (_name, hint) => {
    const { client, tokens } = await signedIn();
    expectRevoked(await revoke(server, client, { token: tokens.access_token, ...hint }));
    expect(await isAlive(tokens.access_token)).toBe(false);
  });

  it.each([
    ['missing', {}],
    ['empty', { token_type_hint: '' }],
    ['nonsense', { token_type_hint: 'banana' }],
    ['the other kind', { token_type_hint: 'access_token' }],
  ])('may be %s: a refresh token is found', async (_name, hint) => {
    const { client, tokens } = await signedIn();
    expectRevoked(await revoke(server, client, { token: tokens.refresh_token, ...hint }));
    expect(await isAlive(tokens.access_token)).toBe(false);
  });

  it('swapped with the token revokes nothing, and is a success (clients.md P23)', async () => {
    const { client, tokens } = await signedIn();
    expectRevoked(
      await revoke(server, client, { token: 'access_token', token_type_hint: tokens.access_token }),
    );
    expect(await isAlive(tokens.access_token)).toBe(true);
  });
});

describe('§3 what cannot be revoked', () => {
  it('is a success when it is unknown', async () => {
    const { client } = await signedIn();
    expectRevoked(await revoke(server, client, { token: 'abcdefghijklmnopqrstuvwxyz0123' }));
  });

  it('is a success when it was revoked before', async () => {
    const { client, tokens } = await signedIn();
    await revoke(server, client, { token: tokens.access_token });
    expectRevoked(await revoke(server, client, { token: tokens.access_token }));
  });

  it.each(['access_token', 'refresh_token'] as const)(
    "is a success when it is another app's %s, which lives on (RFC 7009 §2.1, where the original revoked it)",
    async (kind) => {
      const { tokens } = await signedIn();
      const other = await seedClient(server);

      expectRevoked(await revoke(server, other, { token: tokens[kind], token_type_hint: kind }));

      expect(await isAlive(tokens.access_token)).toBe(true);
    },
  );
});

const MISSING = '{"error": "invalid_request", "error_description": "Missing token parameter."}';
const JSON_HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-store',
  pragma: 'no-cache',
};

describe('§3 errors', () => {
  it.each([
    ['missing', {}],
    ['empty', { token: '' }],
  ])('a token that is %s', async (_name, parameters) => {
    const { client } = await signedIn();
    const response = await revoke(server, client, parameters);
    expect(response.status).toBe(400);
    expect(response.body).toBe(MISSING);
    expect(response.headers).toMatchObject(JSON_HEADERS);
  });

  it('a JSON body, which is as good as none', async () => {
    const { client, tokens } = await signedIn();
    const response = await server.request(`POST ${PATH}`, {
      body: JSON.stringify({ ...client.credentials, token: tokens.access_token }),
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
    expect(response.body).toBe(MISSING);
    expect(await isAlive(tokens.access_token)).toBe(true);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }],
    ['no secret', { client_secret: '' }],
    ['an unknown client', { client_id: 'x'.repeat(40) }],
  ])('%s, which revokes nothing', async (_name, wrong) => {
    const { client, tokens } = await signedIn();

    const response = await revoke(server, client, { token: tokens.access_token, ...wrong });

    expect(response.status).toBe(401);
    expect(response.body).toBe('{"error": "invalid_client"}');
    expect(response.headers).toMatchObject({
      ...JSON_HEADERS,
      'www-authenticate': 'Bearer error="invalid_client"',
    });
    expect(await isAlive(tokens.access_token)).toBe(true);
  });

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'])('%s: 405 and nothing else', async (method) => {
    const response = await server.request(`${method} ${PATH}`);
    expect(response.status).toBe(405);
    expect(response.body).toBe('');
    expect(response.headers.allow).toBe('POST, OPTIONS');
  });
});

describe('§3 transports', () => {
  it.each([
    ['no trailing slash (clients.md P22)', '/open_auth/revoke_token'],
    ['a bare question mark', '/open_auth/revoke_token/?'],
  ])('%s', async (_name, path) => {
    const { client, tokens } = await signedIn();
    expectRevoked(
      await server.request(`POST ${path}`, {
        form: { ...client.credentials, token: tokens.access_token },
      }),
    );
    expect(await isAlive(tokens.access_token)).toBe(false);
  });

  it('HTTP Basic', async () => {
    const { client, tokens } = await signedIn();
    const credentials = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
    expectRevoked(
      await server.request(`POST ${PATH}`, {
        headers: { authorization: `Basic ${credentials}` },
        form: { token: tokens.access_token },
      }),
    );
    expect(await isAlive(tokens.access_token)).toBe(false);
  });

  it('multipart', async () => {
    const { client, tokens } = await signedIn();
    expectRevoked(
      await server.request(`POST ${PATH}`, {
        multipart: { ...client.credentials, token: tokens.access_token },
      }),
    );
    expect(await isAlive(tokens.access_token)).toBe(false);
  });

  it('a public client without a secret', async () => {
    const client = await seedClient(server, { clientType: 'public' });
    const tokens = await obtainTokens(server, client);
    expectRevoked(
      await server.request(`POST ${PATH}`, {
        form: { client_id: client.clientId, token: tokens.access_token },
      }),
    );
    expect(await isAlive(tokens.access_token)).toBe(false);
  });
});

describe('§3 a suspended app', () => {
  it('may still revoke what it holds', async () => {
    const { client, tokens } = await signedIn();
    await decideTo(server, client.number, 'suspended');
    expectRevoked(await revoke(server, client, { token: tokens.refresh_token }));
  });
});
