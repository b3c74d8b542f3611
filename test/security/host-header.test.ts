import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { authorisePath } from '../support/consent.ts';
import { everyRoute } from '../support/every-route.ts';
import { decideTo, seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: the issuer is never taken from a Host header. */

const ISSUER = 'https://auth.campus.example';
const LIES = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-original-host': 'evil.example',
  forwarded: 'host=evil.example;proto=https',
  'x-forwarded-proto': 'https',
  'x-forwarded-prefix': '/evil.example',
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ issuer: ISSUER });
});
afterAll(() => server.close());

describe('a Host header that lies', () => {
  it('stands in no page, link or redirect', async () => {
    const client = await seedClient(server, { createdBy: 'maintainer' });
    const browser = await server.browser('maintainer');
    const routes = everyRoute(server, { number: client.number }).map(
      ({ method, path }) => `${method} ${path}`,
    );
    for (const target of [...routes, `GET ${authorisePath(client)}`, 'GET /no/such/page']) {
      for (const response of [
        await browser.send(target, { headers: LIES }),
        await server.request(target, { headers: LIES }),
      ]) {
        const { status, headers, body } = response;
        expect(`${target} ${JSON.stringify(headers)} ${body}`).not.toContain('evil.example');
        expect(status).toBeLessThan(500);
      }
    }
  });

  it('stands in no mailed link: the issuer does', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/forgot-password');
    const { fields } = page
      .form({ action: '/auth/forgot-password' })
      .fill('Username, email address or phone number', '21114009')
      .press();
    const { status } = await browser.send('POST /auth/forgot-password', {
      form: fields,
      headers: LIES,
    });
    expect(status).toBe(303);
    await expect.poll(() => server.mails.length).toBe(1);

    const { text } = server.mails[0]!;
    expect(text).not.toContain('evil.example');
    const links = text.match(/https?:\/\/\S+/gu) ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link.startsWith(`${ISSUER}/`)).toBe(true);
  });

  it('stands in no mail about a review', async () => {
    const client = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('maintainer');
    const page = await browser.visit(`/review/${client.number}`);
    const action = `/review/${client.number}/decision`;
    const { fields } = page.form({ action }).tick('Approve').press();
    const before = server.mails.length;
    const { status } = await browser.send(`POST ${action}`, { form: fields, headers: LIES });
    expect(status).toBe(303);
    await expect.poll(() => server.mails.length).toBeGreaterThan(before);
    for (const { text } of server.mails) {
      expect(text).not.toContain('evil.example');
      expect(text).toContain(ISSUER);
    }
    await decideTo(server, client.number, 'suspended');
  });
});
