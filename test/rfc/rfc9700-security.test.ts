import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { allow, askConsent, authorize, codeOf } from '../support/consent.ts';
import {
  issueCode,
  obtainTokens,
  redeem,
  refresh,
  requestRefresh,
  requestToken,
  tokensOf,
  userData,
} from '../support/provider-client.ts';
import { decideTo, requestClaims, seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function readStatus(accessToken: string): Promise<number> {
  return (await userData(server, accessToken)).status;
}

async function dataKeys(accessToken: string): Promise<unknown> {
  const { status, body } = await userData(server, accessToken);
  return status === 200 ? JSON.parse(body) : status;
}

describe('RFC 9700 §4.5 and RFC 6749 §4.1.2 authorization codes', () => {
  it('one of 100 parallel redemptions wins, and as it was replayed, all of it ends', async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const parameters = { ...client.credentials, grant_type: 'authorization_code', code };

    const answers = await Promise.all(
      Array.from({ length: 100 }, () => requestToken(server, parameters)),
    );

    const winners = answers.filter(({ status }) => status === 200);
    const losers = answers.filter(({ status }) => status !== 200);
    expect(winners).toHaveLength(1);
    expect(new Set(losers.map(({ status, body }) => `${status} ${body}`))).toEqual(
      new Set(['400 {"error": "invalid_grant"}']),
    );
    expect(await readStatus(tokensOf(winners[0]!).access_token)).toBe(401);
  });

  it('a replayed code ends the tokens of its redemption, also those refreshed since', async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const first = await redeem(server, client, { code });
    const second = await refresh(server, client, first.refresh_token);

    const replay = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      redirect_uri: client.redirectUri,
      code,
    });

    expect(replay.body).toBe('{"error": "invalid_grant"}');
    expect(await readStatus(second.access_token)).toBe(401);
    const later = await requestRefresh(server, client, { refresh_token: second.refresh_token });
    expect(later.body).toBe('{"error": "invalid_grant"}');
  });

  it('a replayed code is recognised long after it expired', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const code = await issueCode(own, client);
      const tokens = await redeem(own, client, { code });
      own.clock.advance(3600);
      await requestToken(own, { ...client.credentials, grant_type: 'authorization_code', code });
      expect((await userData(own, tokens.access_token)).status).toBe(401);
    } finally {
      await own.close();
    }
  });

  it("somebody without the app's credentials cannot end its tokens with an old code", async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const tokens = await redeem(server, client, { code });
    const other = await seedClient(server);
    const grant = { grant_type: 'authorization_code', code };

    await requestToken(server, { ...client.credentials, client_secret: 'wrong', ...grant });
    await requestToken(server, { ...other.credentials, ...grant });

    expect(await readStatus(tokens.access_token)).toBe(200);
  });
});

describe('RFC 9700 §4.14.2 refresh tokens', () => {
  it('a replayed one is refused and ends the whole authorization', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const first = await obtainTokens(own, client);
      const second = await refresh(own, client, first.refresh_token);
      own.clock.advance(11);

      const replay = await requestRefresh(own, client, { refresh_token: first.refresh_token });

      expect(replay.status).toBe(400);
      expect(replay.body).toBe('{"error": "invalid_grant"}');
      expect((await userData(own, second.access_token)).status).toBe(401);
      const stolen = await requestRefresh(own, client, { refresh_token: second.refresh_token });
      expect(stolen.body).toBe('{"error": "invalid_grant"}');
    } finally {
      await own.close();
    }
  });

  it('presented again within ten seconds, because the answer got lost, yields the same answer byte for byte (ADR 0001)', async () => {
    const own = await startTestServer();
    try {
      const client = await seedClient(own);
      const { refresh_token: token } = await obtainTokens(own, client);
      const lost = await requestRefresh(own, client, { refresh_token: token });
      own.clock.advance(10);

      const retried = await requestRefresh(own, client, { refresh_token: token });

      expect(retried.status).toBe(200);
      expect(retried.bytes).toEqual(lost.bytes);
      expect((await userData(own, tokensOf(retried).access_token)).status).toBe(200);
      await refresh(own, client, tokensOf(retried).refresh_token);
    } finally {
      await own.close();
    }
  });

  it('is a replay as soon as its successor was used, however quickly', async () => {
    const client = await seedClient(server);
    const first = await obtainTokens(server, client);
    const second = await refresh(server, client, first.refresh_token);
    const third = await refresh(server, client, second.refresh_token);

    const replay = await requestRefresh(server, client, { refresh_token: first.refresh_token });

    expect(replay.body).toBe('{"error": "invalid_grant"}');
    expect(await readStatus(third.access_token)).toBe(401);
  });

  it('of 50 parallel refreshes with one token, all get one and the same pair', async () => {
    const client = await seedClient(server);
    const { refresh_token: token } = await obtainTokens(server, client);

    const answers = await Promise.all(
      Array.from({ length: 50 }, () => requestRefresh(server, client, { refresh_token: token })),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await readStatus(tokensOf(answers[0]!).access_token)).toBe(200);
  });

  it("of another app does not end this app's authorization when replayed there", async () => {
    const client = await seedClient(server);
    const first = await obtainTokens(server, client);
    const second = await refresh(server, client, first.refresh_token);
    await refresh(server, client, second.refresh_token);
    const other = await seedClient(server);

    const { body } = await requestRefresh(server, other, { refresh_token: first.refresh_token });

    expect(body).toBe('{"error": "invalid_grant"}');
    const alive = await obtainTokens(server, client);
    expect(await readStatus(alive.access_token)).toBe(200);
  });
});

describe('the grant is a snapshot of what a person agreed to (issue 2)', () => {
  const narrow = ['student.current_year'];
  const wide = ['student.current_year', 'contact_information.email_address'];

  function only(currentYear: number): unknown {
    const { id, username } = server.people.student;
    return { userId: id, username, student: { currentYear } };
  }

  it('is not widened by more claims asked for, approved, and a refresh', async () => {
    const client = await seedClient(server, { claims: narrow });
    const before = await obtainTokens(server, client);

    await requestClaims(server, client.number, { claims: wide });
    expect(await dataKeys(before.access_token)).toEqual(only(4));
    await decideTo(server, client.number, 'approved');
    expect(await dataKeys(before.access_token)).toEqual(only(4));
    const after = await refresh(server, client, before.refresh_token);
    expect(await dataKeys(after.access_token)).toEqual(only(4));
  });

  it('is widened by a new consent only', async () => {
    const client = await seedClient(server, { claims: narrow });
    const old = await obtainTokens(server, client);
    await requestClaims(server, client.number, { claims: wide });
    await decideTo(server, client.number, 'approved');
    const browser = await server.browser('student');

    const code = codeOf(await authorize(browser, client));
    const renewed = await redeem(server, client, { code });

    expect(await dataKeys(renewed.access_token)).toMatchObject({
      contactInformation: { emailAddress: 'aarohi@example.org' },
    });
    expect(await dataKeys(old.access_token)).toEqual(only(4));
  });

  it('shrinks with the approval: what is no longer approved is no longer served', async () => {
    const client = await seedClient(server, { claims: wide });
    const { access_token: token } = await obtainTokens(server, client);
    await requestClaims(server, client.number, { claims: narrow });
    await decideTo(server, client.number, 'approved');

    expect(await dataKeys(token)).toEqual(only(4));
  });

  it('yields nothing while the app is suspended, and no more than before when it is approved again', async () => {
    const client = await seedClient(server, { claims: narrow });
    const tokens = await obtainTokens(server, client);

    await decideTo(server, client.number, 'suspended');
    expect(await dataKeys(tokens.access_token)).toBe(401);
    const refused = await requestRefresh(server, client, { refresh_token: tokens.refresh_token });
    expect(refused.status).toBe(400);

    await decideTo(server, client.number, 'reinstated');
    expect(await dataKeys(tokens.access_token)).toEqual(only(4));
  });

  it('is not widened by a consent form that was tampered with', async () => {
    const client = await seedClient(server, { claims: narrow });
    const browser = await server.browser('student');
    const page = await askConsent(browser, client);
    const tampered = page
      .form({ button: 'Allow' })
      .tamper('claim', 'student.current_year', 'contact_information.email_address', 'person.roles')
      .press('Allow');

    const done = await browser.submit(page, tampered);

    const { access_token: token } = await redeem(server, client, { code: codeOf(done.url) });
    expect(await dataKeys(token)).toEqual(only(4));

    // Nor does what was slipped in wait for an approval.
    await requestClaims(server, client.number, { claims: [...wide, 'person.roles'] });
    await decideTo(server, client.number, 'approved');
    expect(await dataKeys(token)).toEqual(only(4));
  });

  it('is not wider than the screen was, when the app was approved for more meanwhile', async () => {
    const client = await seedClient(server, { claims: narrow });
    const browser = await server.browser('student');
    const page = await askConsent(browser, client);
    await requestClaims(server, client.number, { claims: wide });
    await decideTo(server, client.number, 'approved');

    const location = await allow(browser, page);

    const { access_token: token } = await redeem(server, client, { code: codeOf(location) });
    expect(await dataKeys(token)).toEqual(only(4));
  });

  it('belongs to the person who saw the screen: another one signed in meanwhile is asked anew', async () => {
    const client = await seedClient(server, { claims: narrow });
    const browser = await server.browser('student');
    const page = await askConsent(browser, client);
    const { fields } = page.form({ button: 'Allow' }).press('Allow');
    const other = await server.browser('maintainer');
    const shown = await askConsent(other, client);
    const form = shown.form({ button: 'Allow' });
    for (const [name, value] of fields) if (name === 'account') form.tamper(name, value);

    const done = await other.submit(shown, form.press('Allow'));

    expect(done.url.origin).toBe(server.origin);
    expect(done.text).toContain('Kabir Singh Rathore');
  });
});

describe('RFC 9700 §4.1.3 redirect URIs are compared by exact string matching', () => {
  it('a code sent to a URI that the app dropped meanwhile is not redeemed as if it had gone to the new one', async () => {
    const client = await seedClient(server);
    const { storage, people, clock } = server;
    const code = await issueCode(server, client);
    await storage.changeRedirectUris(
      { number: client.number, actor: people.developer.id, at: clock.read() },
      ['https://elsewhere.example/callback'],
    );

    const withoutUri = await requestToken(server, {
      ...client.credentials,
      grant_type: 'authorization_code',
      code,
    });

    expect(withoutUri.status).toBe(400);
    expect(withoutUri.body).toContain('Mismatching redirect URI.');
  });
});
