import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchChromium } from './chromium.ts';
import { importPeople, startInstallation, type Installation } from './installation.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** What maintainers decide about the institution: shown before it is saved, and in force at once. */

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
])('the institution $name', ({ scripts }) => {
  let installation: Installation;
  let maintainer: Visitor;
  let other: Visitor;

  beforeAll(async () => {
    installation = await startInstallation();
    await importPeople(installation);
    await installation.omniport('people', 'add-role', '21116077', 'Maintainer');
    maintainer = await openVisitor(browser, { origin: installation.origin, scripts });
    other = await openVisitor(browser, { origin: installation.origin, scripts });
  });
  afterAll(async () => {
    await maintainer.close();
    await other.close();
    await installation.stop();
  });

  async function signIn({ page }: Visitor, username: string): Promise<void> {
    const output = await installation.omniport('people', 'password-link', username);
    await page.goto(/https?:\/\/\S+/u.exec(output)![0]);
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Username, email address or phone number').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/feed');
  }

  async function press({ page }: Visitor, button: string): Promise<void> {
    await page.getByRole('button', { name: button, exact: true }).click();
  }

  async function save(visitor: Visitor): Promise<void> {
    await press(visitor, 'Save');
    await visitor.page.getByText('Saved, and in force.').waitFor();
    // The words may be there before the styles.
    await visitor.page.waitForLoadState();
  }

  async function accentColour({ page }: Visitor): Promise<string> {
    return page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
    );
  }

  it('has its look, its words and its rules', { timeout: 10 * MINUTES }, async () => {
    const { page } = maintainer;
    await signIn(maintainer, '20112033');
    await page.getByRole('link', { name: 'Institution', exact: true }).click();
    await maintainer.inspect('institution');

    // A colour that cannot be read is refused, and one that can is offered.
    await page.getByRole('link', { name: 'Name and look' }).first().click();
    await maintainer.inspect('name and look');
    await page.getByLabel('Colour on light ground').fill('#ffd400');
    await press(maintainer, 'Show a preview');
    await page.getByText('its contrast is 1.29 : 1').first().waitFor();
    await maintainer.inspect('name and look, a colour refused');
    await press(maintainer, 'Use the nearest one that can be read');
    await page.getByLabel('Name', { exact: true }).fill('Example University');
    await page.getByLabel('Contact for questions and complaints').fill('help@campus.example');
    await press(maintainer, 'Show a preview');
    await maintainer.inspect('name and look, a preview');
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await accentColour(maintainer)).toBe('#1f4e8c');
    await save(maintainer);
    expect(await accentColour(maintainer)).toBe('#856e00');
    await maintainer.inspect('name and look, saved');

    const logo = await sharp({
      create: { width: 64, height: 64, channels: 4, background: '#856e00' },
    })
      .png()
      .toBuffer();
    await page
      .getByLabel('Picture', { exact: true })
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    await press(maintainer, 'Show a preview of the logo');
    await maintainer.inspect('logo, a preview');
    await save(maintainer);
    const shown = await page.locator('.header img').evaluate((image: HTMLImageElement) => ({
      width: image.naturalWidth,
      isLoaded: image.complete,
    }));
    expect(shown).toEqual({ width: 64, isLoaded: true });

    // Two at once: the second is told, and nothing is lost.
    await signIn(other, '21116077');
    await other.page.goto('/institution/look');
    await page.goto('/institution/look');
    await page.getByLabel('Name', { exact: true }).fill('First University');
    await other.page.getByLabel('Name', { exact: true }).fill('Second University');
    await press(maintainer, 'Show a preview');
    await save(maintainer);
    await press(other, 'Show a preview');
    await other.page.getByText('Somebody else saved this while you were editing').waitFor();
    expect(await other.page.getByLabel('Name', { exact: true }).inputValue()).toBe(
      'Second University',
    );
    await other.inspect('name and look, somebody else was faster');

    await page.goto('/institution/terms');
    await page.getByLabel('In English').fill('## Be fair\n\n- No spam.');
    await press(maintainer, 'Show a preview');
    await page.getByRole('heading', { name: 'Be fair' }).waitFor();
    await maintainer.inspect('terms, a preview');
    await save(maintainer);
    await page.goto('/terms_of_use/developer');
    await page.getByText('No spam.').waitFor();
    await maintainer.inspect('own terms of use');

    await page.goto('/institution/mails');
    await maintainer.inspect('mails');
    await page
      .getByRole('link', { name: 'Change the words of “A password was changed” in English' })
      .click();
    await page.getByLabel('Subject').fill('Attention, {{nmae}}');
    await press(maintainer, 'Show a preview');
    await page.getByText('There is no {{nmae}} in this mail.').first().waitFor();
    await maintainer.inspect('words of a mail, refused');
    await page.getByLabel('Subject').fill('Attention, {{name}}');
    await press(maintainer, 'Show a preview');
    await maintainer.inspect('words of a mail, a preview');
    await press(maintainer, 'Send it to me');
    await page.getByText('The mail is on its way to you.').waitFor();
    await expect.poll(mails).toContain('Subject: Test: Attention, Kabir Singh Rathore');
    await save(maintainer);

    await page.goto('/institution/data-points/add');
    await page.getByLabel('Code of the category').fill('library');
    await page.getByLabel('Name of the category in English').fill('Library');
    await page.getByLabel('Code of the data point').fill('card_number');
    await page.getByLabel('Name in English').fill('Library card');
    await press(maintainer, 'Show a preview');
    await page.getByText('{"library":{"cardNumber":"value"}}').waitFor();
    await maintainer.inspect('a data point, a preview');
    await save(maintainer);
    await maintainer.inspect('data points');
    await page.getByRole('link', { name: 'Change its words of Library card' }).click();
    await maintainer.inspect('a data point');
    await press(maintainer, 'Remove this data point');
    await maintainer.inspect('a data point, its removal');
    await press(maintainer, 'Save');
    await page.getByText('Saved, and in force.').waitFor();

    await page.goto('/institution/policies');
    await maintainer.inspect('policies');
    await page.getByLabel('An access token works for').fill('30');
    await page.getByLabel('Unit').selectOption('minutes');
    await page.getByRole('button', { name: 'Show a preview Lifetime of access' }).click();
    await page.getByRole('cell', { name: '30 minutes' }).waitFor();
    await maintainer.inspect('a policy, a preview');
    await save(maintainer);
    await page.getByLabel('An access token works for').fill('none');
    await page.getByRole('button', { name: 'Show a preview Lifetime of access' }).click();
    await page.getByRole('alert').waitFor();
    await maintainer.inspect('a policy, refused');

    await page.goto('/institution/history');
    await page.getByText('An access token works for: as without a decision → 30 minutes').waitFor();
    await maintainer.inspect('history of the settings');
    await page.goto('/audit');
    await page.getByRole('row').filter({ hasText: 'Changed settings' }).first().waitFor();
    for (const { complaints } of [maintainer, other]) expect(complaints).toEqual([]);
  });

  /** Everything mailed so far. */
  async function mails(): Promise<string> {
    const directory = path.join(installation.dataDirectory, 'mail');
    const files = await readdir(directory);
    const texts = files.map(async (file) => readFile(path.join(directory, file), 'utf8'));
    return (await Promise.all(texts)).join('\n');
  }
});
