import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '../../src/http/load-assets.ts';
import { obtainTokens, requestToken } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor } from './visitor.ts';

/** A developer finds out why a request failed, and takes code along; axe looks at every state on the way. */

let server: TestServer;
let browser: Browser;
let client: SeededClient;
beforeAll(async () => {
  const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
  server = await startTestServer({ assets });
  browser = await launchChromium();
  client = await seedClient(server);
  await obtainTokens(server, client);
  const grant = { grant_type: 'authorization_code', code: 'mistyped' };
  await requestToken(server, { ...client.credentials, ...grant });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('a developer $name', ({ scripts }) => {
  it('sees why it failed, and copies a snippet', { timeout: 600_000 }, async () => {
    const visitor = await openVisitor(browser, { origin: server.origin, scripts });
    const { page } = visitor;
    try {
      const { jar } = await server.browser('developer');
      const session = { name: 'session', value: jar.value('127.0.0.1', 'session') ?? '' };
      await page.context().addCookies([{ ...session, url: server.origin }]);
      await page.goto(`/developer/${client.number}`);
      await page.getByRole('link', { name: 'Activity' }).click();
      expect(await page.getByText('There is no such code.').count()).toBe(1);
      expect(await page.getByRole('img', { name: 'Errors: 1 in 30 days' }).count()).toBe(1);
      await page.getByText('The numbers as a table').click();
      expect(await page.getByRole('rowheader').count()).toBe(1);
      await visitor.inspect('activity with its table');

      expect(await page.getByText('Tokens were issued.').count()).toBe(1);
      await page.getByRole('link', { name: 'Failures only' }).click();
      expect(await page.getByText('Tokens were issued.').count()).toBe(0);
      await visitor.inspect('failures only');

      await page.getByRole('link', { name: 'Integrate' }).click();
      const code = page.getByRole('textbox', { name: 'Code for curl' });
      expect(await code.inputValue()).toContain(client.clientId);
      const card = page.getByRole('region', { name: 'curl' });
      const copy = card.getByRole('button', { name: 'Copy' });
      expect(await copy.isVisible()).toBe(scripts);
      if (scripts) {
        await copy.click();
        await card.getByText('Copied', { exact: true }).first().waitFor();
      }
      const copied = scripts ? await page.evaluate('navigator.clipboard.readText()') : null;
      expect(copied).toBe(scripts ? await code.inputValue() : null);
      await visitor.inspect('integration');
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.close();
    }
  });
});
