import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../support/browser.ts';
import { parseSetCookie, type Cookie } from '../support/cookie-jar.ts';
import { elements } from '../support/html.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: cookies HttpOnly SameSite=Lax Secure (__Host- under https), a new session id at sign-in. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const HOST = '127.0.0.1';

function cookiesSet(page: Page): readonly Cookie[] {
  return [...page.redirects.map(({ response }) => response), page]
    .flatMap(({ headers }) => headers['set-cookie'] ?? [])
    .map(parseSetCookie);
}

/** Signs in, sees a notice, signs out: every cookie there is. */
async function everyCookie(of: TestServer): Promise<readonly Cookie[]> {
  const browser = await of.browser();
  const signInPage = await browser.visit('/auth/login');
  const feed = await signIn(browser, signInPage, 'student');
  const out = await browser.submit(feed, feed.form({ action: '/auth/logout' }).press());
  return [signInPage, feed, out].flatMap(cookiesSet);
}

describe('cookies under plain http', () => {
  it('are HttpOnly, SameSite=Lax, for this host only', async () => {
    const cookies = await everyCookie(server);
    expect(new Set(cookies.map(({ name }) => name))).toEqual(
      new Set(['session', 'visitor', 'notice']),
    );
    for (const { name, value, attributes } of cookies) {
      if (attributes['max-age'] === '0') continue;
      expect([name, attributes]).toEqual([
        name,
        expect.objectContaining({ httponly: true, samesite: 'Lax', path: '/' }) as unknown,
      ]);
      expect(attributes).not.toHaveProperty('domain');
      expect(attributes).not.toHaveProperty('secure');
      expect(value).not.toBe('');
    }
  });
});

describe('cookies under an https issuer', () => {
  it('have the prefix __Host-, and Secure, also when they are dropped', async () => {
    const secure = await startTestServer({ issuer: 'https://auth.campus.example' });
    try {
      const cookies = await everyCookie(secure);
      expect(new Set(cookies.map(({ name }) => name))).toEqual(
        new Set(['__Host-session', '__Host-visitor', '__Host-notice']),
      );
      for (const { name, attributes } of cookies) {
        expect([name, attributes]).toEqual([
          name,
          expect.objectContaining({ secure: true, path: '/' }) as unknown,
        ]);
        expect(attributes).not.toHaveProperty('domain');
      }
      for (const { attributes } of cookies.filter(({ value }) => value !== '')) {
        expect(attributes).toMatchObject({ httponly: true, samesite: 'Lax' });
      }
    } finally {
      await secure.close();
    }
  });

  it('without the prefix are nobody’s: a subdomain cannot plant a session', async () => {
    const secure = await startTestServer({ issuer: 'https://auth.campus.example' });
    try {
      const browser = await secure.browser('student');
      const secret = browser.jar.value(HOST, '__Host-session')!;
      expect((await browser.visit('/account')).status).toBe(200);
      const planted = await secure.request('GET /account', {
        headers: { cookie: `session=${secret}` },
      });
      expect(planted.status).toBe(302);
    } finally {
      await secure.close();
    }
  });
});

describe('sign-in', () => {
  it('makes a new session id, whatever the browser came with', async () => {
    const browser = await server.browser();
    browser.jar.put(HOST, 'session', 'planted-by-an-attacker');

    await signIn(browser, await browser.visit('/auth/login'), 'student');

    const session = browser.jar.value(HOST, 'session')!;
    expect(session).not.toBe('planted-by-an-attacker');
    expect(session.length).toBeGreaterThanOrEqual(22);
    const stolen = await server.request('GET /account', {
      headers: { cookie: 'session=planted-by-an-attacker' },
    });
    expect(stolen.status).toBe(302);
  });

  it('over an open session ends that one', async () => {
    const browser = await server.browser();
    await signIn(browser, await browser.visit('/auth/login'), 'student');
    const first = browser.jar.value(HOST, 'session')!;
    const other = await server.browser();
    const form = await other.visit('/auth/login');
    // The form of a signed-out tab, sent after a sign-in in another: shown again, and sent again.
    browser.jar.put(HOST, 'visitor', other.jar.value(HOST, 'visitor')!);
    const stale = await signIn(browser, form, 'maintainer');
    expect(stale.status).toBe(403);

    const out = await browser.visit('/account');
    await browser.submit(out, out.form({ action: '/auth/logout' }).press());
    await signIn(browser, await browser.visit('/auth/login'), 'maintainer');

    expect(browser.jar.value(HOST, 'session')).not.toBe(first);
    const old = await server.request('GET /account', { headers: { cookie: `session=${first}` } });
    expect(old.status).toBe(302);
  });

  it('changes the token of forms: one taken before is worth nothing after', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    const before = csrfToken(page);
    await signIn(browser, page, 'student');
    const choose = async (token: string): Promise<number> => {
      const form = { csrf_token: token, language: 'hi', next: '/' };
      const headers = { 'sec-fetch-site': 'same-origin' };
      return (await browser.send('POST /language', { headers, form })).status;
    };
    expect(await choose(before)).toBe(403);
    expect(await choose(csrfToken(await browser.visit('/feed')))).toBe(303);
  });

  it('answers a wrong password and an unknown name alike', async () => {
    const attempt = async (identifier: string): Promise<Page> => {
      const browser = await server.browser();
      const page = await browser.visit('/auth/login');
      const form = page
        .form({ button: 'Sign in' })
        .fill('Username, email address or phone number', identifier)
        .fill('Password', 'not the password');
      return browser.submit(page, form.press());
    };

    const known = await attempt('21114009');
    const unknown = await attempt('99999999');

    expect(known.status).toBe(unknown.status);
    expect(known.text).toBe(unknown.text);
  });

  it('is slowed down by failures', async () => {
    const own = await startTestServer();
    try {
      const browser = await own.browser();
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 30 && statuses.at(-1) !== 429; attempt += 1) {
        const page = await browser.visit('/auth/login');
        const form = page
          .form({ button: 'Sign in' })
          .fill('Username, email address or phone number', '21114009')
          .fill('Password', `guess number ${attempt}`);
        statuses.push((await browser.submit(page, form.press())).status);
      }
      expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await own.close();
    }
  });
});

describe('where a visitor comes from', () => {
  /** Asks for password links of different people until it is too much, and answers how often that went well. */
  async function patienceWith(
    of: TestServer,
    forwardedFor: (attempt: number) => string,
  ): Promise<number> {
    const browser = await of.browser();
    const page = await browser.visit('/auth/forgot-password');
    for (let attempt = 0; attempt < 80; attempt += 1) {
      const { fields } = page
        .form({ action: '/auth/forgot-password' })
        .fill('Username, email address or phone number', `nobody-${attempt}`)
        .press();
      const { status } = await browser.send('POST /auth/forgot-password', {
        form: fields,
        headers: { 'x-forwarded-for': forwardedFor(attempt) },
      });
      if (status === 429) return attempt;
      expect(status).toBe(303);
    }
    return Number.POSITIVE_INFINITY;
  }

  it('is what the connection says: a made-up X-Forwarded-For gives no new tries', async () => {
    const own = await startTestServer();
    try {
      expect(await patienceWith(own, (attempt) => `203.0.${attempt}.1`)).toBeLessThan(80);
    } finally {
      await own.close();
    }
  });

  it('is the last entry behind a proxy of ours; what a visitor put before it counts for nothing', async () => {
    const own = await startTestServer({ trustProxy: true });
    try {
      expect(await patienceWith(own, (attempt) => `203.0.${attempt}.1, 198.51.100.7`)).toBeLessThan(
        80,
      );
      expect(await patienceWith(own, (attempt) => `198.51.100.7, 203.0.${attempt}.1`)).toBe(
        Number.POSITIVE_INFINITY,
      );
    } finally {
      await own.close();
    }
  });
});

describe('a session', () => {
  it('ends at sign-out on the server, not just in the browser', async () => {
    const browser = await server.browser('student');
    const secret = browser.jar.value(HOST, 'session')!;
    const page = await browser.visit('/account');
    await browser.submit(page, page.form({ action: '/auth/logout' }).press());

    expect(browser.jar.value(HOST, 'session')).toBeUndefined();
    const again = await server.request('GET /account', {
      headers: { cookie: `session=${secret}` },
    });
    expect(again.status).toBe(302);
  });

  it('ends after its lifetime', async () => {
    const own = await startTestServer();
    try {
      const browser = await own.browser('student');
      own.clock.advance(14 * 24 * 3600 - 1);
      expect((await browser.send('GET /account')).status).toBe(200);
      own.clock.advance(1);
      expect((await browser.send('GET /account')).status).toBe(302);
    } finally {
      await own.close();
    }
  });

  it('of a deactivated account is over', async () => {
    const own = await startTestServer();
    try {
      const browser = await own.browser('stranger');
      const { username, profile } = own.people.stranger;
      await own.storage.importAccounts(
        [
          {
            username: username!,
            isActive: false,
            revise: () => ({ profile, identifiers: [username!] }),
          },
        ],
        { at: own.clock.read(), dryRun: false },
      );
      expect((await browser.send('GET /account')).status).toBe(302);
    } finally {
      await own.close();
    }
  });

  it('of another browser can be ended by its person, and by nobody else', async () => {
    const phone = await server.browser('faculty');
    const laptop = await server.browser('faculty');
    const attacker = await server.browser('stranger');
    const sessions = await server.storage.listSessions(
      server.people.faculty.id,
      server.clock.read(),
    );
    for (const { number } of sessions) {
      await endSessionAs(attacker, number);
    }
    expect((await phone.send('GET /account')).status).toBe(200);

    const page = await laptop.visit('/account');
    await laptop.submit(page, page.form({ action: '/account/sessions/end-others' }).press());

    expect((await phone.send('GET /account')).status).toBe(302);
    expect((await laptop.send('GET /account')).status).toBe(200);
  });
});

async function endSessionAs(browser: Browser, number: number): Promise<void> {
  const page = await browser.visit('/account');
  await browser.send(`POST /account/sessions/${number}/end`, {
    headers: { 'sec-fetch-site': 'same-origin' },
    form: { csrf_token: csrfToken(page) },
  });
}

function csrfToken(page: Page): string {
  const field = elements(page.document, 'input').find(
    ({ attributes }) => attributes['name'] === 'csrf_token',
  );
  return field!.attributes['value']!;
}
