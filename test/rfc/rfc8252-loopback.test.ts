import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { authorisePath, authorize, codeOf } from '../support/consent.ts';
import { requestToken } from '../support/provider-client.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('student');
});
afterAll(() => server.close());

describe('RFC 8252 §7.3 loopback redirection', () => {
  it.each([
    ['http://127.0.0.1/callback', 'http://127.0.0.1:51004/callback'],
    ['http://127.0.0.1:3000/callback', 'http://127.0.0.1:51004/callback'],
    ['http://127.0.0.1:3000/callback', 'http://127.0.0.1/callback'],
    ['http://[::1]/callback', 'http://[::1]:61023/callback'],
  ])('%s was registered: any port will do, %s', async (registered, presented) => {
    const client = await seedClient(server, { redirectUris: [registered] });

    const location = await authorize(browser, client, { redirect_uri: presented });

    expect(location.href.split('?')[0]).toBe(new URL(presented).href);
    const response = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      redirect_uri: presented,
      code: codeOf(location),
    });
    expect(response.status).toBe(200);
  });

  it('is bound to the port of the request when the code is redeemed', async () => {
    const client = await seedClient(server, { redirectUris: ['http://127.0.0.1/callback'] });
    const location = await authorize(browser, client, {
      redirect_uri: 'http://127.0.0.1:51004/callback',
    });
    const response = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      redirect_uri: 'http://127.0.0.1:51005/callback',
      code: codeOf(location),
    });
    expect(response.status).toBe(400);
  });

  it.each([
    [
      'localhost, which is a name (§8.3)',
      'http://localhost:3000/callback',
      'http://localhost:3001/callback',
    ],
    ['https', 'https://127.0.0.1:3000/callback', 'https://127.0.0.1:3001/callback'],
    ['another path', 'http://127.0.0.1/callback', 'http://127.0.0.1:3000/other'],
    ['another loopback address', 'http://127.0.0.1/callback', 'http://127.0.0.2:3000/callback'],
    ['the other family', 'http://127.0.0.1/callback', 'http://[::1]:3000/callback'],
    [
      'a host that begins like it',
      'http://127.0.0.1/callback',
      'http://127.0.0.1.evil.example/callback',
    ],
    ['a user before it', 'http://127.0.0.1/callback', 'http://127.0.0.1:80@evil.example/callback'],
    ['a port that is none', 'http://127.0.0.1/callback', 'http://127.0.0.1:evil/callback'],
    ['a port out of range', 'http://127.0.0.1/callback', 'http://127.0.0.1:65536/callback'],
    ['a query more', 'http://127.0.0.1/callback', 'http://127.0.0.1:3000/callback?x=1'],
    ['a public host', 'https://app.example/callback', 'https://app.example:8443/callback'],
  ])('is not stretched to %s', async (_name, registered, presented) => {
    const client = await seedClient(server, { redirectUris: [registered] });
    const page = await browser.visit(authorisePath(client, { redirect_uri: presented }));
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
  });
});

describe('RFC 8252 §7.1 private-use schemes', () => {
  it('lead back into the app', async () => {
    const client = await seedClient(server, {
      name: 'Noticeboard',
      redirectUris: ['noticeboard://login.noticeboard.example/callback'],
    });
    const location = await authorize(browser, client, { state: 's' });
    expect(location.href).toMatch(
      /^noticeboard:\/\/login\.noticeboard\.example\/callback\?code=[A-Za-z0-9]{30}&state=s$/u,
    );
  });
});
