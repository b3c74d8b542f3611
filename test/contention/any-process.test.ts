import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { instant } from '../../src/domain/clock.ts';
import { openBrowser, type Browser, type Page } from '../support/browser.ts';
import { authorize, codeOf } from '../support/consent.ts';
import { decideOn, registerApp } from '../support/developer-portal.ts';
import { PASSWORD, PEOPLE, type PersonName } from '../support/people.ts';
import { redeem, refresh, requestRefresh, revoke, userData } from '../support/provider-client.ts';
import { rawRequest } from '../support/raw-request.ts';
import type { SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { storePeople, type TestServer } from '../support/test-server.ts';
import { type Fleet, startFleet } from './fleet.ts';

/** A page from one process, its form to the next: none keeps anything of its own that matters. */

let fleet: Fleet;
let provider: Pick<TestServer, 'request'>;
beforeAll(async () => {
  fleet = await startFleet();
  await storePeople(fleet.database.storage, instant(Date.now()));
  provider = { request: async (target, request) => rawRequest(fleet.front, target, request) };
});
afterAll(async () => fleet.stop());

/** Signs in before all processes. */
async function enter(person: PersonName): Promise<Browser> {
  const browser = openBrowser(fleet.front);
  const page = await signIn(browser, await browser.visit('/auth/login'), person);
  expect([page.status, page.url.pathname]).toEqual([200, '/feed']);
  return browser;
}

describe('any process', () => {
  let app: SeededClient;
  let developer: Browser;
  let maintainer: Browser;

  it('takes the walkthrough on where another one left it', async () => {
    developer = await enter('developer');
    app = await registerApp(developer, { name: 'Book Swap' });
    maintainer = await enter('maintainer');
    await decideOn(maintainer, app.number, { decision: 'Approve', message: 'Fine with us.' });

    const location = await authorize(await enter('student'), app, { state: 'abc' });
    const tokens = await redeem(provider, app, { code: codeOf(location) });
    expect((await userData(provider, tokens.access_token)).body).toContain('Aarohi “Aaru”');
    const second = await refresh(provider, app, tokens.refresh_token);
    // A lost answer is answered again by a process that never saw the first one.
    expect(await refresh(provider, app, tokens.refresh_token)).toEqual(second);
    expect((await userData(provider, second.access_token)).status).toBe(200);
    const revoked = await revoke(provider, app, { token: second.refresh_token });
    expect(revoked.status).toBe(200);
    expect((await userData(provider, second.access_token)).status).toBe(401);
    const ended = await requestRefresh(provider, app, { refresh_token: second.refresh_token });
    expect(ended.status).toBe(400);
  });

  it('counts the attempts that others saw', async () => {
    const attempt = async (browser: Browser, password: string): Promise<Page> => {
      const page = await browser.visit('/auth/login');
      const form = page
        .form({ button: 'Sign in' })
        .fill('Username, email address or phone number', PEOPLE.staff.username)
        .fill('Password', password);
      return browser.submit(page, form.press('Sign in'));
    };
    const guesser = openBrowser(fleet.front);
    for (let count = 0; count < 10; count += 1) {
      expect((await attempt(guesser, `wrong ${count}`)).status).toBe(422);
    }
    for (const origin of fleet.origins) {
      expect((await attempt(openBrowser(origin), PASSWORD)).status).toBe(429);
    }
  });

  it('serves the picture that another one took', async () => {
    const page = await developer.visit(`/developer/${app.number}`);
    const picture = await sharp({
      create: { width: 64, height: 64, channels: 3, background: '#2f6f4f' },
    })
      .png()
      .toBuffer();
    const file = new File([Uint8Array.from(picture)], 'logo.png', { type: 'image/png' });
    const form = page.form({ action: `/developer/${app.number}/logo` });
    await developer.submit(page, form.tamper('logo', file).press());
    const dossier = await fleet.database.storage.findClientForReview(app.number);
    const path = dossier!.client.logoPath;
    expect(path).not.toBeNull();
    const answers = await Promise.all(
      fleet.origins.map(async (origin) => rawRequest(origin, `GET /media/${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });

  it('follows what a maintainer decided at another one', async () => {
    const page = await maintainer.visit('/institution/terms');
    const form = page.form({ button: 'Show a preview' }).fill('In English', '## Be fair');
    const preview = await maintainer.submit(page, form.press('Show a preview'));
    await maintainer.submit(preview, preview.form({ button: 'Save' }).press('Save'));
    for (const origin of fleet.origins) {
      const visitor = openBrowser(origin);
      const terms = async () => (await visitor.visit('/terms_of_use/developer')).text;
      await expect.poll(terms, { timeout: 60_000 }).toContain('Be fair');
    }
  });
});
