import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import type { Browser, Page } from '../support/browser.ts';
import { storedContent } from '../support/database-content.ts';
import { elements, rawText } from '../support/html.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { PASSWORD } from '../support/people.ts';
import { obtainTokens } from '../support/provider-client.ts';
import { decideTo, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 3, "For developers", and ADR 0015: the flow by hand, against the sandbox of one's own app. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const NEW_SECRET = 'Make a secret for the playground';
const SECRET_FIELD = 'Sandbox client secret (client_secret)';

function pathOf({ number }: SeededClient, rest = ''): string {
  return `/developer/${number}/playground${rest}`;
}

/** From the first page through the authorise page of the sandbox, back to the callback. */
async function walkToCode(
  browser: Browser,
  client: SeededClient,
  change: (form: ReturnType<Page['form']>) => unknown = () => null,
): Promise<Page> {
  const first = await browser.visit(pathOf(client));
  const form = first.form({ button: 'Make the request' });
  change(form.fill('Person (login_hint)', '99999001'));
  const made = await browser.submit(first, form.press());
  const consent = await browser.visit(made.link('Go there, as the person’s browser'));
  return browser.submit(consent, consent.form({ button: 'Allow' }).press('Allow'));
}

/** Presses a button of a step, with a field filled in. */
async function take(
  browser: Browser,
  page: Page,
  step: { readonly button: string; readonly fill?: readonly [label: string, value: string] },
): Promise<Page> {
  const form = page.form({ button: step.button });
  if (step.fill !== undefined) form.fill(...step.fill);
  return browser.submit(page, form.press(step.button));
}

/** The message in view: 0 is the request, 1 the answer. */
function message(page: Page, index: 0 | 1): string {
  return rawText(elements(page.document, 'pre')[index]!);
}

/** An answer over HTTP as the playground writes it, without what Node.js says of the connection. */
function asWritten({ headers }: RawResponse): Record<string, unknown> {
  const { date: _date, connection: _connection, 'keep-alive': _keep, ...others } = headers;
  return { ...others, 'x-request-id': expect.stringMatching(/\S/u) as unknown };
}

/** The headers of the answer in view. */
function headersOf(page: Page): Record<string, string> {
  const [head = ''] = message(page, 1).split('\n\n');
  return Object.fromEntries(
    head
      .split('\n')
      .slice(1)
      .map((line) => [line.split(': ')[0]!.toLowerCase(), line.slice(line.indexOf(': ') + 2)]),
  );
}

function bodyOf(page: Page): Record<string, string> {
  return JSON.parse(message(page, 1).split('\n\n').slice(1).join('\n\n')) as Record<string, string>;
}

describe('a run', () => {
  it('goes through every step of an app that nobody approved', async () => {
    const client = await seedClient(server, { status: 'draft', claims: ['person.full_name'] });
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    expect(back.url.pathname).toBe(pathOf(client, '/callback'));
    expect(back.text).toContain('A code came back');
    expect(back.text).toContain('The state is the one that this browser left with.');
    expect(message(back, 0)).toContain(`HTTP/1.1 302 Found\nLocation: ${back.url.href}`);
    expect(message(back, 1)).toMatch(/^GET \/developer\/\d+\/playground\/callback\?code=/u);

    const secret: readonly [string, string] = [SECRET_FIELD, client.sandbox.client_secret];
    const tokens = await take(browser, back, { button: 'Exchange the code', fill: secret });
    expect(message(tokens, 0)).toContain('POST /open_auth/token/ HTTP/1.1\nHost: 127.0.0.1');
    expect(message(tokens, 0)).toContain('\n\ngrant_type=authorization_code&code=');
    expect(bodyOf(tokens)).toMatchObject({ token_type: 'Bearer', scope: 'read write' });

    const data = await take(browser, tokens, { button: 'Read the data' });
    expect(message(data, 0)).toContain(`Authorization: Bearer ${bodyOf(tokens)['access_token']!}`);
    expect(bodyOf(data)).toMatchObject({ person: { fullName: 'Asha Namuna' } });

    const renewed = await take(browser, data, { button: 'Refresh the tokens' });
    expect(bodyOf(renewed)['refresh_token']).not.toBe(bodyOf(tokens)['refresh_token']);
    const again = await take(browser, renewed, { button: 'Present the spent refresh token again' });
    expect(again.text).toContain('The same answer again');
    expect(bodyOf(again)).toEqual(bodyOf(renewed));

    const replayed = await take(browser, again, { button: 'Present the code again' });
    expect(bodyOf(replayed)).toEqual({ error: 'invalid_grant' });
    expect(replayed.text).toContain('Refused, as it should be');
    const over = await take(browser, replayed, { button: 'Read the data' });
    expect(message(over, 1)).toContain('HTTP/1.1 401 Unauthorized');
    const revoked = await take(browser, over, { button: 'Revoke the refresh token' });
    expect(message(revoked, 0)).toContain('token_type_hint=refresh_token');
    expect(message(revoked, 1)).toContain('HTTP/1.1 200 OK');
  });

  it('shows what a client gets over HTTP, byte for byte', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    const secret: readonly [string, string] = [SECRET_FIELD, client.sandbox.client_secret];
    const wrong = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, 'not-the-secret'],
    });
    const sent = message(wrong, 0);
    const overHttp = await server.request('POST /open_auth/token/', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: sent.split('\n\n')[1]!,
    });
    expect(headersOf(wrong)).toEqual(asWritten(overHttp));
    expect(message(wrong, 1)).toContain(`HTTP/1.1 ${overHttp.status} Unauthorized`);
    expect(bodyOf(wrong)).toEqual(JSON.parse(overHttp.body));
    expect(sent).toContain(`Content-Length: ${sent.split('\n\n')[1]!.length}`);

    const tokens = await take(browser, wrong, { button: 'Exchange the code', fill: secret });
    const data = await take(browser, tokens, { button: 'Read the data' });
    const dataOverHttp = await server.request('GET /open_auth/get_user_data/', {
      headers: { authorization: `Bearer ${bodyOf(tokens)['access_token']!}` },
    });
    expect(headersOf(data)).toEqual(asWritten(dataOverHttp));
    expect(bodyOf(data)).toEqual(JSON.parse(dataOverHttp.body));
  });

  it('shows up under “Why did it fail?”, which says here why', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    server.clock.advance(61);
    const late = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.sandbox.client_secret],
    });
    expect(late.text).toContain('The code is too old.');
    const activity = await browser.visit(late.link('Find it under “Why did it fail?”'));
    expect(activity.text).toContain('The code is too old.');
    expect(activity.text).toContain(headersOf(late)['x-request-id']!);
    expect(headersOf(late)['x-request-id']).toBe(late.headers['x-request-id']);
  });

  it('sends what was changed, PKCE or none', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client, (form) =>
      form.untick('With PKCE (S256)').fill('State (state)', 'état & "more"'),
    );
    expect(back.url.searchParams.get('state')).toBe('état & "more"');
    expect(back.text).toContain('The state is the one that this browser left with.');
    expect(back.field('PKCE verifier (code_verifier)')).toBe('');
    const protectedRun = await walkToCode(browser, client);
    const verifier = protectedRun.field('PKCE verifier (code_verifier)');
    const wrong = await browser.submit(
      protectedRun,
      protectedRun
        .form({ button: 'Exchange the code' })
        .fill(SECRET_FIELD, client.sandbox.client_secret)
        .fill('PKCE verifier (code_verifier)', verifier.split('').toReversed().join(''))
        .press(),
    );
    expect(bodyOf(wrong)).toEqual({ error: 'invalid_grant' });
  });

  it('says when the state is another one, when an error comes back, and when nothing does', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const planted = await browser.visit(pathOf(client, '/callback?code=abc&state=x'));
    expect(planted.text).toContain('This browser did not leave from here');
    const back = await walkToCode(browser, client);
    back.url.searchParams.set('state', 'another');
    expect((await browser.visit(back.url.href)).text).toContain('your app has to stop here');
    const nothing = await browser.visit(pathOf(client, '/callback'));
    expect(nothing.text).toContain('Nothing came back');

    const first = await browser.visit(pathOf(client));
    const form = first.form({ button: 'Make the request' });
    form.fill('Response type (response_type)', 'id_token');
    const made = await browser.submit(first, form.press());
    const shown = await browser.visit(made.link('Go there, as the person’s browser'));
    const failed = await browser.visit(shown.link(`Go on to ${new URL(server.origin).host}`));
    expect(failed.text).toContain('An error came back');
    expect(message(failed, 1)).toContain('error=unsupported_response_type');
  });

  it('ends at our start page when the person says no', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const first = await browser.visit(pathOf(client));
    const form = first.form({ button: 'Make the request' });
    const made = await browser.submit(first, form.fill('Person (login_hint)', '99999001').press());
    expect(made.text).toContain('If the person says no, we lead them to our own start page');
    const consent = await browser.visit(made.link('Go there, as the person’s browser'));
    const denied = await browser.submit(consent, consent.form({ button: 'Deny' }).press('Deny'));
    expect(denied.redirects[0]?.response.headers.location).toBe('/');
  });
});

describe('what a run knows', () => {
  it('is neither stored, nor logged, nor cached, nor told to others', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    const verifier = back.field('PKCE verifier (code_verifier)');
    const tokens = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.sandbox.client_secret],
    });
    for (const page of [back, tokens]) {
      expect(page.headers['cache-control']).toBe('no-store, no-transform');
      expect(page.headers['referrer-policy']).toBe('same-origin');
    }
    const known = [
      verifier,
      client.sandbox.client_secret,
      back.url.searchParams.get('code')!,
      bodyOf(tokens)['access_token']!,
      bodyOf(tokens)['refresh_token']!,
    ];
    const stored = JSON.stringify(await storedContent(server));
    for (const value of known) {
      expect(value.length).toBeGreaterThanOrEqual(30);
      expect(stored).not.toContain(value);
      expect(server.logs.join('\n')).not.toContain(value);
    }
    expect(stored).toContain(createHash('sha256').update(known[3]!).digest('hex'));
  });

  it('is never of live: no live secret is sent or shown again, no real data read', async () => {
    const client = await seedClient(server);
    const real = await obtainTokens(server, client);
    const others = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    const refused = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.clientSecret],
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is a secret of live.');
    expect(refused.body).not.toContain(client.clientSecret);

    const tokens = await take(browser, refused, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.sandbox.client_secret],
    });
    const anotherRun = await take(browser, await walkToCode(browser, others), {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, others.sandbox.client_secret],
    });
    for (const foreign of [real.access_token, bodyOf(anotherRun)['access_token']!]) {
      const page = await take(browser, tokens, {
        button: 'Read the data',
        fill: ['Access token', foreign],
      });
      expect(page.status).toBe(422);
      expect(page.text).toContain('This access token is not of this app’s sandbox');
      expect(page.body).not.toContain(foreign);
    }
  });
});

describe('a secret for the playground', () => {
  async function secretsOf(client: SeededClient) {
    const { developer } = server.people;
    const secrets = await server.storage.listClientSecrets(client.number, developer.id);
    return secrets.filter(({ name }) => name === 'Playground');
  }

  it('is of the sandbox, over in an hour, and asks for the password', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    const fill = (password: string) => ['Your password', password] as const;
    const refused = await take(browser, back, { button: NEW_SECRET, fill: fill('wrong') });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('This is not your password. Try again.');
    expect(await secretsOf(client)).toEqual([]);

    const made = await take(browser, refused, { button: NEW_SECRET, fill: fill(PASSWORD) });
    const secret = made.field('Sandbox client secret');
    expect(secret).toMatch(/^omniportsandbox/u);
    expect(made.headers['cache-control']).toBe('no-store, no-transform');
    expect(await secretsOf(client)).toMatchObject([
      { environment: 'sandbox', expiresAt: server.clock.read() + 60 * 60 * 1000 },
    ]);
    // The run goes on with it.
    expect(bodyOf(await take(browser, made, { button: 'Exchange the code' }))).toHaveProperty(
      'access_token',
    );
  });

  it('is for those who may add secrets; a viewer brings one along', async () => {
    const client = await seedClient(server);
    const { developer, faculty } = server.people;
    const action = { number: client.number, actor: developer.id, at: server.clock.read() };
    await server.storage.addTeamMember(action, faculty.id, 'viewer');
    const viewer = await server.browser('faculty');
    const back = await walkToCode(viewer, client);
    expect(back.text).toContain('Ask a developer or an owner of the team');
    const tokens = await take(viewer, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.sandbox.client_secret],
    });
    expect(bodyOf(tokens)).toHaveProperty('access_token');
    const forged = {
      ...back.form({ button: 'Exchange the code' }).tamper('password', PASSWORD).press(),
      action: pathOf(client, '/secret'),
    };
    const refused = await viewer.submit(back, forged);
    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain('omniportsandbox');
    expect(await secretsOf(client)).toEqual([]);
  });

  it('is one too many after five', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    let page = await browser.visit(pathOf(client));
    for (let count = 0; count < 5; count += 1) {
      page = await take(browser, await browser.visit(pathOf(client)), {
        button: NEW_SECRET,
        fill: ['Your password', PASSWORD],
      });
    }
    expect(page.status).toBe(422);
    expect(page.text).toContain('Five secrets are in force');
    expect(await secretsOf(client)).toHaveLength(4);
  });

  it('is not needed by a public app', async () => {
    const client = await seedClient(server, { clientType: 'public' });
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    expect(back.text).not.toContain('No secret at hand?');
    const tokens = await take(browser, back, { button: 'Exchange the code' });
    expect(message(tokens, 0)).not.toContain('client_secret');
    expect(bodyOf(tokens)).toHaveProperty('access_token');
  });
});

describe('the playground', () => {
  it('exists for the team only', async () => {
    const client = await seedClient(server);
    const stranger = await server.browser('stranger');
    const insider = await server.browser('developer');
    const page = await insider.visit(pathOf(client));
    for (const rest of ['', '/callback?code=abc&state=x']) {
      expect((await stranger.visit(pathOf(client, rest))).status).toBe(404);
      const somebody = await (await server.browser()).visit(pathOf(client, rest));
      expect(somebody.url.pathname).toBe('/auth/login');
    }
    const own = await seedClient(server, { createdBy: 'stranger' });
    const form = (await stranger.visit(pathOf(own))).form({ button: 'Make the request' });
    for (const step of ['authorize', 'token', 'user-data', 'refresh', 'secret']) {
      const submission = { ...form.press(), action: pathOf(client, `/${step}`) };
      expect((await stranger.submit(page, submission)).status).toBe(404);
    }
  });

  it.each(['nonsense', 'authorise', 'constructor', 'revoke', 'replay'])(
    'knows no step %s without what it is of',
    async (step) => {
      const client = await seedClient(server);
      const browser = await server.browser('developer');
      const page = await browser.visit(pathOf(client));
      const submission = page.form({ button: 'Make the request' }).press();
      const action = pathOf(client, `/${step}`);
      expect((await browser.submit(page, { ...submission, action })).status).toBe(404);
    },
  );

  it('starts again where an answer is asked for again, and in another language', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    for (const step of [
      'authorize',
      'token',
      'user-data',
      'refresh',
      'replay',
      'revoke',
      'secret',
    ]) {
      const page = await browser.visit(pathOf(client, `/${step}`));
      expect(page.url.pathname).toBe(pathOf(client));
    }
    expect((await browser.visit(pathOf(client, '/nonsense'))).status).toBe(404);
    const stranger = await server.browser('stranger');
    expect((await stranger.visit(pathOf(client, '/token'))).status).toBe(404);
  });

  it('is closed for a suspended app, and says what to do', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const open = await browser.visit(pathOf(client));
    await decideTo(server, client.number, 'suspended');
    const closed = await browser.visit(pathOf(client));
    expect(closed.text).toContain('The app is suspended');
    expect(closed.link('To the app')).toBe(`/developer/${client.number}`);
    const sent = await browser.submit(open, open.form({ button: 'Make the request' }).press());
    expect(sent.url.pathname).toBe(pathOf(client));
    expect(sent.text).toContain('The app is suspended');
  });

  it('is closed when the institution has no sandbox', async () => {
    const without = await startTestServer({ settings: { sandbox: { isOn: false } } });
    try {
      const client = await seedClient(without);
      const browser = await without.browser('developer');
      const page = await browser.visit(pathOf(client));
      expect(page.text).toContain('The sandbox is off');
      const callback = await browser.visit(pathOf(client, '/callback?code=abc&state=x'));
      expect(callback.text).toContain('The sandbox is off');
    } finally {
      await without.close();
    }
  });

  it('is found from the app and from its snippets', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const app = await browser.visit(`/developer/${client.number}`);
    expect(app.link('Playground')).toBe(pathOf(client));
    const snippets = await browser.visit(`/developer/${client.number}/integrate`);
    expect(snippets.link('playground')).toBe(pathOf(client));
  });

  it('stays below 50 KB, whatever it is given', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const back = await walkToCode(browser, client);
    const tokens = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, client.sandbox.client_secret],
    });
    expect(tokens.bytes.byteLength).toBeLessThan(50_000);
    const huge = await take(browser, back, {
      button: 'Exchange the code',
      fill: [SECRET_FIELD, 'x'.repeat(100_000)],
    });
    expect(huge.bytes.byteLength).toBeLessThan(50_000);
  });

  it('does not count what was not sent', async () => {
    const noted = vi.spyOn(server.storage, 'noteClientActivity');
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    const first = await browser.visit(pathOf(client));
    await browser.submit(first, first.form({ button: 'Make the request' }).press());
    expect(noted).not.toHaveBeenCalled();
    noted.mockRestore();
  });
});
