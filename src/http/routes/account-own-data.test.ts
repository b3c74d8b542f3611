import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { authorize, codeOf } from '../../../test/support/consent.ts';
import type { Browser } from '../../../test/support/browser.ts';
import { decideOn } from '../../../test/support/developer-portal.ts';
import { PASSWORD, PEOPLE } from '../../../test/support/people.ts';
import { redeem, userData } from '../../../test/support/provider-client.ts';
import {
  decideTo,
  requestClaims,
  seedClient,
  type SeededClient,
} from '../../../test/support/seeded-client.ts';
import { signIn } from '../../../test/support/sign-in.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import { addSeconds } from '../../domain/clock.ts';

const NAME = ['person.full_name'];
const NOTICES = '/account/notifications';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

/** Lets an app in, and has it read the data once. */
async function use(browser: Browser, client: SeededClient): Promise<void> {
  const code = codeOf(await authorize(browser, client));
  const tokens = await redeem(server, client, { code });
  await userData(server, tokens.access_token);
}

const mailsAbout = (text: string) =>
  server.mails.filter(({ subject }) => subject.includes(text)).length;

describe('what apps read', () => {
  it('is on a page, by app and hour, of one app if asked', async () => {
    const browser = await server.browser('student');
    const library = await seedClient(server, { name: 'Timeline Library', claims: NAME });
    const buses = await seedClient(server, { name: 'Timeline Buses', claims: NAME });
    await use(browser, library);
    await use(browser, buses);
    // Readings are noted within a second.
    await expect
      .poll(async () => (await browser.visit('/account/activity')).text, { timeout: 5000 })
      .toContain('Timeline Buses read your data');
    const all = await browser.visit('/account/activity');
    expect(all.text).toContain('You let Timeline Library in');
    expect(all.text).toContain('It read Full name');
    const one = await browser.visit(`/account/activity?app=${library.number}`);
    expect(one.text).toContain('Timeline Library read your data');
    expect(one.text).not.toContain('Timeline Buses read');
    for (const nonsense of ['?app=x', '?before=-1', '?app=&before=']) {
      expect((await browser.visit(`/account/activity${nonsense}`)).status).toBe(200);
    }
    const stranger = await server.browser('stranger');
    const theirs = await stranger.visit(`/account/activity?app=${library.number}`);
    expect(theirs.text).toContain('Nothing yet');
  });
});

describe('notifications', () => {
  let client: SeededClient;
  let browser: Browser;
  beforeEach(async () => {
    client = await seedClient(server, { claims: NAME });
    browser = await server.browser('student');
    const page = await browser.visit(NOTICES);
    if (page.text.includes('Mark all as read')) {
      await browser.submit(page, page.form({ button: 'Mark all as read' }).press());
    }
  });

  it('tell of an app that got access, once, on a page and by mail', async () => {
    await authorize(browser, client);
    await authorize(browser, client);
    const page = await browser.visit(NOTICES);
    expect(page.text).toContain('1 notification');
    expect(page.text).toContain(`${client.name} got access to your data`);
    expect(page.text).toContain('It can read: Full name.');
    expect(mailsAbout(`${client.name} can read your data`)).toBe(1);
    expect((await browser.visit('/feed')).text).toContain('1 notification');

    const read = await browser.submit(page, page.form({ button: 'Mark as read' }).press());
    expect(read.text).not.toContain('1 notification');
    expect(read.text).toContain(`${client.name} got access to your data`);
  });

  it('tell of access that was widened, and of access given again after it was ended', async () => {
    await authorize(browser, client);
    await requestClaims(server, client.number, { claims: [...NAME, 'student.branch.name'] });
    await decideTo(server, client.number, 'approved');
    await authorize(browser, client);
    const page = await browser.visit(NOTICES);
    expect(page.text).toContain(`${client.name} can read more of your data`);
    expect(page.text).toContain('New: Branch.');
    expect(mailsAbout(`${client.name} can read more of your data`)).toBe(1);

    const account = await browser.visit('/account');
    const action = `/account/apps/${client.number}/end`;
    await browser.submit(account, account.form({ action }).press());
    await authorize(browser, client);
    expect(mailsAbout(`${client.name} can read your data`)).toBe(2);
  });

  it('are mailed as the person chose', async () => {
    const page = await browser.visit(NOTICES);
    const form = page.form({ button: 'Save' });
    const label = 'When an app gets access to my data';
    const saved = await browser.submit(page, form.untick(label).press());
    expect(saved.text).toContain('Your choice of mails is saved.');
    await authorize(browser, client);
    expect(mailsAbout(client.name)).toBe(0);
    const again = await browser.visit(NOTICES);
    expect(again.text).toContain(`${client.name} got access`);
    await browser.submit(again, again.form({ button: 'Save' }).tick(label).press());
  });

  it('tell of an app with access that a maintainer stopped, on the page', async () => {
    await authorize(browser, client);
    const before = server.mails.length;
    await decideOn(await server.browser('maintainer'), client.number, {
      decision: 'Suspend',
      message: 'It leaked data.',
    });
    const page = await browser.visit(NOTICES);
    expect(page.text).toContain(`${client.name} is suspended`);
    expect(page.text).not.toContain('It leaked data.');
    const toTeam = server.mails.slice(before).map(({ to }) => to);
    expect(toTeam).not.toContain('aarohi@example.org');
  });

  it('are marked by their own person only', async () => {
    await authorize(browser, client);
    const [newest] = await server.storage.listNotifications(server.people.student.id, 1);
    const stranger = await server.browser('stranger');
    const page = await stranger.visit(NOTICES);
    const form = page.form({ button: 'Save' }).press();
    for (const action of [`${NOTICES}/${newest!.id}/read`, `${NOTICES}/x/read`]) {
      await stranger.submit(page, { ...form, action });
    }
    expect(await server.storage.countUnreadNotifications(server.people.student.id)).toBe(1);
  });

  it('tell of a sign-in with a browser that was not seen there before', async () => {
    const { id } = server.people.faculty;
    const enter = async () => {
      const fresh = await server.browser();
      await signIn(fresh, await fresh.visit('/auth/login'), 'faculty');
      return fresh;
    };
    await enter();
    expect(mailsAbout('New sign-in')).toBe(0);
    expect(await server.storage.countUnreadNotifications(id)).toBe(0);

    // As if the browser had been seen elsewhere only.
    for (let pruned = 1; pruned > 0;) {
      pruned = await server.storage.pruneExpired(addSeconds(server.clock.read(), 367 * 86_400));
    }
    const elsewhere = { network: '198.51.100.0/24', device: 'other' };
    await server.storage.noteBrowser(id, elsewhere, server.clock.read());
    const browserThere = await enter();
    await enter();
    expect(mailsAbout('New sign-in')).toBe(1);
    expect(server.mails.at(-1)?.text).toContain('Firefox on Linux, network 127.0.0.0/24');
    expect((await browserThere.visit(NOTICES)).text).toContain('New sign-in: Firefox on Linux');
  });
});

describe('download my data', () => {
  it('is a file with all that is kept about the person, for their password', async () => {
    const browser = await server.browser('student');
    const client = await seedClient(server, { name: 'Export Library', claims: NAME });
    await use(browser, client);
    const page = await browser.visit('/account');
    const form = page.form({ button: 'Download my data' });
    const refused = await browser.submit(page, form.fill(DOWNLOAD_LABEL, 'wrong').press());
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Your data was not downloaded');

    const again = refused.form({ button: 'Download my data' });
    const file = await browser.submit(refused, again.fill(DOWNLOAD_LABEL, PASSWORD).press());
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(file.headers['content-disposition']).toMatch(
      /^attachment; filename="my-data-\d{4}-\d\d-\d\d\.json"$/u,
    );
    expect(file.headers['cache-control']).toBe('no-store');
    const data = JSON.parse(file.body) as Record<string, unknown>;
    expect(data).toMatchObject({
      format: 1,
      account: { userId: server.people.student.id, username: PEOPLE.student.username },
      appsInWhoseTeam: [],
    });
    expect(data['sessions']).not.toEqual([]);
    expect(JSON.stringify(data['appsWithAccess'])).toContain('Export Library');
    expect(JSON.stringify(data['answersToApps'])).toContain('person.full_name');
    expect(JSON.stringify(data['notifications'])).toContain('app-allowed');
    expect(data['exportedAt']).toBe(new Date(server.clock.read()).toISOString());
    expect(file.body).not.toMatch(/hash|argon2|secret/iu);
    expect(mailsAbout('data was downloaded')).toBe(1);
    expect((await browser.visit(NOTICES)).text).toContain('Your data was downloaded');
  });
});

const DOWNLOAD_LABEL = 'Password, to make sure that it is you';

describe('ending all access', () => {
  it('is offered from two apps on, and ends each', async () => {
    const browser = await server.browser('stranger');
    await authorize(browser, await seedClient(server, { claims: NAME }));
    expect((await browser.visit('/account')).text).not.toContain('End all access');
    await authorize(browser, await seedClient(server, { claims: NAME }));
    const page = await browser.visit('/account');
    const after = await browser.submit(page, page.form({ button: 'End all access' }).press());
    expect(after.text).toContain('No app has access to your data any more.');
    expect(after.text).toContain('No app has access');
  });
});
