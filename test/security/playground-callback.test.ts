import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { authorisePath } from '../support/consent.ts';
import { elements } from '../support/html.ts';
import { issueCode, requestToken } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** ADR 0015: the one redirect URI that nobody registers leads to the team of one app, from its sandbox alone. */

let server: TestServer;
let client: SeededClient;
let other: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server);
  other = await seedClient(server);
});
afterAll(() => server.close());

function callbackOf({ number }: SeededClient): string {
  return `${server.origin}/developer/${number}/playground/callback`;
}

/** What the authorise page answers somebody who is signed in and has chosen whom to be. */
async function ask(clientId: string, redirectUri: string) {
  const browser = await server.browser('student');
  const query = { redirect_uri: redirectUri, login_hint: '99999001', client_id: clientId };
  return browser.visit(authorisePath(null, query));
}

describe('the callback of a playground', () => {
  it('is open to the sandbox client id of that app', async () => {
    const page = await ask(client.sandbox.client_id, callbackOf(client));
    expect(page.status).toBe(200);
    expect(page.form({ button: 'Allow' })).toBeDefined();
  });

  it('is refused to the live client id, on a page of ours', async () => {
    const page = await ask(client.clientId, callbackOf(client));
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
    expect(elements(page.document, 'a').map(({ attributes }) => attributes['href'])).not.toContain(
      callbackOf(client),
    );
  });

  it('is refused to the sandbox of another app', async () => {
    const page = await ask(client.sandbox.client_id, callbackOf(other));
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
  });

  it.each([
    (own: string) => `${own}/`,
    (own: string) => `${own}?next=https://evil.example/`,
    (own: string) => `${own}#evil`,
    (own: string) => own.replace('http:', 'https:'),
    (own: string) => own.replace('127.0.0.1', 'localhost'),
    (own: string) => own.replace('127.0.0.1', '127.0.0.1:1@evil.example'),
    // A port that varies is for apps of their own on a device (RFC 8252 §7.3).
    (own: string) => own.replace(/:\d+\//u, ':1/'),
    (own: string) => own.replace('/playground', '/x/../playground'),
    (own: string) => own.replace('/developer', '//developer'),
    (own: string) => own.replace('callback', 'Callback'),
    (own: string) => own.replace('callback', '%63allback'),
    (own: string) => `//${new URL(own).host}${new URL(own).pathname}`,
    (own: string) => new URL(own).pathname,
  ])('is one address, byte for byte: %s', async (variant) => {
    const redirectUri = variant(callbackOf(client));
    expect(redirectUri).not.toBe(callbackOf(client));
    const page = await ask(client.sandbox.client_id, redirectUri);
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
  });

  it('is no registered redirect URI: it is not listed, and nothing goes there by itself', async () => {
    const developer = await server.browser('developer');
    const integration = await developer.visit(
      `/developer/${client.number}/integrate?environment=sandbox`,
    );
    expect(integration.text).not.toContain('/playground/callback');
    const unnamed = await (
      await server.browser()
    ).visit(
      authorisePath(null, { client_id: client.sandbox.client_id, response_type: 'nonsense' }),
    );
    expect(unnamed.text).not.toContain('/playground/callback');
  });

  it('leads nowhere: what is in its query stays text', async () => {
    const developer = await server.browser('developer');
    const query = new URLSearchParams({
      code: '"><script>alert(1)</script>',
      state: 'https://evil.example/',
      redirect_uri: 'https://evil.example/',
      next: '//evil.example/',
    });
    const page = await developer.visit(`${callbackOf(client)}?${query.toString()}`);
    expect(page.status).toBe(200);
    expect(page.redirects).toEqual([]);
    expect(page.body).not.toContain('<script>alert');
    const leads = elements(page.document, 'a', 'form').map(
      ({ attributes }) => attributes['href'] ?? attributes['action'] ?? '',
    );
    expect(leads.filter((to) => to.includes('evil.example'))).toEqual([]);
  });

  it('does not take a code of live: the sandbox gets nothing for it', async () => {
    const code = await issueCode(server, client);
    const answer = await requestToken(server, {
      ...client.sandbox,
      grant_type: 'authorization_code',
      redirect_uri: callbackOf(client),
      code,
    });
    expect(answer.body).toBe('{"error": "invalid_grant"}');
  });
});
