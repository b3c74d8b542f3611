import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Page } from '../support/browser.ts';
import { allow, askConsent, authorisePath } from '../support/consent.ts';
import { elements } from '../support/html.ts';
import { issueCode, obtainTokens, requestToken } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 3, "For developers": why did it fail, and how much is the app used. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function activity(client: SeededClient, query = ''): Promise<Page> {
  const browser = await server.browser('developer');
  return browser.visit(`/developer/${client.number}/activity${query}`);
}

async function readData(token: string): Promise<string> {
  const { headers } = await server.request('GET /open_auth/get_user_data/', {
    headers: { authorization: `Bearer ${token}` },
  });
  return String(headers['x-request-id']);
}

describe('“Why did it fail?”', () => {
  it('gives the exact reason, what to change and the request id, and keeps no secret', async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const form = {
      ...client.credentials,
      grant_type: 'authorization_code',
      redirect_uri: client.redirectUri,
      code,
    };
    const wrong = await requestToken(server, { ...form, client_secret: 'not-the-secret' });
    expect(wrong.body).toBe('{"error": "invalid_client"}');
    await requestToken(server, form);
    const replayed = await requestToken(server, form);
    expect(replayed.body).toBe('{"error": "invalid_grant"}');

    const page = await activity(client);
    expect(page.text).toContain('The code was used before, so all its tokens have ended.');
    expect(page.text).toContain('Exchange a code once.');
    expect(page.text).toContain('The client secret is none of this app’s.');
    expect(page.text).toContain('Tokens were issued.');
    for (const { headers } of [wrong, replayed]) {
      expect(page.text).toContain(String(headers['x-request-id']));
    }
    for (const secret of [code, client.clientSecret, 'not-the-secret']) {
      expect(page.body).not.toContain(secret);
    }
    const newestFirst = page.text.indexOf('The code was used before');
    expect(newestFirst).toBeLessThan(page.text.indexOf('Tokens were issued.'));

    const failures = await activity(client, '?show=failures');
    expect(failures.text).toContain('The code was used before');
    expect(failures.text).not.toContain('Tokens were issued.');
  });

  it('knows of requests for authorization, and of people who say no', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('student');
    await browser.visit(authorisePath(client, { redirect_uri: 'https://evil.example/cb' }));
    await browser.visit(authorisePath(client, { response_type: 'id_token' }));
    const consent = await askConsent(browser, client);
    await browser.submit(consent, consent.form({ button: 'Deny' }).press('Deny'));
    const page = await activity(client);
    expect(page.text).toContain('The redirect URI is not the right one.');
    expect(page.text).toContain('https://evil.example/cb');
    expect(page.text).toContain('This response_type is not offered.');
    expect(page.text).toContain('The person did not allow it.');
  });

  it('knows of tokens that open nothing any more', async () => {
    const client = await seedClient(server);
    const { access_token: token } = await obtainTokens(server, client);
    server.clock.advance(36_001);
    const requestId = await readData(token);
    const page = await activity(client, '?show=failures');
    expect(page.text).toContain('The access token has expired.');
    expect(page.text).toContain(requestId);
    expect(page.body).not.toContain(token);
  });

  it('shows twenty at a time, a hundred in all, on a small page', async () => {
    const client = await seedClient(server);
    for (let count = 1; count <= 45; count += 1) {
      await requestToken(server, {
        ...client.credentials,
        grant_type: 'authorization_code',
        redirect_uri: `${client.redirectUri}/${count}-`,
      });
    }
    const first = await activity(client);
    expect(first.text).toContain('/45-');
    expect(first.text).toContain('/26-');
    expect(first.text).not.toContain('/25-');
    expect(first.bytes.byteLength).toBeLessThan(50_000);
    const second = await activity(client, first.link('Older requests').replace(/^[^?]*/u, ''));
    expect(second.text).toContain('/25-');
    const last = await activity(client, second.link('Older requests').replace(/^[^?]*/u, ''));
    expect(last.text).toContain('/1-');
    expect(last.text).not.toContain('Older requests');
    expect(last.link('Newest requests')).toBe(`/developer/${client.number}/activity#attempts`);
  });

  it('tells live and sandbox apart', async () => {
    const client = await seedClient(server);
    await requestToken(server, {
      ...client.sandbox,
      grant_type: 'authorization_code',
      code: 'unknown',
    });
    expect((await activity(client)).text).toContain('Nothing yet');
    const sandbox = await activity(client, '?environment=sandbox');
    expect(sandbox.text).toContain('There is no such code.');
  });
});

describe('usage', () => {
  it('counts consent, tokens, reads and errors, and people with access', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('student');
    const callback = await allow(browser, await askConsent(browser, client));
    const answer = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
    });
    const { access_token: token } = JSON.parse(answer.body) as { readonly access_token: string };
    for (let count = 0; count < 3; count += 1) await readData(token);

    const page = await activity(client);
    const labels = elements(page.document, 'svg').map(({ attributes }) => attributes['aria-label']);
    expect(labels).toEqual([
      expect.stringMatching(/^Authorizations: 1 in 30 days; most on \d+ \w+: 1\.$/u),
      expect.stringMatching(/^Tokens issued or refreshed: 1 in 30 days/u),
      expect.stringMatching(/^Data reads: 3 in 30 days/u),
      'Errors: None in 30 days.',
    ]);
    expect(page.described('People with access now')).toBe('1');
    expect(page.described('Consent asked for')).toBe('1 1 allowed, 0 denied');

    // Tomorrow they stand on yesterday.
    server.clock.advance(24 * 3600);
    expect((await activity(client)).text).toContain('3 in 30 days');
    server.clock.advance(30 * 24 * 3600);
    expect((await activity(client)).text).not.toContain('3 in 30 days');
  });
});

describe('the activity page', () => {
  it('is in Hindi, too', async () => {
    const client = await seedClient(server);
    await requestToken(server, { ...client.credentials, grant_type: 'password' });
    const browser = await server.browser('developer');
    const page = await browser.visit(`/developer/${client.number}/activity`, {
      headers: { 'accept-language': 'hi' },
    });
    expect(page.title).toBe('गतिविधि');
    expect(page.text).toContain('यह grant_type ऐप्स के लिए उपलब्ध नहीं है।');
  });
});
