import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { withoutFormTokens } from '../../../test/support/html.ts';
import { PEOPLE } from '../../../test/support/people.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';

const IDENTIFIER = 'Username, email address or phone number';
const NEW_PASSWORD = 'winter fog on the bridge';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());
beforeEach(() => {
  server.clock.advance(3600);
});

async function ask(browser: Browser, typed: string): Promise<Page> {
  const page = await browser.visit('/auth/forgot-password');
  const form = page.form({ button: 'Mail me a link' }).fill(IDENTIFIER, typed);
  return browser.submit(page, form.press());
}

/** The link of the next mail, which leaves after the answer. */
async function mailedLink(alreadyMailed: number): Promise<string> {
  return vi.waitFor(() => {
    const mail = server.mails[alreadyMailed];
    if (mail === undefined) throw new Error('no mail yet');
    return /^\S+\/auth\/reset-password\?token=\S+$/mu.exec(mail.text)![0];
  });
}

async function choose(browser: Browser, page: Page, password: string): Promise<Page> {
  const form = page.form({ button: 'Change password' }).fill('New password', password);
  return browser.submit(page, form.press());
}

describe('a forgotten password', () => {
  it('is replaced by way of a mail, once', async () => {
    const browser = await server.browser();
    const before = server.mails.length;
    const sent = await ask(browser, PEOPLE.student.username);
    expect(sent.title).toBe('Check your mail');
    const link = await mailedLink(before);

    const form = await browser.visit(link);
    expect(form.title).toBe('Choose a new password');
    const refused = await choose(browser, form, 'short');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Use at least 10 characters.');
    const done = await choose(browser, refused, NEW_PASSWORD);
    expect(done.url.pathname).toBe('/auth/login');
    expect(done.text).toContain('Your password is changed. Sign in with the new one.');

    const again = await browser.visit(link);
    expect(again.status).toBe(410);
    expect(again.title).toBe('This link no longer works');
    expect((await choose(browser, form, NEW_PASSWORD)).status).toBe(410);

    const signIn = done
      .form({ button: 'Sign in' })
      .fill(IDENTIFIER, PEOPLE.student.username)
      .fill('Password', NEW_PASSWORD);
    expect((await browser.submit(done, signIn.press('Sign in'))).url.pathname).toBe('/feed');
  });

  it('keeps the secret of the link out of the log and away from other sites', async () => {
    const browser = await server.browser();
    const before = server.mails.length;
    await ask(browser, PEOPLE.staff.username);
    const link = await mailedLink(before);
    const page = await browser.visit(link);
    const secret = new URL(link).searchParams.get('token')!;
    expect(server.logs.join('\n')).not.toContain(secret);
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.headers['cache-control']).toBe('no-store, no-transform');
  });

  it('is answered the same for somebody there is not', async () => {
    const browser = await server.browser();
    const known = await ask(browser, PEOPLE.staff.username);
    const unknown = await ask(browser, '99999999');
    expect(unknown.status).toBe(known.status);
    expect(unknown.url.href).toBe(known.url.href);
    expect(withoutFormTokens(unknown.body)).toBe(withoutFormTokens(known.body));
  });

  it('can be asked for three times an hour, then answers 429 and keeps what was typed', async () => {
    const browser = await server.browser();
    for (let count = 0; count < 3; count += 1) await ask(browser, '88888888');
    const page = await ask(browser, '88888888');
    expect(page.status).toBe(429);
    expect(page.headers['retry-after']).toBe('3600');
    expect(page.form({ button: 'Mail me a link' }).value(IDENTIFIER)).toBe('88888888');
  });

  it.each(['', '?token=', '?token=made-up', `?token=${'x'.repeat(43)}`])(
    'is not reset by /auth/reset-password%s',
    async (query) => {
      const browser = await server.browser();
      const page = await browser.visit(`/auth/reset-password${query}`);
      expect(page.status).toBe(410);
      expect(page.link('Get a new link')).toBe('/auth/forgot-password');
    },
  );
});
