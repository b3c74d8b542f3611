import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Browser, Page } from '../support/browser.ts';
import { elements, textOf } from '../support/html.ts';
import { PASSWORD } from '../support/people.ts';
import { issueCode, requestToken } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** ADR 0007: several client secrets side by side, and what happens to one that leaked. */

let server: TestServer;
let client: SeededClient;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // Attempts at a password count for a quarter of an hour.
  server.clock.advance(1000);
  client = await seedClient(server);
  browser = await server.browser('developer');
});

async function dashboard(): Promise<Page> {
  return browser.visit(`/developer/${client.number}`);
}

async function addSecret(
  name: string,
  { environment = 'live', lifetime = 'never', password = PASSWORD } = {},
): Promise<Page> {
  const page = await dashboard();
  const form = page
    .form({ action: `/developer/${client.number}/secrets/${environment}` })
    .fill('What it is for', name)
    .fill('Your password', password);
  form.tamper('lifetime', lifetime);
  return browser.submit(page, form.press());
}

/** The secrets in force or expired, by the database. */
async function listed() {
  return server.storage.listClientSecrets(client.number, server.people.developer.id);
}

async function revoke(
  name: string,
  options: { readonly evenIfLast?: boolean } = {},
): Promise<Page> {
  const page = await dashboard();
  const secret = (await listed()).find((one) => one.name === name)!;
  const form = page
    .form({ action: `/developer/${client.number}/secrets/${secret.id}/revoke` })
    .fill('Your password', PASSWORD);
  if (options.evenIfLast === true) form.tick('Revoke it although it is the last one');
  return browser.submit(page, form.press());
}

/** Whether the secret authenticates the app. */
async function works(secret: string): Promise<boolean> {
  const code = await issueCode(server, client);
  const answer = await requestToken(server, {
    client_id: client.clientId,
    client_secret: secret,
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
  });
  return answer.status === 200;
}

describe('changing a client secret', () => {
  it('takes no interruption: add, change over, revoke', async () => {
    const added = await addSecret('Second server');
    expect(added.status).toBe(200);
    const second = added.field('Client secret');
    expect(second).toMatch(/^omniportsecret[A-Za-z0-9]{114}$/u);
    expect([await works(client.clientSecret), await works(second)]).toEqual([true, true]);

    const revoked = await revoke('First');
    expect(revoked.url.pathname).toBe(`/developer/${client.number}`);
    expect(revoked.text).toContain('The client secret is revoked.');
    expect([await works(client.clientSecret), await works(second)]).toEqual([false, true]);
    expect(revoked.text).toMatch(/Client secret revoked .* First \(omniportsecret….{4}\)/u);
    expect(revoked.text).toContain('Client secret added');
  });

  it('shows a new one once', async () => {
    const added = await addSecret('Once');
    const secret = added.field('Client secret');
    const later = await dashboard();
    expect(later.body).not.toContain(secret);
    expect(later.text).toContain(`omniportsecret…${secret.slice(-4)}`);
    expect(added.headers['cache-control']).toBe('no-store, no-transform');
  });

  it('needs the password again, to add and to revoke', async () => {
    const refused = await addSecret('Refused', { password: 'wrong' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is not your password.');
    expect(
      refused.form({ action: `/developer/${client.number}/secrets/live` }).value('What it is for'),
    ).toBe('Refused');

    await addSecret('Another');
    const page = await dashboard();
    const first = (await listed())[0]!;
    const form = page.form({ action: `/developer/${client.number}/secrets/${first.id}/revoke` });
    const stays = await browser.submit(page, form.fill('Your password', 'wrong').press());
    expect(stays.status).toBe(422);
    expect(await works(client.clientSecret)).toBe(true);
  });

  it('says what is wrong with what was typed, before it asks for the password', async () => {
    const refused = await addSecret('', { password: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Say what the secret is for');
    expect((await addSecret('x'.repeat(61))).text).toContain('Use at most 60 characters.');
    expect((await addSecret('x', { lifetime: '7' })).text).toContain('Choose how long');
    expect(await listed()).toHaveLength(2);
  });

  it('stops at five in force', async () => {
    for (const name of ['2', '3', '4', '5']) expect((await addSecret(name)).status).toBe(200);
    const refused = await addSecret('6');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Five secrets are in force');
  });

  it('warns before the last one is revoked', async () => {
    const refused = await revoke('First');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('It is the last secret: the app stops working.');
    expect(await works(client.clientSecret)).toBe(true);
    const revoked = await revoke('First', { evenIfLast: true });
    expect(revoked.status).toBe(200);
    expect(revoked.text).toContain('There is none, so the app cannot get tokens.');
    expect(await works(client.clientSecret)).toBe(false);
  });

  it('is for the team alone', async () => {
    const stranger = await server.browser('stranger');
    const own = await stranger.visit('/account');
    const token = elements(own.document, 'input').find(
      ({ attributes }) => attributes['name'] === 'csrf_token',
    )!.attributes['value']!;
    for (const path of ['secrets/live', `secrets/${(await listed())[0]!.id}/revoke`]) {
      const answer = await stranger.send(`POST /developer/${client.number}/${path}`, {
        headers: { 'sec-fetch-site': 'same-origin', origin: server.origin },
        form: { csrf_token: token, secret_name: 'x', lifetime: 'never', password: PASSWORD },
      });
      expect(answer.status).toBe(404);
    }
    expect(await listed()).toHaveLength(2);
  });
});

describe('a secret', () => {
  it('expires when its developer said', async () => {
    const added = await addSecret('For a month', { lifetime: '30' });
    const secret = added.field('Client secret');
    server.clock.advance(30 * 24 * 3600 - 60);
    expect(await works(secret)).toBe(true);
    server.clock.advance(60);
    expect(await works(secret)).toBe(false);
    browser = await server.browser('developer');
    const page = await dashboard();
    const entry = elements(page.document, 'li').find((item) =>
      textOf(item).startsWith('For a month'),
    );
    expect(textOf(entry!)).toMatch(/^For a month Expired/u);
  });

  it('tells when and from where it was used', async () => {
    expect((await dashboard()).text).toContain('Never used.');
    await works(client.clientSecret);
    await vi.waitFor(
      async () =>
        expect((await dashboard()).text).toContain('Last used just now from 127.0.0.0/24.'),
      { timeout: 5000, interval: 100 },
    );
  });

  it('of the sandbox is kept beside those of live', async () => {
    const added = await addSecret('Tests', { environment: 'sandbox' });
    expect(added.field('Sandbox client secret')).toMatch(/^omniportsandbox[A-Za-z0-9]{113}$/u);
    const secrets = await listed();
    expect(secrets.map(({ environment, name }) => [environment, name])).toEqual([
      ['live', 'First'],
      ['sandbox', 'First'],
      ['sandbox', 'Tests'],
    ]);
  });
});

describe('a report of leaked secrets', () => {
  const found = 'https://code.example/library/config.py';

  async function report(body: unknown) {
    return server.request('POST /developer/secret-leaks', {
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  it('of a scanner revokes the secret at once, tells the team, and answers as to any other', async () => {
    const mails = server.mails.length;
    const other = await report([{ type: 'x', token: 'k'.repeat(128), url: found }]);
    expect([other.status, other.body]).toEqual([202, '']);
    expect(server.mails).toHaveLength(mails);

    const answer = await report([
      { type: 'omniport_client_secret', token: client.clientSecret, url: found },
    ]);
    expect([answer.status, answer.body]).toEqual([202, '']);
    expect(await works(client.clientSecret)).toBe(false);
    const mail = server.mails.at(-1);
    expect(mail?.subject).toBe(
      `A client secret of ${client.name} was found in the open and is revoked`,
    );
    expect(mail?.text).toContain(found);
    const page = await dashboard();
    expect(page.text).toMatch(/Client secret found in the open .*https:\/\/code\.example/u);
    expect(page.body).not.toContain(client.clientSecret);
    expect(server.logs.join('\n')).not.toContain(client.clientSecret);
  });

  it('of a person does the same, without an account', async () => {
    const visitor = await server.browser();
    const page = await visitor.visit('/developer/secret-leaks');
    const form = page
      .form({ button: 'Send the report' })
      .fill('The secret', ` ${client.sandbox.client_secret}\n`)
      .fill('Where you found it (optional)', found);
    const thanks = await visitor.submit(page, form.press());
    expect(thanks.text).toContain('Thank you.');
    expect(thanks.body).not.toContain(client.sandbox.client_secret);
    expect((await listed()).map(({ environment }) => environment)).toEqual(['live']);

    const wrong = page.form({ button: 'Send the report' }).fill('The secret', 'nothing');
    expect((await visitor.submit(page, wrong.press())).text).toContain('Thank you.');
    const empty = await visitor.submit(page, page.form({ button: 'Send the report' }).press());
    expect([empty.status, empty.text.includes('Copy the secret into this field.')]).toEqual([
      422,
      true,
    ]);
  });

  it.each([
    ['no JSON', 'token=x', 400],
    ['another shape', { token: 'x' }, 400],
    ['too many', Array.from({ length: 101 }, () => ({ token: 'x' })), 400],
    ['too large', [{ token: 'x'.repeat(70_000) }], 413],
    ['nothing', [], 202],
  ])('that is %s is answered without harm', async (_what, body, status) => {
    const answer = await report(body);
    expect(answer.status).toBe(status);
    expect(await works(client.clientSecret)).toBe(true);
  });

  it('only warns where the institution wants it so', async () => {
    const warning = await startTestServer({ settings: { leakedSecrets: { reaction: 'warn' } } });
    try {
      const app = await seedClient(warning);
      await warning.request('POST /developer/secret-leaks', {
        body: JSON.stringify([{ token: app.clientSecret }]),
      });
      expect(warning.mails.at(-1)?.text).toContain('It still works.');
      const developer = await warning.browser('developer');
      const page = await developer.visit(`/developer/${app.number}`);
      expect(page.text).toContain('Found in the open: replace it');
    } finally {
      await warning.close();
    }
  });

  it('is throttled by network, and says when to come back', async () => {
    let answer = await report([]);
    for (let count = 0; answer.status === 202 && count < 100; count += 1) answer = await report([]);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await report([{ token: client.clientSecret }])).status).toBe(429);
    expect(await works(client.clientSecret)).toBe(true);
  });
});
