import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchChromium } from './chromium.ts';
import { importPeople, startInstallation, type Installation } from './installation.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/** What a maintainer does with people, and what the audit log says of it afterwards. */

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const PASSWORD = 'a quiet river at dawn';
const MINUTES = 60_000;
const FILE = {
  name: 'newcomers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'username,person.full_name,roles\n26110001,Ishaan Verma,Student\n26110002,Anaya Das,King\n',
  ),
};

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('looking after people $name', ({ scripts }) => {
  let installation: Installation;
  let maintainer: Visitor;

  beforeAll(async () => {
    installation = await startInstallation();
    await importPeople(installation);
    maintainer = await openVisitor(browser, { origin: installation.origin, scripts });
  });
  afterAll(async () => {
    await maintainer.close();
    await installation.stop();
  });

  async function signIn(): Promise<void> {
    const { page } = maintainer;
    const output = await installation.omniport('people', 'password-link', '20112033');
    await page.goto(/https?:\/\/\S+/u.exec(output)![0]);
    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Username, email address or phone number').fill('20112033');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/feed');
  }

  /** Until an import is where it should be: the page says so by itself, or when it is asked. */
  async function importReaches(heading: string): Promise<void> {
    const { page } = maintainer;
    const reached = page.getByRole('heading', { name: heading });
    const askAgain = page.getByRole('link', { name: 'Show how far it is' });
    if (!scripts) while (await askAgain.isVisible()) await askAgain.click();
    await reached.waitFor();
  }

  it('finds, changes, imports, and is told of all of it', { timeout: 10 * MINUTES }, async () => {
    const { page } = maintainer;
    await signIn();
    await page.getByRole('link', { name: 'People', exact: true }).click();
    await maintainer.inspect('people');
    await page.getByLabel('Name, username, email address or phone number').fill('sama kh');
    await page.getByRole('button', { name: 'Search' }).click();
    await maintainer.inspect('people, found');
    await page.getByRole('link', { name: 'Samaira Khan' }).click();
    await maintainer.inspect('a person');

    const roles = page.locator('#roles');
    await roles.getByLabel('Role', { exact: true }).selectOption('Guest');
    await roles.getByLabel('To', { exact: true }).fill('2020-01-01');
    await roles.getByRole('button', { name: 'Give a role' }).click();
    await page.getByText('The last day is before the first.').waitFor();
    await maintainer.inspect('a person, a role refused');
    await roles.getByLabel('To', { exact: true }).fill('');
    await roles.getByRole('button', { name: 'Give a role' }).click();
    await page.getByText('The role is saved.').waitFor();
    await roles.getByRole('button', { name: 'End now Guest' }).click();
    await page.getByText('The role is over.').waitFor();

    await page.getByRole('button', { name: 'Show it once' }).click();
    expect(await page.getByRole('textbox', { name: 'The link' }).inputValue()).toContain('token=');
    await maintainer.inspect('a person, the password link');
    await page.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('everything it had is ended').waitFor();
    await maintainer.inspect('a person, deactivated');
    await page.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByText('The account is active again.').waitFor();

    await page.goto('/people/import');
    await maintainer.inspect('import');
    await page.getByLabel('File', { exact: true }).setInputFiles(FILE);
    await page.getByRole('button', { name: 'Check the file' }).click();
    await importReaches('What an import would do');
    await maintainer.inspect('import, what it would do');
    await page.getByRole('button', { name: 'Import for good' }).click();
    await importReaches('Imported');
    await maintainer.inspect('import, done');
    await page.goto('/people?q=ishaan');
    await page.getByRole('link', { name: 'Ishaan Verma' }).waitFor();

    await page.getByRole('link', { name: 'Audit log', exact: true }).click();
    await maintainer.inspect('audit log');
    await page.getByLabel('What was done').selectOption('account');
    await page.getByRole('button', { name: 'Show entries' }).click();
    const said = await page.getByRole('row').allInnerTexts();
    expect(said.join('\n')).toMatch(
      /Reactivated[^]*Deactivated[^]*Made a password link[^]*Ended a role[^]*Gave a role/u,
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-log-.*\.csv$/u);
    await page.getByRole('button', { name: 'Verify now' }).click();
    await page.getByText('Nothing was changed.').waitFor();
    await maintainer.inspect('audit log, verified');
    await page.goto('/audit?by=nobody');
    await maintainer.inspect('audit log, a filter refused');
    expect(maintainer.complaints).toEqual([]);
  });
});
