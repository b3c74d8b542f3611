import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { storedContent } from '../support/database-content.ts';
import { everyRoute, PROTOCOL_ENDPOINTS, type Route } from '../support/every-route.ts';
import { elements } from '../support/html.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: CSRF protection on every form. The forms are those of the route table, so none is forgotten. */

let server: TestServer;
/** A maintainer who is in the app's team: nothing but the protection stands in the way. */
let browser: Browser;
let token: string;
let posts: readonly Route[];

beforeAll(async () => {
  server = await startTestServer();
  const client = await seedClient(server, { createdBy: 'maintainer' });
  browser = await server.browser('maintainer');
  token = await tokenOf(browser);
  const values = { number: client.number, account: server.people.developer.id };
  posts = everyRoute(server, values).filter(({ method }) => method !== 'GET');
});
afterAll(() => server.close());

/** Without cookies, so without anything that a form of another site could use: clients and scanners call them. */
const FOR_MACHINES: readonly string[] = [...PROTOCOL_ENDPOINTS, '/developer/secret-leaks'];

/** What the forms on this browser's pages carry. */
async function tokenOf(visitor: Browser): Promise<string> {
  const page = await visitor.visit('/account');
  const field = elements(page.document, 'input').find(
    ({ attributes }) => attributes['name'] === 'csrf_token',
  );
  return field!.attributes['value']!;
}

function forms(): readonly Route[] {
  return posts.filter(({ pattern }) => !FOR_MACHINES.includes(pattern));
}

/** Fields that would do something on one form or another. */
const FIELDS = {
  decision: 'allow',
  identifier: 'someone',
  password: 'something',
  name: 'Renamed',
  confirm_name: 'Library 1',
  person: '21117001',
  redirect_uris: 'https://evil.example/callback',
  claims: 'person.roles',
};

async function post(
  route: Route,
  options: { readonly headers?: Record<string, string>; readonly token?: string },
): Promise<RawResponse> {
  const { headers = { 'sec-fetch-site': 'same-origin', origin: server.origin } } = options;
  return browser.send(`${route.method} ${route.path}`, {
    headers,
    form: { ...FIELDS, ...(options.token === undefined ? {} : { csrf_token: options.token }) },
  });
}

/** Sends the same to every form, and insists that each is refused and nothing is changed. */
async function expectAllRefused(options: {
  readonly headers?: Record<string, string>;
  readonly token?: string;
}): Promise<void> {
  const before = await storedContent(server);
  for (const route of forms()) {
    const response = await post(route, options);
    expect(`${route.pattern} ${response.status}`).toBe(`${route.pattern} 403`);
    expect(response.headers.location).toBeUndefined();
  }
  expect(await storedContent(server)).toEqual(before);
  expect(server.mails).toEqual([]);
}

describe('CSRF protection', () => {
  it('is about every route that is not a GET, but for the endpoints clients call', () => {
    const known = forms().map(({ method, pattern }) => `${method} ${pattern}`);
    expect(known.length).toBeGreaterThan(15);
    expect(known).toEqual(
      expect.arrayContaining([
        'POST /oauth/authorise',
        'POST /auth/login',
        'POST /auth/logout',
        'POST /account/password',
        'POST /developer/add',
        'POST /developer/:number/secrets/:environment',
        'POST /developer/:number/secrets/:secret/revoke',
        'POST /developer/secret-leaks/report',
        'POST /developer/:number/delete',
        'POST /review/:number/decision',
      ]),
    );
    const others = posts.filter((route) => !forms().includes(route));
    expect(others.map(({ pattern }) => pattern).toSorted()).toEqual(FOR_MACHINES.toSorted());
  });

  it('refuses every form without a token', async () => {
    await expectAllRefused({});
  });

  it('refuses every form with an empty token', async () => {
    await expectAllRefused({ token: '' });
  });

  it('refuses every form with a wrong token', async () => {
    await expectAllRefused({ token: 'x'.repeat(token.length) });
  });

  it('refuses every form with the token of another session of the same person', async () => {
    const other = await tokenOf(await server.browser('maintainer'));
    expect(other).not.toBe(token);
    await expectAllRefused({ token: other });
  });

  it('refuses every form with the token of a signed-out visitor', async () => {
    const visitor = await server.browser();
    const page = await visitor.visit('/auth/login');
    const field = elements(page.document, 'input').find(
      ({ attributes }) => attributes['name'] === 'csrf_token',
    );
    await expectAllRefused({ token: field!.attributes['value']! });
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a subdomain', { 'sec-fetch-site': 'same-site' }],
    ['another origin, told by Origin only', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
  ])('refuses every form from %s, even with the right token', async (_name, headers) => {
    await expectAllRefused({ headers, token });
  });

  it('refuses every form with the right token in the address instead of the body', async () => {
    const before = await storedContent(server);
    for (const route of forms()) {
      const response = await browser.send(`${route.method} ${route.path}?csrf_token=${token}`, {
        headers: { 'sec-fetch-site': 'same-origin' },
        form: FIELDS,
      });
      expect(`${route.pattern} ${response.status}`).toBe(`${route.pattern} 403`);
    }
    expect(await storedContent(server)).toEqual(before);
  });

  it('refuses every form as JSON or plain text, which other sites can send without being asked', async () => {
    for (const type of ['application/json', 'text/plain']) {
      for (const route of forms()) {
        const response = await browser.send(`${route.method} ${route.path}`, {
          headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
          body: JSON.stringify({ ...FIELDS, csrf_token: token }),
        });
        expect(`${route.pattern} ${response.status}`).toBe(`${route.pattern} 403`);
      }
    }
  });

  it('refuses every form of somebody signed out', async () => {
    for (const route of forms()) {
      const response = await server.request(`${route.method} ${route.path}`, { form: FIELDS });
      expect(`${route.pattern} ${response.status}`).toBe(`${route.pattern} 403`);
    }
  });

  it('lets every form through that carries its token: the refusals above are no accident', async () => {
    for (const route of forms()) {
      const own = await server.browser('maintainer');
      const response = await own.send(`${route.method} ${route.path}`, {
        headers: { 'sec-fetch-site': 'same-origin', origin: server.origin },
        form: { csrf_token: await tokenOf(own) },
      });
      expect(`${route.pattern} ${response.status}`).not.toBe(`${route.pattern} 403`);
      expect(response.status).toBeLessThan(500);
    }
  });

  it('keeps what was written when a token is too old, and sends it again with one press', async () => {
    const own = await server.browser('developer');
    const page = await own.visit('/developer/add');
    const submission = page
      .form({ action: '/developer/add' })
      .fill('App name', 'My careful words')
      .tamper('csrf_token', 'too-old')
      .press();

    const again = await own.submit(page, submission);

    expect(again.status).toBe(403);
    const resent = await own.submit(again, again.form({ button: 'Send again' }).press());
    expect(resent.status).toBe(422);
    expect(resent.form({ action: '/developer/add' }).value('App name')).toBe('My careful words');
  });

  it('never keeps a password in such a page', async () => {
    const own = await server.browser('developer');
    const page = await own.visit('/account');
    const submission = page
      .form({ action: '/account/password' })
      .fill('Current password', 'my-old-password-1')
      .fill('New password', 'my-new-password-2')
      .tamper('csrf_token', 'too-old')
      .press();
    const again = await own.submit(page, submission);
    expect(again.status).toBe(403);
    expect(again.body).not.toContain('my-old-password-1');
    expect(again.body).not.toContain('my-new-password-2');
  });
});

describe('a GET', () => {
  it('of any route changes nothing that is stored', async () => {
    const gets = everyRoute(server, { number: 1 }).filter(({ method }) => method === 'GET');
    const before = await storedContent(server);
    for (const route of gets) {
      const query = `?${new URLSearchParams({ ...FIELDS, csrf_token: token }).toString()}`;
      const response = await browser.send(`GET ${route.path}${query}`);
      expect(response.status).toBeLessThan(500);
    }
    expect(await storedContent(server)).toEqual(before);
  });
});
