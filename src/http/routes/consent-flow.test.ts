import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  allow,
  askConsent,
  authorisePath,
  authorize,
  codeOf,
} from '../../../test/support/consent.ts';
import { redeem, revoke, userData } from '../../../test/support/provider-client.ts';
import {
  decideTo,
  requestClaims,
  seedClient,
  type SeededClient,
} from '../../../test/support/seeded-client.ts';
import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';
import type { RequestedClaim } from '../../domain/client-revision.ts';

const NAME: RequestedClaim = { code: 'person.full_name', required: true, reason: '' };
const BRANCH: RequestedClaim = {
  code: 'student.branch.name',
  required: false,
  reason: 'To show the books of your branch first.',
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

async function seed(of: TestServer, options: object = {}): Promise<SeededClient> {
  return seedClient(of, { terms: [NAME, BRANCH], ...options });
}

describe('the consent screen', () => {
  it('says what an optional data point is for, and grants it only if it stays ticked', async () => {
    const client = await seed(server);
    const browser = await server.browser('student');
    const page = await askConsent(browser, client);
    expect(page.text).toContain('What for: To show the books of your branch first.');
    expect(page.text).toContain('This app has not asked you before.');

    const form = page.form({ button: 'Allow' }).untick('Branch (optional)');
    const { url } = await browser.submit(page, form.press('Allow'));
    const tokens = await redeem(server, client, { code: codeOf(url) });
    const data = JSON.parse((await userData(server, tokens.access_token)).body) as object;
    expect(Object.keys(data)).toEqual(['userId', 'username', 'person']);

    const again = await askConsent(browser, client);
    expect(again.text).toContain('You last allowed this app');
    expect(again.text).toContain('It asks for nothing new.');
    const both = again.form({ button: 'Allow' }).tick('Branch (optional)');
    const granted = await browser.submit(again, both.press('Allow'));
    const more = await redeem(server, client, { code: codeOf(granted.url) });
    const whole = JSON.parse((await userData(server, more.access_token)).body) as object;
    expect(Object.keys(whole)).toEqual(['userId', 'username', 'person', 'student']);
  });

  it('cannot be talked into more than was on it', async () => {
    const client = await seed(server);
    const browser = await server.browser('student');
    const page = await askConsent(browser, client);
    const form = page
      .form({ button: 'Allow' })
      .tamper('claim', 'person.full_name', 'person.roles')
      .tamper('optional', 'person.roles');
    const { url } = await browser.submit(page, form.press('Allow'));
    const tokens = await redeem(server, client, { code: codeOf(url) });
    const data = JSON.parse((await userData(server, tokens.access_token)).body) as {
      readonly person: object;
    };
    expect(Object.keys(data.person)).toEqual(['fullName']);
  });

  it('marks what is new, and says when access was ended', async () => {
    const client = await seedClient(server, { terms: [NAME] });
    const browser = await server.browser('student');
    await authorize(browser, client);
    await requestClaims(server, client.number, {
      claims: ['person.full_name', 'student.branch.name'],
    });
    await decideTo(server, client.number, 'approved');
    const changed = await askConsent(browser, client);
    expect(changed.text).toContain('It asks for more now: see what is marked as new.');
    expect(changed.text).toContain('Branch New');
    expect(changed.text).not.toContain('Full name New');

    const account = await browser.visit('/account');
    const action = `/account/apps/${client.number}/end`;
    await browser.submit(account, account.form({ action }).press());
    expect((await askConsent(browser, client)).text).toContain('You ended this app’s access');
  });

  it('tells how many others use the app from five on', async () => {
    const client = await seed(server);
    const count = async () => {
      const { text } = await askConsent(await server.browser('student'), client);
      return /At least (?<count>\d+) other people/u.exec(text)?.groups?.['count'];
    };
    const usernames = ['41', '42', '43', '44', '45'];
    await server.storage.importAccounts(
      usernames.map((username) => ({
        username,
        revise: () => ({ profile: { records: {}, roles: [], customRoles: [] }, identifiers: [] }),
      })),
      { at: server.clock.read(), dryRun: false },
    );
    for (const [index, username] of usernames.entries()) {
      expect(await count()).toBeUndefined();
      const account = await server.storage.findAccountByUsername(username);
      await server.storage.recordConsent({
        accountId: account!.id,
        clientNumber: client.number,
        granted: [],
        declined: [],
        at: server.clock.read(),
      });
      expect(index).toBeLessThan(5);
    }
    expect(await count()).toBe('5');
  });

  it('asks every time, unless the institution decided otherwise', async () => {
    const client = await seed(server);
    const browser = await server.browser('student');
    await authorize(browser, client);
    expect((await browser.visit(authorisePath(client))).status).toBe(200);
  });
});

describe('consent that is remembered', () => {
  let remembering: TestServer;
  beforeAll(async () => {
    remembering = await startTestServer({
      settings: { consent: { remember: 'ask-when-changed' } },
    });
  });
  afterAll(async () => remembering.close());

  it('is a code at once, for what was granted', async () => {
    const client = await seed(remembering);
    const browser = await remembering.browser('student');
    const page = await askConsent(browser, client);
    const less = page.form({ button: 'Allow' }).untick('Branch (optional)');
    const first = await browser.submit(page, less.press('Allow'));
    await redeem(remembering, client, { code: codeOf(first.url) });

    const second = await browser.visit(authorisePath(client, { state: 'abc' }));
    expect(second.url.searchParams.get('state')).toBe('abc');
    const tokens = await redeem(remembering, client, { code: codeOf(second.url) });
    const data = JSON.parse((await userData(remembering, tokens.access_token)).body) as object;
    expect(Object.keys(data)).toEqual(['userId', 'username', 'person']);
  });

  it('is no code for a request that only looks ahead', async () => {
    const client = await seed(remembering);
    const browser = await remembering.browser('student');
    await authorize(browser, client);
    const ahead = await browser.send(`HEAD ${authorisePath(client)}`);
    expect([ahead.status, ahead.headers.location]).toEqual([200, undefined]);
  });

  it('ends with a wider request, with the last token, and when the person ends it', async () => {
    const client = await seedClient(remembering, { terms: [NAME] });
    const browser = await remembering.browser('student');
    const isAsked = async () => (await browser.visit(authorisePath(client))).status === 200;
    const code = codeOf(await authorize(browser, client));
    const tokens = await redeem(remembering, client, { code });
    await revoke(remembering, client, { token: tokens.refresh_token });
    expect(await isAsked()).toBe(true);
    await allow(browser, await askConsent(browser, client));
    expect(await isAsked()).toBe(false);

    await requestClaims(remembering, client.number, {
      claims: ['person.full_name', 'student.branch.name'],
    });
    await decideTo(remembering, client.number, 'approved');
    expect(await isAsked()).toBe(true);
    await allow(browser, await askConsent(browser, client));
    expect(await isAsked()).toBe(false);

    const account = await browser.visit('/account');
    const action = `/account/apps/${client.number}/end`;
    await browser.submit(account, account.form({ action }).press());
    expect(await isAsked()).toBe(true);
  });

  it('RFC 8252 §8.6: is never for a public client', async () => {
    const client = await seed(remembering, { clientType: 'public' });
    const browser = await remembering.browser('student');
    const challenge = {
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    };
    await authorize(browser, client, challenge);
    expect((await browser.visit(authorisePath(client, challenge))).status).toBe(200);
  });
});
