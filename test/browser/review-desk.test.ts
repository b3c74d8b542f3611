import path from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadAssets } from '../../src/http/load-assets.ts';
import type { PersonName } from '../support/people.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor, type Visitor } from './visitor.ts';

/**
 * A change of what an app asks for, from a draft to an approval in part, between a developer and a maintainer, and the
 * end of the app: with scripts and without. Axe looks at every state on the way.
 */

let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
  server = await startTestServer({ assets });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

describe.each([
  { name: 'with scripts', scripts: true },
  { name: 'without scripts', scripts: false },
])('a change of what an app asks for, $name', ({ scripts }) => {
  const visitors: Visitor[] = [];
  afterAll(async () => {
    await Promise.all(visitors.map(({ close }) => close()));
  });

  async function visit(person: PersonName): Promise<Visitor> {
    const visitor = await openVisitor(browser, { origin: server.origin, scripts });
    visitors.push(visitor);
    const { jar } = await server.browser(person);
    const value = jar.value('127.0.0.1', 'session') ?? '';
    await visitor.page.context().addCookies([{ name: 'session', value, url: server.origin }]);
    return visitor;
  }

  async function press(visitor: Visitor, button: string): Promise<void> {
    await visitor.page.getByRole('button', { name: button, exact: true }).click();
    await visitor.page.waitForLoadState();
  }

  it(
    'is drafted, answered, approved in part, and runs all the while',
    { timeout: 900_000 },
    async () => {
      const { number, name } = await seedClient(server, { claims: ['person.full_name'] });
      const developer = await visit('developer');
      const maintainer = await visit('maintainer');
      const status = async () => (await server.storage.findClientForReview(number))!.client;

      // The developer drafts a change, then submits it.
      await developer.page.goto(`/developer/${number}`);
      await developer.page.getByText('Change the data points').click();
      await developer.page.getByLabel('Sex', { exact: true }).check({ force: true });
      await developer.page.getByLabel('Branch', { exact: true }).check({ force: true });
      await developer.page.getByLabel('Branch: what for').fill('To show your shelf.');
      await developer.page.getByLabel('Branch: people may leave it out').check();
      await developer.inspect('a change of data points, being written');
      await press(developer, 'Save as a draft');
      await developer.inspect('a change in draft');
      await press(developer, 'Submit for review');
      await developer.inspect('a change in review');
      expect(await status()).toMatchObject({ status: 'approved', revisionState: 'in-review' });

      // The maintainer finds it, and asks something.
      await maintainer.page.goto('/review');
      await maintainer.inspect('the queue');
      if (scripts) {
        const rows = await maintainer.page.locator('[data-review-row] a').allTextContents();
        for (const _row of rows.slice(0, rows.indexOf(name) + 1)) {
          await maintainer.page.keyboard.press('j');
        }
        await maintainer.page.keyboard.press('Enter');
        await maintainer.page.waitForURL(`**/review/${number}`);
        await maintainer.page.keyboard.press('?');
        await maintainer.page.keyboard.press('r');
        await maintainer.page.locator('input[value=changes-requested]:checked').waitFor();
        await maintainer.page.getByText('Ready-made replies').click();
        await maintainer.page.getByRole('button', { name: 'Insert Say what for' }).click();
      } else {
        await maintainer.page.getByRole('link', { name, exact: true }).click();
        await maintainer.page.getByLabel('Request changes').check({ force: true });
        await maintainer.page.getByLabel('Message to the team').fill('What is Sex for?');
      }
      await maintainer.inspect('a change before the decision');
      const asked = await maintainer.page.getByLabel('Message to the team').inputValue();
      expect(asked).toBe(
        scripts
          ? 'Please say for each data point what your app needs it for. People read it before they decide.'
          : 'What is Sex for?',
      );
      await press(maintainer, 'Record the decision');
      expect(await status()).toMatchObject({ revisionState: 'changes-requested' });

      // The developer answers, and asks again with nothing changed.
      await developer.page.goto(`/developer/${number}`);
      await developer.inspect('a change of which something is asked');
      await developer.page.getByLabel('Write a message').fill('For statistics.');
      await press(developer, 'Send');
      await developer.inspect('a message that was sent');
      await press(developer, 'Ask for review again');

      // The maintainer approves a part of it.
      await maintainer.page.goto(`/review/${number}`);
      await maintainer.page.getByLabel('Sex', { exact: true }).uncheck({ force: true });
      await maintainer.page.getByLabel('Approve', { exact: true }).check({ force: true });
      await press(maintainer, 'Record the decision');
      await maintainer.inspect('a decision that lacks a reason');
      await maintainer.page.getByLabel('Sex: why not').fill('A library does not need it.');
      await press(maintainer, 'Record the decision');
      expect(await status()).toMatchObject({
        revisionState: 'approved',
        approvedClaims: ['person.full_name', 'student.branch.name'],
      });
      await developer.page.goto(`/developer/${number}`);
      await developer.page.getByText('A library does not need it.').first().waitFor();
      await developer.inspect('an app that was approved in part');

      // The end.
      await developer.page.getByLabel('Type the name of this app to confirm').fill(name);
      await press(developer, 'Retire this app');
      await developer.inspect('a retired app');
      expect((await status()).status).toBe('retired');

      expect(visitors.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
  );
});
