import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { DESCRIPTION } from '../support/seeded-client.ts';
import { launchChromium } from './chromium.ts';
import { startClientApp, type ClientApp } from './client-app.ts';
import { importPeople, startInstallation, type Installation } from './installation.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/**
 * ADR 0007 and 0008 in a real browser: an app is registered, built in the sandbox before anybody approved it, and gets
 * another secret. Axe looks at every page and state on the way, in both languages.
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
])('building an app $name', ({ scripts }) => {
  let installation: Installation;
  let app: ClientApp;
  let developer: Visitor;

  beforeAll(async () => {
    installation = await startInstallation();
    app = await startClientApp();
    developer = await openVisitor(browser, { origin: installation.origin, scripts });
  });
  afterAll(async () => {
    await developer.close();
    await app.close();
    await installation.stop();
  });

  it(
    'from its registration to data of somebody who does not exist',
    { timeout: 10 * MINUTES },
    async () => {
      const { page } = developer;
      await importPeople(installation);
      await arrive('21116077');
      await page.goto('/developer/add');
      await fillRegistration();
      await page.getByRole('button', { name: 'Add app' }).click();
      const secret = await valueOf('Sandbox client secret');
      expect(secret).toMatch(/^omniportsandbox[A-Za-z0-9]{113}$/u);
      await page.getByRole('link', { name: /go on to the dashboard/u }).click();
      const clientId = await valueOf('Sandbox client ID');
      const dashboard = page.url();

      // The secrets of live: another one, and what stands between a click and an app without any.
      const live = page.getByRole('region', { name: 'Live', exact: true });
      await live.getByText('Add a secret', { exact: true }).click();
      await live.getByRole('button', { name: 'Add the secret' }).click();
      await sees(page.getByRole('alert'));
      await developer.inspect('adding a secret, refused');
      await live.getByLabel('What it is for').fill('Web server');
      await live.getByLabel('How long it works').selectOption('90');
      await passwordIn(live.getByRole('group').last()).fill(PASSWORD);
      await live.getByRole('button', { name: 'Add the secret' }).click();
      await sees(page.getByRole('heading', { name: 'The client secret is added' }));
      await developer.inspect('a secret, shown once');
      await page.goto(dashboard);
      await revokeFirst(live);
      await sees(page.getByText('The client secret is revoked.', { exact: false }));
      await revokeFirst(live);
      await sees(page.getByRole('alert'));
      await developer.inspect('revoking the last secret, refused');

      // The sandbox: whom to be, the consent screen, and back in the app.
      await page.goto(dashboard);
      await page.getByRole('link', { name: 'Try it now' }).click();
      await sees(page.getByRole('heading', { name: 'Who do you want to be?' }));
      await developer.inspect('whom to be');
      await page.getByRole('button', { name: 'हिन्दी' }).click();
      await sees(page.getByRole('heading', { name: 'आप कौन बनना चाहते हैं?' }));
      await developer.inspect('whom to be, in Hindi');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('link', { name: /^Zoë/u }).click();
      await developer.inspect('consent in the sandbox');
      await page.getByRole('button', { name: 'Allow' }).click();
      await sees(page.getByRole('heading', { name: 'Welcome back' }));
      const code = app.lastCallback().get('code') ?? '';
      expect(await dataOf({ code, client_id: clientId, client_secret: secret })).toMatchObject({
        username: '99999004',
        person: { fullName: 'Zoë Marie-Thérèse Venkatanarasimharajuvaripeta O’Namuna' },
      });

      await page.goto(`/oauth/authorise?client_id=${clientId}&response_type=nonsense`);
      await sees(page.getByText('unsupported_response_type').first());
      await developer.inspect('an error in the sandbox');

      // Somebody found the secret in a repository.
      await page.goto('/developer/secret-leaks');
      await developer.inspect('report a leaked secret');
      await page.getByRole('button', { name: 'Send the report' }).click();
      await sees(page.getByRole('alert'));
      await developer.inspect('report a leaked secret, refused');
      await page.getByLabel('The secret').fill(secret);
      await page.getByLabel('Where you found it (optional)').fill('https://code.example/x');
      await page.getByRole('button', { name: 'Send the report' }).click();
      await sees(page.getByText('Thank you.', { exact: false }));
      await page.goto(dashboard);
      await sees(page.getByText('Client secret found in the open'));
      await page.getByRole('button', { name: 'हिन्दी' }).click();
      await developer.inspect('the dashboard, in Hindi');

      expect(developer.complaints).toEqual([]);
    },
  );

  async function arrive(username: string): Promise<void> {
    const { page } = developer;
    const output = await installation.omniport('people', 'password-link', username);
    await page.goto(/https?:\/\/\S+/u.exec(output)![0]);
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.waitForURL('**/auth/login');
    await page.getByLabel('Username, email address or phone number').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.locator('main').getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/feed');
  }

  async function fillRegistration(): Promise<void> {
    const { page } = developer;
    await page.getByLabel('App name').fill('Book Swap');
    await page.getByLabel('Description').fill(DESCRIPTION);
    await page.getByLabel('Redirect URIs').fill(app.redirectUri);
    const personal = page.getByRole('group', { name: 'Personal', exact: true });
    for (const label of [
      page.getByText('On a server (confidential)', { exact: true }),
      personal.getByText('Full name', { exact: true }),
      page.getByText('I have read the developer terms of use and agree to all of them'),
    ]) {
      // The label is the larger part of a box to tick.
      await label.click();
    }
  }

  async function revokeFirst(part: Locator): Promise<void> {
    const entry = part.getByRole('listitem').first();
    await entry.getByText('Revoke', { exact: false }).first().click();
    await passwordIn(entry).fill(PASSWORD);
    await entry.getByRole('button', { name: 'Revoke this secret' }).click();
  }

  async function valueOf(label: string): Promise<string> {
    return developer.page.getByLabel(label, { exact: true }).inputValue();
  }

  async function dataOf(parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const answer = await fetch(`${installation.origin}/open_auth/token/`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: app.redirectUri,
        ...parameters,
      }),
    });
    const { access_token: token } = (await answer.json()) as Record<string, string>;
    const data = await fetch(`${installation.origin}/open_auth/get_user_data/`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return data.json();
  }
});

function passwordIn(part: Locator): Locator {
  return part.getByLabel('Your password', { exact: true });
}

async function sees(what: Locator): Promise<void> {
  await what.waitFor({ state: 'visible' });
}
