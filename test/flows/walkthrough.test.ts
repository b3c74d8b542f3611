import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { authorize, codeOf } from '../support/consent.ts';
import { decideOn, registerApp } from '../support/developer-portal.ts';
import { redeem, refresh, requestRefresh, revoke, userData } from '../support/provider-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The specification's walkthrough from its first page to its last, by the people and the app it is about. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('the walkthrough', () => {
  it('goes from registering an app to logging a person out of it', async () => {
    // Registering your application.
    const developer = await server.browser();
    await signIn(
      developer,
      await developer.visit('/auth/login?next=%2Fdeveloper%2Fadd'),
      'developer',
    );
    const app = await registerApp(developer, {
      name: 'Book Swap',
      redirectUris: ['https://books.example/callback', 'http://localhost:3000/callback'],
      claims: [
        ['Student', 'Enrolment number'],
        ['Personal', 'Full name'],
        ['Student', 'Department'],
        ['Contact information', 'Institute webmail address'],
      ],
    });
    expect(app.clientId).toMatch(/^[A-Za-z0-9]{40}$/u);
    expect(app.clientSecret).toMatch(/^[A-Za-z0-9]{128}$/u);

    // You will be unable to use OAuth2 without approval.
    const student = await server.browser('student');
    const early = await student.visit(`/oauth/authorise?client_id=${app.clientId}`);
    expect(early.status).toBe(400);
    expect(early.text).toContain('waiting for its review');

    // The administration approves; the developer sees it on the dashboard, and is told by mail.
    const maintainer = await server.browser('maintainer');
    const queue = await maintainer.visit('/review');
    expect(queue.text).toContain('Book Swap');
    await decideOn(maintainer, app.number, { decision: 'Approve', message: 'Fine with us.' });
    const dashboard = await developer.visit(`/developer/${app.number}`);
    expect(dashboard.text).toContain('Approved');
    expect(dashboard.text).toContain('Fine with us.');
    await expect
      .poll(() => server.mails.map(({ to }) => to))
      .toEqual(['devika_r@cs.campus.example']);

    // Authorising the user.
    const location = await authorize(student, app, {
      redirect_uri: 'https://books.example/callback',
      state: 'RANDOM_STATE_STRING',
    });
    expect(location.href).toMatch(
      /^https:\/\/books\.example\/callback\?code=[A-Za-z0-9]{30}&state=RANDOM_STATE_STRING$/u,
    );

    // Getting the access and refresh token.
    const tokens = await redeem(server, app, { code: codeOf(location) });

    // Using the access token.
    const data = await userData(server, tokens.access_token);
    expect(data.body).toBe(
      `{"userId":${server.people.student.id},"username":"21114009",` +
        '"person":{"fullName":"Aarohi “Aaru” Mehta-Œuvrard"},' +
        '"student":{"enrolmentNumber":"21114009","branch department name":"Electrical Engineering Department"},' +
        '"contactInformation":{"instituteWebmailAddress":"aarohi_m@ee.campus.example"}}',
    );

    // Generating new access token using refresh token.
    server.clock.advance(36_000);
    expect((await userData(server, tokens.access_token)).status).toBe(401);
    const renewed = await refresh(server, app, tokens.refresh_token);
    expect((await userData(server, renewed.access_token)).body).toBe(data.body);

    // Logging out the user.
    await revoke(server, app, {
      token: renewed.refresh_token,
      token_type_hint: 'refresh_token',
    });
    expect((await userData(server, renewed.access_token)).status).toBe(401);
    const over = await requestRefresh(server, app, { refresh_token: renewed.refresh_token });
    expect(over.body).toBe('{"error": "invalid_grant"}');
  });

  it('lets the person end it, at once, on their own page', async () => {
    const developer = await server.browser('developer');
    const app = await registerApp(developer, { name: 'Bus Times' });
    await decideOn(await server.browser('maintainer'), app.number, { decision: 'Approve' });
    const student = await server.browser('student');
    const code = codeOf(await authorize(student, app));
    const tokens = await redeem(server, app, { code });
    await userData(server, tokens.access_token);

    // Readings are noted within a second.
    await expect
      .poll(async () => (await student.visit('/account')).text, { timeout: 5000 })
      .toContain('Last read your data');
    const account = await student.visit('/account');
    expect(account.text).toContain('Bus Times');
    expect(account.text).toContain('Full name');
    const ended = await student.submit(
      account,
      account.form({ button: 'End access of Bus Times' }).press(),
    );

    expect(ended.url.pathname).toBe('/account');
    expect(ended.text).not.toContain('Bus Times');
    expect((await userData(server, tokens.access_token)).status).toBe(401);
    const over = await requestRefresh(server, app, { refresh_token: tokens.refresh_token });
    expect(over.status).toBe(400);
  });

  it('tells a developer why an app was rejected, and lets them ask again', async () => {
    const developer = await server.browser('developer');
    const maintainer = await server.browser('maintainer');
    const app = await registerApp(developer, { name: 'Gossip' });

    const unexplained = await decideOn(maintainer, app.number, { decision: 'Reject' });
    expect(unexplained.status).toBe(422);
    await decideOn(maintainer, app.number, { decision: 'Reject', message: 'Say what it is for.' });

    const dashboard = await developer.visit(`/developer/${app.number}`);
    expect(dashboard.text).toContain('Say what it is for.');
    const again = await developer.submit(
      dashboard,
      dashboard.form({ action: `/developer/${app.number}/submit` }).press(),
    );
    expect(again.text).toContain('review');
    expect((await maintainer.visit('/review')).text).toContain('Gossip');
  });
});
