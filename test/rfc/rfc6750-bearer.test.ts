import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { obtainTokens } from '../support/provider-client.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  const tokens = await obtainTokens(server, await seedClient(server));
  token = tokens.access_token;
});
afterAll(() => server.close());

const PATH = '/open_auth/get_user_data/';

describe('RFC 6750 §2 how a token is presented', () => {
  it('§2.1 in the Authorization header', async () => {
    const { status } = await server.request(`GET ${PATH}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(200);
  });

  it('§2.2 not in a body', async () => {
    const { status } = await server.request(`GET ${PATH}`, { form: { access_token: token } });
    expect(status).toBe(401);
  });

  it('§2.3 not in the address, where it would get into logs', async () => {
    const { status } = await server.request(`GET ${PATH}?access_token=${token}`);
    expect(status).toBe(401);
  });
});

describe('RFC 6750 §3 the challenge', () => {
  it('§3.1 has no error code when no credentials were sent', async () => {
    const { status, headers } = await server.request(`GET ${PATH}`);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toMatch(/^Bearer /u);
    expect(headers['www-authenticate']).not.toContain('error');
  });

  it('§3.1 says invalid_token when the token is not good', async () => {
    const { status, headers } = await server.request(`GET ${PATH}`, {
      headers: { authorization: `Bearer ${token.slice(0, -1)}` },
    });
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('never repeats the token it was given', async () => {
    const presented = 'secret-that-must-not-come-back';
    const response = await server.request(`GET ${PATH}`, {
      headers: { authorization: `Bearer ${presented}` },
    });
    expect(JSON.stringify([response.headers, response.body])).not.toContain(presented);
  });
});

describe('RFC 6750 §5.3 what a token is worth', () => {
  it('reads data and nothing else: no page of the person opens with it', async () => {
    for (const path of ['/account', '/developer', '/review', '/feed']) {
      const { status } = await server.request(`GET ${path}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect([302, 303, 401, 404]).toContain(status);
    }
  });
});
