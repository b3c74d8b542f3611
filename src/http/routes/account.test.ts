import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../../../test/support/browser.ts';
import { PASSWORD, PEOPLE } from '../../../test/support/people.ts';
import { seedClient, type SeededClient } from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { newSecret } from '../../account/session.ts';
import { addSeconds } from '../../domain/clock.ts';

const NEW_PASSWORD = 'winter fog on the bridge';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

/** An app that somebody allowed, without the way there. */
async function connect(person: 'student' | 'stranger', name: string): Promise<SeededClient> {
  const client = await seedClient(server, {
    name,
    claims: ['person.full_name', 'student.branch.name', 'contact_information.email_address'],
  });
  const now = server.clock.read();
  const { hashSecret, random } = server.dependencies;
  await server.storage.issueAuthorizationCode({
    environment: 'live',
    clientNumber: client.number,
    accountId: server.people[person].id,
    grantedClaims: ['person.full_name', 'student.branch.name'],
    createdAt: now,
    code: {
      hash: hashSecret(newSecret(random)),
      redirectUri: client.redirectUri,
      codeChallenge: null,
      expiresAt: addSeconds(now, 60),
    },
  });
  return client;
}

const account = async (browser: Browser): Promise<Page> => browser.visit('/account');

describe('apps with access', () => {
  it('are listed with what each can read, and lose it at once', async () => {
    const { number } = await connect('student', 'Library');
    const browser = await server.browser('student');
    const page = await account(browser);
    expect(page.text).toContain('Library');
    expect(page.described('Personal')).toBe('Full name');
    expect(page.described('Student')).toBe('Branch');
    expect(page.text).not.toContain('Email address');
    expect(page.text).toContain('Never read your data');

    const after = await browser.submit(
      page,
      page.form({ action: `/account/apps/${number}/end` }).press(),
    );
    expect(after.url.pathname).toBe('/account');
    expect(after.text).toContain('The app no longer has access to your data.');
    expect(after.text).toContain('No app has access');
  });

  it('are ended by the person alone: the same form of somebody else ends nothing', async () => {
    const { number } = await connect('stranger', 'Canteen');
    const browser = await server.browser('student');
    const page = await account(browser);
    const forged = page.form({ button: 'Change password' }).press();
    await browser.submit(page, { ...forged, action: `/account/apps/${number}/end` });
    expect((await account(await server.browser('stranger'))).text).toContain('Canteen');
  });

  it.each(['x', '0', '-1', '1e3', '99999999999999999999'])(
    'have numbers, not "%s"',
    async (text) => {
      const browser = await server.browser('student');
      const page = await account(browser);
      const form = page.form({ button: 'Change password' }).press();
      for (const action of [`/account/apps/${text}/end`, `/account/sessions/${text}/end`]) {
        expect((await browser.submit(page, { ...form, action })).status).toBe(404);
      }
    },
  );
});

describe('signed-in browsers', () => {
  it('are listed, this one first and without a button, and each other can be ended', async () => {
    const [here, other] = [await server.browser('maintainer'), await server.browser('maintainer')];
    const page = await account(here);
    const buttons = page.body.match(/action="\/account\/sessions\/\d+\/end"/gu) ?? [];
    expect(buttons).toHaveLength(1);
    const action = /"(.*)"/u.exec(buttons[0] ?? '')![1]!;
    const after = await here.submit(page, page.form({ action }).press());
    expect(after.text).toContain('That browser is signed out.');
    expect((await account(other)).url.pathname).toBe('/auth/login');
    expect((await account(here)).url.pathname).toBe('/account');
  });

  it('can be ended all but this one', async () => {
    const here = await server.browser('faculty');
    const others = [await server.browser('faculty'), await server.browser('faculty')];
    const page = await account(here);
    const form = page.form({ action: '/account/sessions/end-others' });
    expect((await here.submit(page, form.press())).text).toContain('All other browsers');
    for (const other of others) expect((await account(other)).url.pathname).toBe('/auth/login');
    expect((await account(here)).url.pathname).toBe('/account');
  });

  it('of other people cannot be ended', async () => {
    const victim = await server.browser('staff');
    const [session] = await server.storage.listSessions(
      server.people.staff.id,
      server.clock.read(),
    );
    const browser = await server.browser('student');
    const page = await account(browser);
    const form = page.form({ button: 'Change password' }).press();
    await browser.submit(page, { ...form, action: `/account/sessions/${session!.number}/end` });
    expect((await account(victim)).url.pathname).toBe('/account');
  });
});

describe('the password', () => {
  async function change(browser: Browser, current: string, next: string): Promise<Page> {
    const page = await account(browser);
    const form = page
      .form({ button: 'Change password' })
      .fill('Current password', current)
      .fill('New password', next);
    return browser.submit(page, form.press());
  }

  it('is changed by whoever knows it; other browsers are signed out, and a mail tells', async () => {
    const [here, other] = [await server.browser('developer'), await server.browser('developer')];
    const wrong = await change(here, 'not the password', NEW_PASSWORD);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('This is not your current password.');
    expect(wrong.body).not.toContain(NEW_PASSWORD);

    const weak = await change(here, PASSWORD, PEOPLE.developer.username);
    expect(weak.status).toBe(422);
    expect(weak.text).toContain('Use at least 10 characters.');

    const changed = await change(here, PASSWORD, NEW_PASSWORD);
    expect(changed.url.pathname).toBe('/account');
    expect(changed.text).toContain('Your password is changed.');
    expect((await account(other)).url.pathname).toBe('/auth/login');
    expect(server.mails.at(-1)).toMatchObject({
      to: 'devika_r@cs.campus.example',
      subject: 'Your password for Test Institute was changed',
    });
  });

  it('cannot be guessed with a borrowed browser', async () => {
    const browser = await server.browser('blank');
    for (let count = 0; count < 10; count += 1) await change(browser, 'wrong', NEW_PASSWORD);
    const page = await change(browser, PASSWORD, NEW_PASSWORD);
    expect(page.status).toBe(429);
    expect(page.headers['retry-after']).toBe('900');
    expect(page.text).toContain('Try again in 15 minutes.');
  });
});

describe('without a session', () => {
  it.each(['/account', '/feed'])('%s leads to the sign-in and back', async (path) => {
    const page = await (await server.browser()).visit(path);
    expect(page.url.pathname + page.url.search).toBe(
      `/auth/login?next=${encodeURIComponent(path)}`,
    );
  });
});
