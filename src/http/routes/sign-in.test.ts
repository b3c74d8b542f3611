import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { withoutFormTokens } from '../../../test/support/html.ts';
import { PASSWORD, PEOPLE } from '../../../test/support/people.ts';
import { signIn } from '../../../test/support/sign-in.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';

const IDENTIFIER = 'Username, email address or phone number';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

async function attempt(browser: Browser, typed: string, password: string): Promise<Page> {
  const page = await browser.visit('/auth/login');
  const form = page.form({ button: 'Sign in' }).fill(IDENTIFIER, typed).fill('Password', password);
  return browser.submit(page, form.press('Sign in'));
}

describe('GET /auth/login', () => {
  it('goes on at once when somebody is signed in', async () => {
    const browser = await server.browser('student');
    expect((await browser.visit('/auth/login?next=/account')).url.pathname).toBe('/account');
    expect((await browser.visit('/auth/login')).url.pathname).toBe('/feed');
  });
});

describe('where a sign-in leads', () => {
  it.each([
    ['encoded, as we write it', '/auth/login?next=%2Fterms%3Fa%3Db%26c%3Dd', '/terms?a=b&c=d'],
    [
      'as the replaced system wrote it (wire contract §4.1)',
      '/auth/login?next=/terms?redirect_uri=https%3A%2F%2Fx.example&state=a%26b',
      '/terms?redirect_uri=https%3A%2F%2Fx.example&state=a%26b',
    ],
    [
      'with slashes left alone, as Django writes it',
      '/auth/login?next=/terms%3Fa%3Db%26c%3Dd',
      '/terms?a=b&c=d',
    ],
    ['nowhere in particular', '/auth/login', '/feed'],
    ['another host', '/auth/login?next=https://evil.example/', '/feed'],
    ['another host without a scheme', '/auth/login?next=//evil.example/', '/feed'],
    ['another host behind a backslash', '/auth/login?next=/%5Cevil.example/', '/feed'],
  ])('%s', async (_what, address, expected) => {
    const browser = await server.browser();
    const page = await signIn(browser, await browser.visit(address), 'student');
    expect(page.url.href).toBe(`${server.origin}${expected}`);
  });

  it('is checked again in the form: a page can be tampered with', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    const form = page
      .form({ button: 'Sign in' })
      .fill(IDENTIFIER, PEOPLE.student.username)
      .fill('Password', PASSWORD)
      .tamper('next', 'https://evil.example/');
    const [step] = (await browser.submit(page, form.press('Sign in'))).redirects;
    expect(step?.response.headers.location).toBe('/feed');
  });
});

describe('a wrong sign-in', () => {
  it('shows the form again with what was typed, but for the password', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login?next=/account');
    const form = page
      .form({ button: 'Sign in' })
      .fill(IDENTIFIER, '<nobody> & "co"')
      .fill('Password', 'not the password');
    const again = await browser.submit(page, form.press('Sign in'));
    expect(again.status).toBe(422);
    expect(again.form({ button: 'Sign in' }).value(IDENTIFIER)).toBe('<nobody> & "co"');
    expect(again.form({ button: 'Sign in' }).value('Password')).toBe('');
    expect(again.body).not.toContain('not the password');
    const retried = await signIn(browser, again, 'student');
    expect(retried.url.pathname).toBe('/account');
  });

  it('answers the same for an account there is and one there is not', async () => {
    const browser = await server.browser();
    const [known, unknown] = [
      await attempt(browser, PEOPLE.staff.username, 'wrong'),
      await attempt(browser, '99999999', 'wrong'),
    ];
    expect(unknown.status).toBe(known.status);
    const comparable = (page: Page, typed: string): string =>
      withoutFormTokens(page.body).replaceAll(typed, '…');
    expect(comparable(unknown, '99999999')).toBe(comparable(known, PEOPLE.staff.username));
  });

  it('answers 429 with Retry-After after ten, and logs the network but not who was meant', async () => {
    const browser = await server.browser();
    for (let count = 0; count < 10; count += 1) {
      await attempt(browser, PEOPLE.faculty.username, 'wrong');
    }
    const page = await attempt(browser, PEOPLE.faculty.username, PASSWORD);
    expect(page.status).toBe(429);
    expect(page.headers['retry-after']).toBe('900');
    expect(page.text).toContain('Try again in 15 minutes');
    const line = server.logs.find((entry) => entry.includes('too many attempts'));
    expect(line).toContain('127.0.0.0/24');
    expect(server.logs.join('\n')).not.toContain(PEOPLE.faculty.username);
    expect(server.logs.join('\n')).not.toContain(PASSWORD);
  });
});

describe('the session cookie', () => {
  it('is another one at each sign-in', async () => {
    const browser = await server.browser();
    await signIn(browser, await browser.visit('/auth/login'), 'student');
    const first = sessionIn(browser.jar.header('127.0.0.1'));
    const page = await browser.visit('/feed');
    await browser.submit(page, signOutOf(page));
    expect(sessionIn(browser.jar.header('127.0.0.1'))).toBe('');
    await signIn(browser, await browser.visit('/auth/login'), 'student');
    const second = sessionIn(browser.jar.header('127.0.0.1'));
    expect(second).toMatch(/^[\w-]{43}$/u);
    expect(second).not.toBe(first);
  });

  it('never outlives a sign-in, also as somebody else and without signing out', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    await signIn(browser, page, 'student');
    const before = sessionIn(browser.jar.header('127.0.0.1'));
    const stale = await server.browser();
    stale.jar.put('127.0.0.1', 'session', before);
    // The token of the page shown first is too old; the page of the session is what a second tab has.
    const token = (await browser.visit('/account')).form({ button: 'Change password' });
    const fields = token.press('Change password').fields.filter(([name]) => name === 'csrf_token');
    const submission = {
      method: 'post',
      action: '/auth/login',
      multipart: false,
      fields: [...fields, ['identifier', PEOPLE.maintainer.username], ['password', PASSWORD]],
    } as const;
    await browser.submit(page, submission);
    expect(sessionIn(browser.jar.header('127.0.0.1'))).not.toBe(before);
    expect((await stale.visit('/account')).url.pathname).toBe('/auth/login');
  });

  it('carries its flags', async () => {
    const browser = await server.browser();
    const page = await signIn(browser, await browser.visit('/auth/login'), 'student');
    const cookies = page.redirects[0]?.response.headers['set-cookie'] ?? [];
    expect(cookies.find((cookie) => cookie.startsWith('session='))).toMatch(
      /^session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
    expect(page.redirects[0]?.response.status).toBe(303);
  });
});

describe('POST /auth/logout', () => {
  it('ends the session and goes home', async () => {
    const browser = await server.browser('student');
    const page = await browser.visit('/feed');
    const after = await browser.submit(page, signOutOf(page));
    expect(after.url.pathname).toBe('/');
    expect(after.text).toContain('You are signed out.');
    expect((await browser.visit('/account')).url.pathname).toBe('/auth/login');
  });

  it('goes back to where somebody else is to sign in, on our own pages only', async () => {
    const browser = await server.browser('student');
    const page = await browser.visit('/feed');
    const submission = signOutOf(page);
    const elsewhere = {
      ...submission,
      fields: [...submission.fields, ['next', '/account'] as const],
    };
    const after = await browser.submit(page, elsewhere);
    expect(after.url.pathname + after.url.search).toBe('/auth/login?next=%2Faccount');
  });
});

function signOutOf(page: Page): ReturnType<ReturnType<Page['form']>['press']> {
  return page.form({ action: '/auth/logout' }).press();
}

function sessionIn(cookies: string | undefined): string {
  return /(?:^|; )session=([\w-]{43})/u.exec(cookies ?? '')?.[1] ?? '';
}
