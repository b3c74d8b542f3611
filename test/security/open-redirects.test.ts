import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { authorisePath } from '../support/consent.ts';
import { elements } from '../support/html.ts';
import { REDIRECT_URI, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: open redirects are impossible by type; here by trying. */

let server: TestServer;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server);
});
afterAll(() => server.close());

/* oxlint-disable no-script-url -- hostile addresses are the subject */

/** What browsers, proxies and URL parsers have been fooled with. */
const HOSTILE_NEXTS = [
  'https://evil.example/',
  'HTTPS://evil.example/',
  'http:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  '//evil.example/',
  '///evil.example/',
  String.raw`/\evil.example/`,
  String.raw`\/evil.example/`,
  String.raw`\\evil.example/`,
  '/\t/evil.example/',
  '/\n/evil.example/',
  '\t//evil.example/',
  ' //evil.example/',
  '/./\t/evil.example/',
  '/..//evil.example/',
  '/.//evil.example/',
  '/auth/../..//evil.example/',
  '/%2e//evil.example/',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'evil.example',
  '@evil.example/',
  '.evil.example/',
  'feed',
  '/feed\r\nLocation: https://evil.example/',
  '\u0000/feed',
];

describe('next, at the sign-in page', () => {
  it.each(HOSTILE_NEXTS)('%j leads to a page of ours after the sign-in', async (next) => {
    const browser = await server.browser();
    const page = await browser.visit(`/auth/login?${new URLSearchParams({ next }).toString()}`);

    const landed = await signIn(browser, page, 'student');

    expectAtHome(
      landed.url,
      landed.redirects.map(({ response }) => response.headers.location),
    );
  });

  it.each(HOSTILE_NEXTS)('%j in the form itself leads to a page of ours', async (next) => {
    const browser = await server.browser('student');
    const visitor = await server.browser();
    const page = await visitor.visit('/auth/login');
    const tampered = page.form({ action: '/auth/login' }).tamper('next', next).press();

    const refused = await visitor.submit(page, tampered);
    const again = elements(refused.document, 'input').find(
      ({ attributes }) => attributes['name'] === 'next',
    );
    expect(again!.attributes['value']).toBe('');

    const passing = await browser.visit(`/auth/login?${new URLSearchParams({ next }).toString()}`);
    expectAtHome(
      passing.url,
      passing.redirects.map(({ response }) => response.headers.location),
    );
  });

  it.each(['/developer', '/oauth/authorise?client_id=x&state=%2F%2Fevil.example', '/feed?x=//y'])(
    '%s is where it leads',
    async (next) => {
      const browser = await server.browser();
      const page = await browser.visit(`/auth/login?${new URLSearchParams({ next }).toString()}`);
      const landed = await signIn(browser, page, 'student');
      expect(landed.url.href).toBe(`${server.origin}${next}`);
    },
  );
});

describe('next, at sign-out', () => {
  it.each(HOSTILE_NEXTS)('%j leads to a page of ours', async (next) => {
    const browser = await server.browser('student');
    const page = await browser.visit('/account');
    const submission = page.form({ action: '/auth/logout' }).tamper('next', next).press();
    const landed = await browser.submit(page, submission);
    expectAtHome(
      landed.url,
      landed.redirects.map(({ response }) => response.headers.location),
    );
  });
});

function expectAtHome(url: URL, locations: readonly (string | undefined)[]): void {
  expect(url.origin).toBe(server.origin);
  for (const location of locations) {
    expect(location).toMatch(/^\/(?![/\\])/u);
    // oxlint-disable-next-line no-control-regex -- control characters are the point
    expect(location).not.toMatch(/[\u0000-\u001F\\]/u);
  }
}

describe('an address that begins with two slashes', () => {
  it.each(['//evil.example/account', '///evil.example/account', '//evil.example/%2e%2e/account'])(
    '%s never becomes where a visitor is sent',
    async (address) => {
      const { status, headers } = await server.request(`GET ${address}`);
      expect(status).toBeGreaterThanOrEqual(300);
      if (headers.location === undefined) return;
      const target = new URL(headers.location, server.origin);
      expect(target.origin).toBe(server.origin);
      expect(target.searchParams.get('next') ?? '/').toMatch(/^\/(?![/\\])/u);
    },
  );

  it('is not where a form that is shown again sends what was written', async () => {
    const { body } = await server.request('POST //evil.example/developer/add', {
      form: { name: 'what was written' },
    });
    for (const action of body.matchAll(/(?:form)?action="([^"]*)"/gu)) {
      expect(action[1]).toMatch(/^\/(?![/\\])/u);
    }
  });

  it('of the consent screen is not where its form goes', async () => {
    const browser = await server.browser('student');
    const page = await browser.visit(`${server.origin}/${authorisePath(client)}`);
    expect(page.status).toBe(200);
    const { action } = page.form({ button: 'Allow' }).press('Allow');
    expect(action).toMatch(/^\/oauth\//u);
  });
});

/** For an app that registered https://app.example/callback. */
const HOSTILE_REDIRECT_URIS = [
  'https://evil.example/callback',
  'https://app.example.evil.example/callback',
  'https://app.example@evil.example/callback',
  'https://evil.example/https://app.example/callback',
  'https://evil.example#https://app.example/callback',
  'https://evil.example?https://app.example/callback',
  String.raw`https://evil.example\@app.example/callback`,
  'https://app.example/callback/../../evil',
  'https://app.example/callback/..%2f..%2fevil',
  'https://app.example/callback/',
  'https://app.example/callback?next=https://evil.example',
  'https://app.example/callback#fragment',
  'https://app.example/Callback',
  'https://app.example:8443/callback',
  'https://sub.app.example/callback',
  'http://app.example/callback',
  '//app.example/callback',
  '/callback',
  'javascript:alert(document.domain)//https://app.example/callback',
  'data:text/html,<script>alert(1)</script>',
  `${REDIRECT_URI}\r\nSet-Cookie: session=evil`,
  `${REDIRECT_URI}\u0000`,
  `${REDIRECT_URI}%00`,
  ` ${REDIRECT_URI}`,
  `${REDIRECT_URI} `,
  `${REDIRECT_URI} https://evil.example/`,
  'https://app.example/callback\u202E',
  'https://app\u3002example/callback',
];

describe('redirect_uri', () => {
  it.each(HOSTILE_REDIRECT_URIS)(
    '%j is not gone to, neither with a code nor with an error',
    async (uri) => {
      const browser = await server.browser('student');
      for (const more of [{}, { response_type: 'token' }, { code_challenge: 'short' }]) {
        const page = await browser.visit(authorisePath(client, { redirect_uri: uri, ...more }));
        expect(page.status).toBe(400);
        expect(page.redirects).toEqual([]);
        const targets = elements(page.document, 'a', 'form', 'meta').flatMap(({ attributes }) =>
          ['href', 'action', 'content'].map((name) => attributes[name] ?? ''),
        );
        expect(targets.filter((target) => /evil|javascript:|data:/u.test(target))).toEqual([]);
      }
    },
  );

  it('in the form’s address is checked again when Allow is pressed', async () => {
    const browser = await server.browser('student');
    const page = await browser.visit(authorisePath(client));
    const submission = page.form({ button: 'Allow' }).press('Allow');
    const action = `${submission.action}&redirect_uri=https%3A%2F%2Fevil.example%2F`;
    const done = await browser.submit(page, { ...submission, action });
    expect(done.status).toBe(400);
    expect(done.redirects).toEqual([]);
  });
});
