import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESCRIPTION } from '../support/seeded-client.ts';
import { launchChromium } from './chromium.ts';
import { startClientApp, type ClientApp } from './client-app.ts';
import { importPeople, startInstallation, type Installation } from './installation.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/**
 * The whole walkthrough in a real browser against the built product, beginning with an empty database: once as
 * most people meet it, and once where no script runs. Axe looks at every page and state on the way.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const PASSWORD = 'a quiet river at dawn';
const MINUTES = 60_000;

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('the walkthrough $name', ({ scripts }) => {
  let installation: Installation;
  let app: ClientApp;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    installation = await startInstallation();
    app = await startClientApp();
  });
  afterAll(async () => {
    await Promise.all(visitors.map(({ close }) => close()));
    await app.close();
    await installation.stop();
  });

  async function visitor(): Promise<Visitor> {
    const opened = await openVisitor(browser, { origin: installation.origin, scripts });
    visitors.push(opened);
    return opened;
  }

  /** A person's first visit: the link from their institution, a password, and in. */
  async function arrive(username: string): Promise<Visitor> {
    const person = await visitor();
    const output = await installation.omniport('people', 'password-link', username);
    await choosePassword(person, /https?:\/\/\S+/u.exec(output)![0]);
    await signIn(person, username, PASSWORD);
    await reached(person, '/feed');
    return person;
  }

  it(
    'from an empty database to a person who ended an app’s access',
    { timeout: 10 * MINUTES },
    async () => {
      // An empty installation says so to nobody: it just lets nobody in.
      const maintainer = await visitor();
      await maintainer.page.goto('/');
      await maintainer.inspect('home, signed out');
      await importPeople(installation);

      // The first maintainer gets a link, and chooses a password.
      const output = await installation.omniport('people', 'password-link', '20112033');
      const link = /https?:\/\/\S+/u.exec(output)![0];
      await maintainer.page.goto(link);
      await maintainer.inspect('choose a password');
      await maintainer.page.getByLabel('New password', { exact: true }).fill('short');
      await maintainer.page.getByRole('button', { name: 'Change password' }).click();
      await sees(maintainer.page.getByRole('alert'));
      await maintainer.inspect('choose a password, refused');
      await choosePassword(maintainer, link);
      await maintainer.inspect('sign in, after the password was changed');
      await signIn(maintainer, '20112033', 'not the password');
      await sees(maintainer.page.getByRole('alert'));
      await maintainer.inspect('sign in, refused');
      await signIn(maintainer, '20112033', PASSWORD);
      await reached(maintainer, '/feed');
      await maintainer.page.goto(link);
      await maintainer.inspect('a link that was used');

      // A developer registers an app.
      const developer = await arrive('21116077');
      await developer.inspect('home, signed in');
      await developer.page.getByRole('link', { name: 'Developer', exact: true }).first().click();
      await developer.inspect('no apps yet');
      await developer.page.getByRole('link', { name: 'Register an app' }).click();
      await developer.inspect('register an app');
      await developer.page.getByRole('button', { name: 'Add app' }).click();
      await sees(developer.page.getByRole('alert'));
      await developer.inspect('register an app, everything missing');
      await fillRegistration(developer);
      if (scripts) await sees(developer.page.getByText(/\b\d{3} words\b/u).first());
      await developer.page.getByRole('button', { name: 'Add app' }).click();
      await developer.inspect('the client secret, shown once');
      const clientId = await developer.page.getByLabel('Client ID', { exact: true }).inputValue();
      const clientSecret = await developer.page
        .getByLabel('Client secret', { exact: true })
        .inputValue();
      expect(clientId).toMatch(/^[A-Za-z0-9]{40}$/u);
      expect(clientSecret).toMatch(/^[A-Za-z0-9]{128}$/u);
      await copyWorks(developer, clientSecret);
      await developer.page.getByRole('link', { name: /go on to the dashboard/u }).click();
      await developer.inspect('dashboard, in review');
      expect(await developer.page.content()).not.toContain(clientSecret);
      const dashboard = developer.page.url();
      const authorise = authoriseAddress(clientId);

      // Nobody can use it yet.
      const student = await arrive('21114009');
      await student.page.goto(authorise);
      await sees(student.page.getByRole('heading', { name: /waiting for its review/u }));
      await student.inspect('an app that is not approved');

      // A maintainer decides.
      await maintainer.page.goto('/review');
      await maintainer.inspect('review queue');
      await maintainer.page.getByRole('link', { name: 'Book Swap' }).click();
      await maintainer.inspect('an app in review');
      await tick(maintainer.page, 'Reject');
      await maintainer.page.getByRole('button', { name: 'Record the decision' }).click();
      await sees(maintainer.page.getByRole('alert'));
      await maintainer.inspect('a rejection without a reason');
      await tick(maintainer.page, 'Approve');
      await maintainer.page.getByLabel('Message to the team').fill('Fine with us.');
      await maintainer.page.getByRole('button', { name: 'Record the decision' }).click();
      await reached(maintainer, '/review');
      await maintainer.inspect('review queue, nothing waits');
      await developer.page.goto(dashboard);
      await sees(developer.page.getByText('Fine with us.').first());
      await developer.inspect('dashboard, approved');
      expect(await mailsAbout('Book Swap')).toBeGreaterThan(0);

      // A person signs in to the app, having thought twice.
      const phone = await visitor();
      await phone.page.goto(authorise);
      await phone.inspect('sign in, on the way to an app');
      await signIn(phone, '21114009', PASSWORD);
      await phone.inspect('consent');
      await sees(phone.page.getByText('B.Tech. (Electrical Engineering)'));
      await phone.page.getByRole('button', { name: 'Deny' }).click();
      await reached(phone, '/feed');
      expect(app.lastCallback().size).toBe(0);
      await phone.page.goto(authorise);
      await phone.page.getByRole('button', { name: 'Allow' }).click();
      await sees(phone.page.getByRole('heading', { name: 'Welcome back' }));
      const callback = [...app.lastCallback()];
      expect(callback.map(([name]) => name)).toEqual(['code', 'state']);
      expect(app.lastCallback().get('state')).toBe('xyz /?');

      // The app gets tokens and data, renews them, and logs the person out.
      const code = app.lastCallback().get('code')!;
      const tokens = await token({
        grant_type: 'authorization_code',
        code,
        redirect_uri: app.redirectUri,
      });
      expect(await readData(tokens['access_token']!)).toMatchObject({
        username: '21114009',
        person: { fullName: 'Aarohi Mehta' },
        student: { 'branch name': 'B.Tech. (Electrical Engineering)' },
      });
      const renewed = await token({
        grant_type: 'refresh_token',
        refresh_token: tokens['refresh_token']!,
      });
      expect(await readData(tokens['access_token']!)).toBe(401);
      await phone.page.goto('/account');
      await sees(phone.page.getByRole('button', { name: 'End access of Book Swap' }));
      await post('/open_auth/revoke_token/', { token: renewed['refresh_token']! });
      expect(await readData(renewed['access_token']!)).toBe(401);

      // The person signs in to the app again, and ends its access for good.
      await phone.page.goto(authorise);
      await phone.page.getByRole('button', { name: 'Allow' }).click();
      await sees(phone.page.getByRole('heading', { name: 'Welcome back' }));
      const again = await token({
        grant_type: 'authorization_code',
        code: app.lastCallback().get('code')!,
        redirect_uri: app.redirectUri,
      });
      expect(await readData(again['access_token']!)).toMatchObject({ username: '21114009' });
      await phone.page.goto('/account');
      await phone.inspect('account, with an app and another browser');
      await phone.page.getByRole('button', { name: 'End access of Book Swap' }).click();
      await sees(phone.page.getByText('No app has access'));
      await phone.inspect('account, access ended');
      expect(await readData(again['access_token']!)).toBe(401);
      await phone.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
      await student.page.goto('/account');
      await reached(student, '/auth/login');

      // The app asks for more, which waits for its review, and is deleted in the end.
      await developer.page.goto(dashboard);
      await developer.page.getByText('Change the data points').click();
      await tick(
        developer.page.getByRole('group', { name: 'Contact information' }),
        'Email address',
      );
      await developer.page.getByRole('button', { name: 'Save the data points' }).click();
      await sees(developer.page.getByText('This change waits for a maintainer.'));
      await developer.inspect('dashboard, other data points in review');
      await maintainer.page.goto('/review');
      await maintainer.page.getByRole('link', { name: 'Book Swap' }).click();
      await maintainer.inspect('a change in review');
      await developer.page.getByRole('textbox', { name: 'Redirect URIs' }).fill('not an address');
      await developer.page.getByRole('button', { name: 'Save the redirect URIs' }).click();
      await sees(developer.page.getByRole('alert'));
      await developer.inspect('dashboard, a redirect URI refused');
      await deleteApp(developer);
      await developer.inspect('no apps any more');
      await phone.page.goto(authorise);
      await sees(phone.page.getByRole('heading', { name: 'We do not know this app' }));

      // Places beside the way.
      const lost = await visitor();
      await lost.page.goto('/no/such/page');
      await lost.inspect('nothing there');
      await lost.page.goto('/terms_of_use/developer');
      await lost.inspect('terms of use');
      await lost.page.goto('/auth/forgot-password');
      await lost.inspect('forgot the password');
      await lost.page.getByLabel('Username, email address or phone number').fill('21117001');
      await lost.page.locator('main').getByRole('button').click();
      await sees(lost.page.getByRole('heading', { name: 'Check your mail' }));
      await lost.inspect('a link was mailed');
      await lost.page.goto('/auth/login');
      await lost.page.context().clearCookies();
      await signIn(lost, '21117001', PASSWORD);
      await sees(lost.page.getByRole('heading', { name: 'Send this again?' }));
      await lost.inspect('a form that was too old');

      for (const { complaints } of visitors) expect(complaints).toEqual([]);
    },
  );

  function authoriseAddress(clientId: string): string {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: app.redirectUri,
      state: 'xyz /?',
    });
    credentials.set('client_id', clientId);
    return `/oauth/authorise?${query.toString()}`;
  }

  const credentials = new Map<string, string>();

  async function fillRegistration({ page }: Visitor): Promise<void> {
    await page.getByLabel('App name').fill('Book Swap');
    await page.getByLabel('Description').fill(DESCRIPTION);
    await page.getByLabel('Redirect URIs').fill(app.redirectUri);
    await tick(page, 'On a server (confidential)');
    await tick(page.getByRole('group', { name: 'Personal', exact: true }), 'Full name');
    await tick(page.getByRole('group', { name: 'Student', exact: true }), 'Branch');
    await tick(page, 'I have read the developer terms of use and agree to all of them');
  }

  async function copyWorks({ page }: Visitor, secret: string): Promise<void> {
    credentials.set('client_secret', secret);
    const copy = page.getByRole('button', { name: 'Copy Client secret' });
    expect(await copy.isVisible()).toBe(scripts);
    if (!scripts) return;
    await copy.click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  }

  async function deleteApp({ page }: Visitor): Promise<void> {
    const name = page.getByLabel(/^Type the app’s name/u);
    const button = page.getByRole('button', { name: 'Delete this app' });
    await name.fill('Book Swop');
    // Scripts keep the button off until the name fits; without them the server refuses.
    expect(await button.isEnabled()).toBe(!scripts);
    if (!scripts) {
      await button.click();
      await sees(page.getByRole('alert'));
    }
    await name.fill('Book Swap');
    await button.click();
    await page.waitForURL('**/developer');
  }

  async function post(endpoint: string, parameters: Record<string, string>): Promise<Response> {
    return fetch(`${installation.origin}${endpoint}`, {
      method: 'POST',
      body: new URLSearchParams({ ...Object.fromEntries(credentials), ...parameters }),
    });
  }

  async function token(parameters: Record<string, string>): Promise<Record<string, string>> {
    const response = await post('/open_auth/token/', parameters);
    expect(response.status).toBe(200);
    return (await response.json()) as Record<string, string>;
  }

  /** The data, or the status that says that there is none. */
  async function readData(accessToken: string): Promise<unknown> {
    const response = await fetch(`${installation.origin}/open_auth/get_user_data/`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    return response.ok ? response.json() : response.status;
  }

  async function mailsAbout(text: string): Promise<number> {
    const directory = path.join(installation.dataDirectory, 'mail');
    const files = await readdir(directory);
    const mails = await Promise.all(
      files.map((file) => readFile(path.join(directory, file), 'utf8')),
    );
    return mails.filter((mail) => mail.includes(text)).length;
  }
});

async function choosePassword({ page }: Visitor, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.waitForURL('**/auth/login');
}

/** Fills in the sign-in form in view, or opens the page with it. */
async function signIn({ page }: Visitor, username: string, password: string): Promise<void> {
  await page.getByLabel('Username, email address or phone number').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main').getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Presses a label, which is the larger part of a box to tick. */
async function tick(where: Page | Locator, label: string): Promise<void> {
  await where.getByText(label, { exact: true }).click();
  await expect.poll(() => where.getByLabel(label, { exact: true }).isChecked()).toBe(true);
}

async function sees(what: Locator): Promise<void> {
  await what.waitFor({ state: 'visible' });
}

async function reached({ page }: Visitor, address: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === address);
}
