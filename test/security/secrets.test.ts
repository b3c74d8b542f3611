import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { authorize, codeOf } from '../support/consent.ts';
import { decideOn, registerApp } from '../support/developer-portal.ts';
import { elements } from '../support/html.ts';
import { PASSWORD } from '../support/people.ts';
import {
  redeem,
  refresh,
  requestRefresh,
  requestToken,
  revoke,
  userData,
} from '../support/provider-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: nothing secret in a log, and secrets stored as hashes only. */

let server: TestServer;
/** What it is → the secret itself. */
const secrets = new Map<string, string>();
/** Not secrets of ours, but nobody's business in a log either. */
const confidential = new Map<string, string>();
const STATE = 'state-of-the-app-8c1f0a';
const VERIFIER = 'verifier-which-is-long-enough-1234567890-abcdef';
const NEW_PASSWORD = 'a rather new passphrase 77';

beforeAll(async () => {
  server = await startTestServer();
  secrets.set('password', PASSWORD);

  const developer = await server.browser();
  await signIn(developer, await developer.visit('/auth/login'), 'developer');
  secrets.set('session', developer.jar.value('127.0.0.1', 'session')!);
  const app = await registerApp(developer, { name: 'Secretive' });
  secrets.set('client secret', app.clientSecret);
  secrets.set('sandbox client secret', app.sandbox.client_secret);
  const form = app.page
    .form({ button: 'Add the secret' })
    .fill('What it is for', 'Web server')
    .fill('Your password', PASSWORD);
  const added = await developer.submit(app.page, form.press());
  const newSecret = added.field('Client secret');
  secrets.set('second client secret', newSecret);
  const client = {
    ...app,
    clientSecret: newSecret,
    credentials: { client_id: app.clientId, client_secret: newSecret },
  };
  await decideOn(await server.browser('maintainer'), app.number, { decision: 'Approve' });

  const student = await server.browser();
  const signInPage = await student.visit('/auth/login');
  secrets.set('visitor', student.jar.value('127.0.0.1', 'visitor')!);
  const feed = await signIn(student, signInPage, 'student');
  secrets.set(
    'form token',
    elements(feed.document, 'input').find(({ attributes }) => attributes['name'] === 'csrf_token')!
      .attributes['value']!,
  );
  confidential.set('state', STATE);
  confidential.set('e-mail address', 'aarohi@example.org');
  confidential.set('name', 'Aarohi');
  const challenge = createHash('sha256').update(VERIFIER).digest('base64url');
  const code = codeOf(
    await authorize(student, client, {
      state: STATE,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    }),
  );
  secrets.set('code', code);
  secrets.set('code verifier', VERIFIER);
  const tokens = await redeem(server, client, { code, code_verifier: VERIFIER });
  secrets.set('access token', tokens.access_token);
  secrets.set('refresh token', tokens.refresh_token);
  await userData(server, tokens.access_token);
  await server.request(`GET /open_auth/get_user_data/?access_token=${tokens.access_token}`);
  const renewed = await refresh(server, client, tokens.refresh_token);
  secrets.set('second access token', renewed.access_token);
  secrets.set('second refresh token', renewed.refresh_token);
  // Things that go wrong are logged most eagerly.
  await requestToken(server, {
    ...client.credentials,
    grant_type: 'authorization_code',
    code: 'x',
  });
  await server.request(`POST /open_auth/token/?code=${code}`, { form: client.credentials });
  await requestRefresh(server, client, { refresh_token: renewed.refresh_token, scope: 'admin' });
  await revoke(server, client, { token: renewed.refresh_token });

  await resetPassword();
});
afterAll(() => server.close());

async function resetPassword(): Promise<void> {
  const browser = await server.browser();
  const forgot = await browser.visit('/auth/forgot-password');
  const asked = forgot
    .form({ action: '/auth/forgot-password' })
    .fill('Username, email address or phone number', 'samaira_k@me.campus.example');
  const before = server.mails.length;
  await browser.submit(forgot, asked.press());
  await vi.waitUntil(() => server.mails.length > before);
  const link = /https?:\/\/\S+/u.exec(server.mails.at(-1)!.text)![0];
  secrets.set('password link', new URL(link).searchParams.get('token')!);
  secrets.set('new password', NEW_PASSWORD);
  const reset = await browser.visit(link);
  const chosen = reset.form({ action: '/auth/reset-password' }).fill('New password', NEW_PASSWORD);
  const done = await browser.submit(reset, chosen.press());
  if (done.url.pathname !== '/auth/login') throw new Error(`Not reset: ${done.text}`);
}

describe('a whole walk through the product', () => {
  it('met every kind of secret there is', () => {
    expect([...secrets.keys()]).toEqual([
      'password',
      'session',
      'client secret',
      'sandbox client secret',
      'second client secret',
      'visitor',
      'form token',
      'code',
      'code verifier',
      'access token',
      'refresh token',
      'second access token',
      'second refresh token',
      'password link',
      'new password',
    ]);
    for (const secret of secrets.values()) expect(secret.length).toBeGreaterThanOrEqual(20);
    expect(new Set(secrets.values()).size).toBe(secrets.size);
    expect(server.logs.length).toBeGreaterThan(25);
  });

  it('logged none of them', () => {
    const log = server.logs.join('\n');
    for (const [name, secret] of [...secrets, ...confidential]) {
      expect([name, log.includes(secret)]).toEqual([name, false]);
      expect([name, log.includes(encodeURIComponent(secret))]).toEqual([name, false]);
    }
  });

  it('logged each request by its route, not by its address', () => {
    const requests = server.logs.map((line) => JSON.parse(line) as Record<string, unknown>);
    const routes = requests.filter(({ message }) => message === 'request');
    expect(routes.map(({ route }) => route)).toContain('/oauth/authorise');
    for (const { route } of routes) expect(route).not.toMatch(/[?=]/u);
  });

  it('logs an address that nothing is at by one word', async () => {
    for (const path of ['/no/such/page', '/account/no-such', '/assets/a/b']) {
      await server.request(`GET ${path}`);
      expect(JSON.parse(server.logs.at(-1)!)).toMatchObject({ route: 'unmatched' });
    }
    await server.request('GET /media/logos/no-such.png');
    expect(JSON.parse(server.logs.at(-1)!)).toMatchObject({ route: '/media/*' });
  });

  it('left none of them in the database, neither as text nor in hexadecimal or base64', async () => {
    const bytes = await server.database.bytes();
    for (const [name, secret] of secrets) {
      const forms = [
        Buffer.from(secret),
        Buffer.from(Buffer.from(secret).toString('hex')),
        Buffer.from(Buffer.from(secret).toString('base64').replaceAll('=', '')),
        Buffer.from(secret, 'base64url'),
      ];
      expect([name, forms.some((form) => bytes.includes(form))]).toEqual([name, false]);
    }
  });

  it('mailed nothing secret but the link that was asked for', () => {
    const others = [...secrets].filter(([name]) => name !== 'password link');
    const texts = server.mails.map(({ subject, text }) => `${subject}\n${text}`).join('\n');
    for (const [name, secret] of others) {
      expect([name, texts.includes(secret)]).toEqual([name, false]);
    }
  });
});
