import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '../../src/http/load-assets.ts';
import { authorisePath } from '../support/consent.ts';
import { PASSWORD, PEOPLE } from '../support/people.ts';
import { redeem, userData } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { startClientApp, type ClientApp } from './client-app.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor, type Visitor } from './visitor.ts';

const ONE_PIXEL = Uint8Array.fromBase64(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
);

/** What a person decides about an app, and sees of it afterwards. Axe looks at every page and state on the way. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('one’s own account $name', ({ scripts }) => {
  let server: TestServer;
  let app: ClientApp;
  let person: Visitor;
  let client: SeededClient;

  beforeAll(async () => {
    const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
    server = await startTestServer({
      assets,
      settings: {
        identity: {
          name: 'Test Institute',
          logoPath: null,
          accentColour: '#1f4e8c',
          accentColourDark: null,
          supportContact: 'help@campus.example',
          language: 'en',
        },
      },
    });
    await server.storage.storeMedia({
      path: 'kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png',
      contentType: 'image/png',
      bytes: ONE_PIXEL,
    });
    app = await startClientApp();
    client = await seedClient(server, {
      name: 'Reading Room',
      redirectUris: [app.redirectUri],
      terms: [
        { code: 'person.full_name', required: true, reason: 'To call you by your name.' },
        { code: 'student.branch.name', required: false, reason: 'To show your branch’s books.' },
      ],
    });
    person = await openVisitor(browser, { origin: server.origin, scripts });
  });
  afterAll(async () => {
    await person.close();
    await app.close();
    await server.close();
  });

  it(
    'leaves out what it does not want to share, and sees what was read',
    { timeout: 600_000 },
    async () => {
      const { page } = person;
      await page.goto(authorisePath(client, { state: 'first' }));
      await page
        .getByLabel('Username, email address or phone number')
        .fill(PEOPLE.student.username);
      await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('This app has not asked you before.').waitFor();
      await person.inspect('consent, the first time, with something optional');
      expect(await page.getByRole('link', { name: 'help@campus.example' }).count()).toBe(2);
      await page.getByLabel('Branch (optional)').uncheck();
      await page.getByRole('button', { name: 'Allow', exact: true }).click();
      await page.waitForURL(/state=first/u);
      const code = new URL(page.url()).searchParams.get('code') ?? '';
      const tokens = await redeem(server, client, { code });
      expect((await userData(server, tokens.access_token)).body).not.toContain('student');

      await page.goto(authorisePath(client));
      await page.getByText('It asks for nothing new.').waitFor();
      expect(await page.getByLabel('Branch (optional)').isChecked()).toBe(false);
      await person.inspect('consent, not the first time');

      await page.goto('/account');
      await person.inspect('the account');
      await page.getByRole('link', { name: /1 notification/u }).click();
      await page.getByText('Reading Room got access to your data').waitFor();
      await person.inspect('a notification');
      await page.getByRole('button', { name: 'Mark all as read' }).click();
      await page.getByText('Marked as read.').waitFor();
      // The whole row can be pressed.
      await page.getByText('When an app gets access to my data').click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Your choice of mails is saved.').waitFor();
      await person.inspect('notifications, read');

      await page.getByRole('link', { name: 'Activity' }).click();
      // Readings are noted within a second.
      await expect
        .poll(
          async () => {
            await page.reload();
            return page.getByText('Reading Room read your data').count();
          },
          { timeout: 10_000 },
        )
        .toBe(1);
      await person.inspect('what apps read');
    },
  );

  it('takes its data home, and ends all access', { timeout: 600_000 }, async () => {
    const { page } = person;
    const another = await seedClient(server, { redirectUris: [app.redirectUri] });
    await page.goto(authorisePath(another, { state: 'second' }));
    await page.getByRole('button', { name: 'Allow', exact: true }).click();
    await page.waitForURL(/state=second/u);

    await page.goto('/account');
    const password = page.getByLabel('Password, to make sure that it is you');
    await password.fill('wrong');
    await page.getByRole('button', { name: 'Download my data' }).click();
    await page.getByRole('alert').waitFor();
    await person.inspect('a download, refused');
    await password.fill(PASSWORD);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/u);
    const data = JSON.parse(await readFile(await download.path(), 'utf8')) as object;
    expect(data).toMatchObject({ account: { username: PEOPLE.student.username } });

    await page.goto('/account');
    await page.getByText('End the access of all apps').click();
    await person.inspect('ending all access');
    await page.getByRole('button', { name: 'End all access' }).click();
    await page.getByText('No app has access to your data any more.').waitFor();
    await person.inspect('no app has access');
    expect(person.complaints).toEqual([]);
  });
});
