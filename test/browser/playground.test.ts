import path from 'node:path';

import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '../../src/http/load-assets.ts';
import { PASSWORD } from '../support/people.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor } from './visitor.ts';

/** ADR 0015 in a real browser: the whole flow by hand. Axe looks at every state on the way. */

let server: TestServer;
let browser: Browser;
let client: SeededClient;
beforeAll(async () => {
  const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
  server = await startTestServer({ assets });
  browser = await launchChromium();
  client = await seedClient(server, { status: 'draft', claims: ['person.full_name'] });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('the playground $name', ({ scripts }) => {
  it('goes from the authorise page to the end of a run', { timeout: 600_000 }, async () => {
    const visitor = await openVisitor(browser, { origin: server.origin, scripts });
    const { page } = visitor;
    const press = async (button: string) => page.getByRole('button', { name: button }).click();
    const answer = page.locator('.playground-text').nth(1);
    try {
      const { jar } = await server.browser('developer');
      // The account remembers the language that the run before ended with; the browser's choice comes first.
      const cookies = { session: jar.value('127.0.0.1', 'session') ?? '', language: 'en' };
      await page
        .context()
        .addCookies(
          Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.origin })),
        );
      await page.goto(`/developer/${client.number}`);
      await page.getByRole('link', { name: 'Playground' }).click();
      await visitor.inspect('the playground');

      await page.getByLabel('Person (login_hint)').selectOption('99999001');
      await press('Make the request');
      await visitor.inspect('the request is made');
      await page.getByRole('link', { name: 'Go there, as the person’s browser' }).click();
      await press('Allow');
      await sees(page.getByText('A code came back'));
      await sees(page.getByText('The state is the one that this browser left with.'));
      await visitor.inspect('the way back');

      await page.getByLabel('Your password', { exact: true }).fill('not my password');
      await press('Make a secret for the playground');
      await sees(page.getByText('This is not your password. Try again.'));
      await visitor.inspect('no secret, refused');
      await page.getByLabel('Your password', { exact: true }).fill(PASSWORD);
      await press('Make a secret for the playground');
      await sees(page.getByLabel('Sandbox client secret', { exact: true }));
      await visitor.inspect('a secret for the playground');

      await press('Exchange the code');
      expect(await answer.textContent()).toContain('"access_token"');
      const python = page.locator('summary', { hasText: 'Python' });
      await python.click();
      const sample = page.getByRole('textbox', { name: 'Code for Python' });
      expect(await sample.isVisible()).toBe(true);
      expect(await page.getByRole('textbox', { name: 'Code for curl' }).isVisible()).toBe(false);
      const copy = page.getByRole('button', { name: 'Copy Code for Python' });
      expect(await copy.isVisible()).toBe(scripts);
      if (scripts) {
        await copy.click();
        await sees(page.getByText('Copied', { exact: true }).first());
      }
      const copied = scripts ? await page.evaluate('navigator.clipboard.readText()') : null;
      expect(copied).toBe(scripts ? await sample.inputValue() : null);
      await visitor.inspect('tokens');

      await press('Read the data');
      expect(await answer.textContent()).toContain('"fullName": "Asha Namuna"');
      await visitor.inspect('data');
      await press('Refresh the tokens');
      await sees(page.getByText('New tokens', { exact: true }));
      await press('Present the code again');
      await sees(page.getByText('Refused, as it should be'));
      await sees(page.getByText('The code was used before, so all its tokens have ended.'));
      await visitor.inspect('a replay');
      await press('Read the data');
      expect(await answer.textContent()).toContain('401 Unauthorized');
      await visitor.inspect('nothing left to read');
      await page.locator('summary', { hasText: '7. Revoke' }).click();
      await press('Revoke the refresh token');
      await sees(page.getByText('Revoked', { exact: true }));
      await visitor.inspect('revoked');

      await page.getByRole('button', { name: 'हिन्दी' }).click();
      await page.goto(`/developer/${client.number}/playground/callback?error=invalid_request`);
      await sees(page.getByText('Error लौटा', { exact: true }));
      await visitor.inspect('an error, in Hindi');
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.close();
    }
  });
});

async function sees(what: Locator): Promise<void> {
  await what.waitFor({ state: 'visible' });
}
