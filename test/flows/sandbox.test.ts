import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { syntheticPeople } from '../../src/sandbox/synthetic-people.ts';
import { DEFAULT_CLAIM_CATALOGUE } from '../../src/domain/claim-catalogue.ts';
import { allow, authorisePath, codeOf } from '../support/consent.ts';
import { registerApp } from '../support/developer-portal.ts';
import { elements } from '../support/html.ts';
import { obtainTokens, requestToken, tokensOf, userData } from '../support/provider-client.ts';
import { decideTo, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** ADR 0008: an app is built against people who do not exist, before anybody approved it, on the same endpoints. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const CLAIMS = ['person.short_name', 'person.full_name', 'person.roles', 'student.branch.name'];

/** The app as its sandbox credentials know it. */
function sandboxOf(client: SeededClient): SeededClient {
  return {
    ...client,
    clientId: client.sandbox.client_id,
    clientSecret: client.sandbox.client_secret,
    credentials: client.sandbox,
  };
}

function codeGrant(code: string, client: SeededClient): Record<string, string> {
  return { grant_type: 'authorization_code', code, redirect_uri: client.redirectUri };
}

/** A code of the sandbox, by the pages. */
async function sandboxCode(client: SeededClient, username = '99999001'): Promise<string> {
  const browser = await server.browser();
  const page = await browser.visit(authorisePath(sandboxOf(client), { login_hint: username }));
  return codeOf(await allow(browser, page));
}

async function sandboxTokens(client: SeededClient, username?: string) {
  const code = await sandboxCode(client, username);
  return tokensOf(await requestToken(server, { ...client.sandbox, ...codeGrant(code, client) }));
}

describe('the sandbox of an app nobody approved yet', () => {
  it('from registration to user data, without anybody signing in', async () => {
    const app = await registerApp(await server.browser('developer'), { name: 'Brand New' });
    const visitor = await server.browser();
    const choice = await visitor.visit(authorisePath(sandboxOf(app), { state: 'a b' }));
    expect(choice.status).toBe(200);
    expect(choice.title).toBe('Who do you want to be?');
    expect(choice.text).toContain('Nobody here exists');

    const links = elements(choice.document, 'a').map(({ attributes }) => attributes['href'] ?? '');
    const asha = links.find((href) => href.includes('login_hint=99999001'))!;
    const consent = await visitor.visit(asha);
    expect(consent.title).toBe('Brand New would like to read your data');
    expect(consent.text).toMatch(/Sandbox Nobody here exists/u);
    expect(consent.text).toContain('Asha Namuna');
    expect(consent.text).not.toContain('Reviewed by');
    const location = await allow(visitor, consent);
    expect(location.href).toMatch(
      /^https:\/\/app\.example\/callback\?code=[A-Za-z0-9]{30}&state=a\+b$/u,
    );

    const answer = await requestToken(server, {
      ...app.sandbox,
      ...codeGrant(codeOf(location), app),
    });
    expect(answer.status).toBe(200);
    const { access_token: token, refresh_token } = tokensOf(answer);
    const data = await userData(server, token);
    expect(data.status).toBe(200);
    expect(JSON.parse(data.body)).toEqual({
      userId: expect.any(Number) as number,
      username: '99999001',
      person: { fullName: 'Asha Namuna' },
    });
    const renewed = await requestToken(server, {
      ...app.sandbox,
      grant_type: 'refresh_token',
      refresh_token,
    });
    expect(renewed.status).toBe(200);
  });

  it('offers people of every kind, each by its own link', async () => {
    const client = await seedClient(server, { status: 'in-review', claims: CLAIMS });
    const browser = await server.browser();
    const page = await browser.visit(authorisePath(sandboxOf(client)));
    for (const { username } of syntheticPeople(DEFAULT_CLAIM_CATALOGUE)) {
      const tokens = await sandboxTokens(client, username);
      expect(page.body).toContain(`login_hint=${username}`);
      const data = JSON.parse((await userData(server, tokens.access_token)).body) as object;
      expect(data).toMatchObject({ username });
    }
  });

  it('serves what the app asks for, also when something less is approved', async () => {
    const client = await seedClient(server, { status: 'in-review', claims: CLAIMS });
    const { access_token: token } = await sandboxTokens(client, '99999002');
    const data = JSON.parse((await userData(server, token)).body) as Record<string, unknown>;
    expect(data['person']).toEqual({
      shortName: 'Vikram',
      fullName: 'Vikram Namuna',
      roles: [
        { role: 'Student', activeStatus: 'ActiveStatus.IS_ACTIVE' },
        { role: 'Maintainer', activeStatus: 'ActiveStatus.IS_ACTIVE' },
      ],
    });
    expect(data['student']).toEqual({ 'branch name': 'Ph.D. (Physics Engineering)' });
  });

  it('works when the app is rejected, not when it is suspended', async () => {
    const client = await seedClient(server, { status: 'rejected' });
    const { access_token: token } = await sandboxTokens(client);
    await decideTo(server, client.number, 'suspended');
    const visitor = await server.browser();
    const refused = await visitor.visit(authorisePath(sandboxOf(client)));
    expect([refused.status, refused.text.includes('is suspended')]).toEqual([400, true]);
    expect((await userData(server, token)).status).toBe(401);
  });
});

describe('whoever comes to the sandbox', () => {
  it('chooses whom to be even when signed in, and is never asked as themselves', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('student');
    const page = await browser.visit(authorisePath(sandboxOf(client)));
    expect(page.title).toBe('Who do you want to be?');
    expect(page.text).not.toContain('Aarohi');
  });

  it.each(['21114009', '1', 'Asha Namuna', '99999001 '])(
    'who chooses %j chooses nobody',
    async (choice) => {
      const client = await seedClient(server);
      const browser = await server.browser('student');
      const page = await browser.visit(authorisePath(sandboxOf(client), { login_hint: choice }));
      expect(page.title).toBe('Who do you want to be?');
    },
  );

  it('can become somebody else before answering', async () => {
    const client = await seedClient(server);
    const browser = await server.browser();
    const first = { login_hint: '99999001', state: 'kept' };
    const page = await browser.visit(authorisePath(sandboxOf(client), first));
    const again = await browser.visit(page.link('Be somebody else'));
    expect(again.title).toBe('Who do you want to be?');
    expect(again.body).toContain('state=kept');
  });

  it('cannot pass for a person by changing the form', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('student');
    const page = await browser.visit(authorisePath(sandboxOf(client), { login_hint: '99999001' }));
    const form = page.form({ button: 'Allow' });
    form.tamper('account', String(server.people.student.id));
    const answered = await browser.submit(page, form.press('Allow'));
    // The answer is not the chosen person's: they are asked again.
    expect([answered.status, answered.title]).toEqual([
      200,
      `${client.name} would like to read your data`,
    ]);
  });

  it('sees an error before the app does, because nobody has looked at the app', async () => {
    const client = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser();
    const wrong = { response_type: 'nonsense', state: 'S' };
    const page = await browser.visit(authorisePath(sandboxOf(client), wrong));
    expect([page.status, page.redirects]).toEqual([400, []]);
    expect(page.text).toContain('unsupported_response_type');
    expect(page.link('Go on to app.example')).toBe(
      `${client.redirectUri}?error=unsupported_response_type&state=S`,
    );
  });

  it('is sent to the registered redirect URIs only', async () => {
    const client = await seedClient(server);
    const browser = await server.browser();
    const elsewhere = { redirect_uri: 'https://evil.example/', login_hint: '99999001' };
    const page = await browser.visit(authorisePath(sandboxOf(client), elsewhere));
    expect([page.status, page.redirects]).toEqual([400, []]);
    expect(page.text).toContain('not registered');
  });
});

describe('the sandbox, where nobody signs in,', () => {
  it('cannot be used to fill the database', async () => {
    const crowded = await startTestServer();
    try {
      const client = await seedClient(crowded);
      const browser = await crowded.browser();
      const page = await browser.visit(
        authorisePath(sandboxOf(client), { login_hint: '99999001' }),
      );
      const allowed = page.form({ button: 'Allow' }).press('Allow');
      let answer = await browser.submit(page, allowed);
      let codes = 0;
      while (answer.url.searchParams.has('code') && codes < 700) {
        codes += 1;
        answer = await browser.submit(page, allowed);
      }
      expect([codes, answer.status]).toEqual([600, 429]);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      crowded.clock.advance(15 * 60);
      expect((await browser.submit(page, allowed)).url.searchParams.has('code')).toBe(true);
    } finally {
      await crowded.close();
    }
  });
});

describe('live and sandbox never meet', () => {
  let client: SeededClient;
  beforeAll(async () => {
    client = await seedClient(server, { claims: CLAIMS });
  });

  it('a code of one is invalid_grant with the credentials of the other, whoever is first', async () => {
    const code = await sandboxCode(client);
    const grant = codeGrant(code, client);
    const answers = await Promise.all(
      [client.credentials, client.sandbox, client.credentials].map(async (credentials) =>
        requestToken(server, { ...credentials, ...grant }),
      ),
    );
    expect(answers.map(({ status, body }) => (status === 200 ? 'tokens' : body))).toEqual([
      '{"error": "invalid_grant"}',
      'tokens',
      '{"error": "invalid_grant"}',
    ]);
    const { access_token: token } = tokensOf(answers[1]!);
    // The replays with foreign credentials ended nothing.
    expect((await userData(server, token)).status).toBe(200);
  });

  it('a refresh token of one is invalid_grant with the credentials of the other', async () => {
    const live = await obtainTokens(server, client);
    const sandbox = await sandboxTokens(client);
    for (const [credentials, token] of [
      [client.sandbox, live],
      [client.credentials, sandbox],
    ] as const) {
      const crossed = await requestToken(server, {
        ...credentials,
        grant_type: 'refresh_token',
        refresh_token: token.refresh_token,
      });
      expect([crossed.status, crossed.body]).toEqual([400, '{"error": "invalid_grant"}']);
      expect((await userData(server, token.access_token)).status).toBe(200);
    }
  });

  it('the secret of one is invalid_client with the client id of the other', async () => {
    const code = await sandboxCode(client);
    for (const mixed of [
      { client_id: client.sandbox.client_id, client_secret: client.clientSecret },
      { client_id: client.clientId, client_secret: client.sandbox.client_secret },
    ]) {
      const answer = await requestToken(server, { ...mixed, ...codeGrant(code, client) });
      expect([answer.status, answer.body]).toEqual([401, '{"error": "invalid_client"}']);
    }
  });

  it('a token of one is not revoked with the credentials of the other, which is not said', async () => {
    const live = await obtainTokens(server, client);
    const sandbox = await sandboxTokens(client);
    for (const [credentials, { access_token: token }] of [
      [client.sandbox, live],
      [client.credentials, sandbox],
    ] as const) {
      const revoked = await server.request('POST /open_auth/revoke_token/', {
        form: { ...credentials, token },
      });
      expect([revoked.status, revoked.body]).toEqual([200, '']);
      expect((await userData(server, token)).status).toBe(200);
    }
  });

  it('a person does not find the sandbox among the apps that read their data', async () => {
    await sandboxTokens(client);
    const browser = await server.browser('stranger');
    const account = await browser.visit('/account');
    expect(account.text).not.toContain(client.name);
  });
});

describe('a synthetic person', () => {
  const username = '99999001';

  it('cannot sign in, nor ask for a password', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    const form = page
      .form({ button: 'Sign in' })
      .fill('Username, email address or phone number', username)
      .fill('Password', 'anything at all');
    const refused = await browser.submit(page, form.press('Sign in'));
    expect(refused.status).toBe(422);

    const forgot = await browser.visit('/auth/forgot-password');
    const asked = forgot
      .form({ action: '/auth/forgot-password' })
      .fill('Username, email address or phone number', 'asha.namuna@mail.example');
    const before = server.mails.length;
    await browser.submit(forgot, asked.press());
    expect(server.mails).toHaveLength(before);
  });

  it('cannot be added to a team', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('developer');
    for (const typed of [username, '91-5550199001']) {
      const page = await browser.visit(`/developer/${client.number}`);
      const form = page.form({ action: `/developer/${client.number}/team` });
      form.tamper('person', typed);
      const refused = await browser.submit(page, form.press());
      expect([refused.status, refused.text.includes('Nobody has this')]).toEqual([422, true]);
    }
  });

  it('has a picture that is served like any other', async () => {
    const client = await seedClient(server, { claims: ['person.display_picture'] });
    const { access_token: token } = await sandboxTokens(client);
    const data = JSON.parse((await userData(server, token)).body) as {
      readonly person: { readonly displayPicture: string };
    };
    const picture = await server.request(`GET ${data.person.displayPicture}`);
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png']);
  });
});

describe('where the institution has switched the sandbox off', () => {
  it('its client ids and tokens lead nowhere, and live goes on', async () => {
    const off = await startTestServer({ settings: { sandbox: { isOn: false } } });
    try {
      const client = await seedClient(off);
      const browser = await off.browser();
      const page = await browser.visit(authorisePath(sandboxOf(client)));
      expect([page.status, page.title]).toEqual([400, 'The sandbox is switched off']);
      const answer = await off.request('POST /open_auth/token/', {
        form: { ...client.sandbox, ...codeGrant('x', client) },
      });
      expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
        400,
        { error: 'invalid_grant' },
      ]);
      const { access_token: token } = await obtainTokens(off, client);
      expect((await userData(off, token)).status).toBe(200);
      const developer = await off.browser('developer');
      const dashboard = await developer.visit(`/developer/${client.number}`);
      expect(dashboard.body).not.toContain(client.sandbox.client_id);
    } finally {
      await off.close();
    }
  });
});
