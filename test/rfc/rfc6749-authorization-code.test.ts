import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { askConsent, authorisePath, authorize, codeOf } from '../support/consent.ts';
import { issueCode, redeem, requestToken, tokensOf, userData } from '../support/provider-client.ts';
import { REDIRECT_URI, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: Browser;
let client: SeededClient;
const SECOND_URI = 'https://app.example/second?tenant=7';

beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('student');
  client = await seedClient(server, { redirectUris: [REDIRECT_URI, SECOND_URI] });
});
afterAll(() => server.close());

describe('RFC 6749 §4.1 the authorization code grant, all of it', () => {
  it('turns a consent into a code, the code into tokens, and the token into data', async () => {
    const location = await authorize(browser, client, {
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      state: 'xyz',
      scope: 'read',
    });
    expect(`${location.origin}${location.pathname}`).toBe(REDIRECT_URI);
    expect(location.searchParams.get('state')).toBe('xyz');

    const tokens = await redeem(server, client, { code: codeOf(location) });

    const { status, body } = await userData(server, tokens.access_token);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ username: '21114009' });
  });
});

describe('RFC 6749 §3.1 the authorization endpoint', () => {
  it('ignores unrecognized request parameters', async () => {
    const location = await authorize(browser, client, { unheard_of: '1', prompt: 'login' });
    expect(location.searchParams.has('code')).toBe(true);
  });

  it('treats parameters sent without a value as if they were omitted', async () => {
    const location = await authorize(browser, client, {
      redirect_uri: '',
      state: '',
      response_type: '',
      code_challenge: '',
    });
    expect(`${location.origin}${location.pathname}`).toBe(REDIRECT_URI);
    expect(location.searchParams.get('state')).toBe('state');
  });

  it.each(['client_id', 'redirect_uri'])(
    'shows an error when %s is included more than once, and redirects nowhere',
    async (name) => {
      const value = name === 'client_id' ? client.clientId : REDIRECT_URI;
      const repeated: [string, string][] =
        name === 'client_id' ? [] : [['client_id', client.clientId]];
      const page = await browser.visit(
        authorisePath(null, [...repeated, [name, value], [name, value]]),
      );
      expect(page.status).toBe(400);
      expect(page.redirects).toEqual([]);
      expect(page.text).toContain(name);
    },
  );

  it.each(['state', 'response_type', 'code_challenge'])(
    'redirects invalid_request when %s is included more than once',
    async (name) => {
      const page = await browser.visit(
        authorisePath(client, [
          [name, 'code'],
          [name, 'code'],
        ]),
      );
      expect(`${page.url.origin}${page.url.pathname}`).toBe(REDIRECT_URI);
      expect(page.url.searchParams.get('error')).toBe('invalid_request');
      expect(page.url.searchParams.has('code')).toBe(false);
    },
  );
});

describe('RFC 6749 §3.1.2 the redirection endpoint', () => {
  it('retains the query of the redirect URI when it adds parameters', async () => {
    const location = await authorize(browser, client, { redirect_uri: SECOND_URI, state: 's' });
    expect(location.href).toMatch(
      /^https:\/\/app\.example\/second\?tenant=7&code=[A-Za-z0-9]{30}&state=s$/u,
    );
  });

  it('§3.1.2.4 does not redirect to a URI that is not registered', async () => {
    const page = await browser.visit(
      authorisePath(client, { redirect_uri: 'https://evil.example/callback' }),
    );
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
    expect(page.url.origin).toBe(server.origin);
  });

  it('does not redirect for an unknown client', async () => {
    const page = await browser.visit(
      authorisePath(null, { client_id: 'x'.repeat(40), redirect_uri: REDIRECT_URI }),
    );
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(page.redirects).toEqual([]);
  });
});

describe('RFC 6749 §4.1.2.1 errors that are redirected', () => {
  it.each([
    ['unsupported_response_type', { response_type: 'id_token' }],
    ['unsupported_response_type', { response_type: 'code token' }],
  ])('%s', async (error, parameters) => {
    const page = await browser.visit(authorisePath(client, { ...parameters, state: 'a/b c' }));

    expect(page.url.href).toBe(`${REDIRECT_URI}?error=${error}&state=a%2Fb+c`);
    expect(page.redirects).toHaveLength(1);
    expect(page.redirects[0]!.response.status).toBe(302);
  });

  it('§4.2.2.1 come in the fragment when the implicit grant was asked for', async () => {
    const page = await browser.visit(authorisePath(client, { response_type: 'token', state: 's' }));
    expect(page.url.href).toBe(`${REDIRECT_URI}#error=unauthorized_client&state=s`);
  });
});

describe('RFC 6749 §4.1.2 the code', () => {
  it('is bound to the client: another one cannot redeem it', async () => {
    const code = await issueCode(server, client);
    const other = await seedClient(server);
    const response = await requestToken(server, {
      ...other.credentials,
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT_URI,
      code,
    });
    expect(response.status).toBe(400);
    expect(response.body).toBe('{"error": "invalid_grant"}');
  });

  it('§4.1.3 is bound to the redirect URI it was sent to', async () => {
    const code = codeOf(await authorize(browser, client, { redirect_uri: SECOND_URI }));
    const parameters = { ...client.credentials, grant_type: 'authorization_code', code };

    const mismatched = await requestToken(server, { ...parameters, redirect_uri: REDIRECT_URI });
    expect(mismatched.status).toBe(400);

    const matched = await requestToken(server, { ...parameters, redirect_uri: SECOND_URI });
    expect(matched.status).toBe(200);
  });

  it('expires within ten minutes, here after one', async () => {
    const own = await startTestServer();
    try {
      const app = await seedClient(own);
      const code = await issueCode(own, app);
      own.clock.advance(60);
      const response = await requestToken(own, {
        ...app.credentials,
        grant_type: 'authorization_code',
        code,
      });
      expect(response.body).toBe('{"error": "invalid_grant"}');
    } finally {
      await own.close();
    }
  });

  it('differs each time, even for the same person and app', async () => {
    const codes = [];
    for (let time = 0; time < 5; time += 1) codes.push(codeOf(await authorize(browser, client)));
    expect(new Set(codes).size).toBe(5);
  });
});

describe('RFC 6749 §5.1 the answer', () => {
  it('is JSON that must not be stored', async () => {
    const code = await issueCode(server, client, { parameters: { redirect_uri: REDIRECT_URI } });
    const response = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      redirect_uri: REDIRECT_URI,
      code,
    });

    expect(response.headers['content-type']).toMatch(/^application\/json/u);
    expect(response.headers['cache-control']).toContain('no-store');
    expect(response.headers.pragma).toBe('no-cache');
    expect(tokensOf(response)).toEqual({
      access_token: expect.stringMatching(/^\S+$/u) as string,
      token_type: 'Bearer',
      expires_in: 36_000,
      scope: 'read write',
      refresh_token: expect.stringMatching(/^\S+$/u) as string,
    });
  });
});

describe('RFC 6749 §10.2 and §10.12 nobody but the person gives consent', () => {
  it('asks every time, also when the same app was allowed a moment ago', async () => {
    await authorize(browser, client);
    const page = await browser.visit(authorisePath(client));
    expect(page.redirects).toEqual([]);
    expect(page.form({ button: 'Allow' }).press('Allow').method).toBe('post');
  });

  it('gives no code to a GET, whatever it carries', async () => {
    const page = await askConsent(browser, client);
    const { fields } = page.form({ button: 'Allow' }).press('Allow');
    const pairs = fields.map(([name, value]): [string, string] => [name, value as string]);

    const again = await browser.visit(authorisePath(client, pairs));

    expect(again.url.origin).toBe(server.origin);
    expect(again.status).toBe(200);
    expect(again.title).toContain(client.name);
  });
});
