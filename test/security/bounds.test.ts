import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { authorisePath } from '../support/consent.ts';
import { elements } from '../support/html.ts';
import { issueCode } from '../support/provider-client.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: bodies and parameters bounded in size. */

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const KIB = 1024;

describe('bodies', () => {
  it.each(['/open_auth/token/', '/open_auth/revoke_token/'])(
    '%s takes 64 KiB and no more',
    async (path) => {
      const fits = await server.request(`POST ${path}`, {
        form: { padding: 'x'.repeat(63 * KIB) },
      });
      expect(fits.status).toBe(400);
      const large = await server.request(`POST ${path}`, {
        form: { padding: 'x'.repeat(64 * KIB) },
      });
      expect(large.status).toBe(413);
    },
  );

  it.each([
    ['/auth/login', 256],
    ['/oauth/authorise', 256],
    ['/developer/add', 256],
    ['/developer/1/logo', 3 * KIB],
  ])('%s takes %i KiB and no more, whoever sends them', async (path, limit) => {
    const fits = await server.request(`POST ${path}`, {
      form: { padding: 'x'.repeat((limit - 1) * KIB) },
    });
    expect(fits.status).toBe(403);
    const large = await server.request(`POST ${path}`, {
      form: { padding: 'x'.repeat(limit * KIB) },
    });
    expect(large.status).toBe(413);
  });

  it('a multipart body is bounded like any other', async () => {
    const { status } = await server.request('POST /open_auth/token/', {
      multipart: { padding: 'x'.repeat(64 * KIB) },
    });
    expect(status).toBe(413);
  });

  it('a body in chunks, which does not say how large it is, is cut where it becomes too large', async () => {
    const status = await postChunked('/open_auth/token/', 'x'.repeat(8 * KIB), 20);
    expect(status).toBe(413);
  });

  it('a body in chunks that is small enough is read', async () => {
    const client = await seedClient(server);
    const code = await issueCode(server, client);
    const body = new URLSearchParams({
      ...client.credentials,
      grant_type: 'authorization_code',
      code,
    }).toString();
    expect(await postChunked('/open_auth/token/', body, 1)).toBe(200);
  });

  it('a body that lies about its length is refused by what it says', async () => {
    const { status } = await server
      .request('POST /open_auth/token/', {
        body: 'grant_type=refresh_token',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': '999999999',
        },
      })
      .catch(() => ({ status: 413 }));
    expect(status).toBe(413);
  });

  it('a body of ten thousand fields is just a wrong one', async () => {
    const fields = Array.from({ length: 10_000 }, (_, index): [string, string] => [
      `f${index}`,
      '',
    ]);
    const { status } = await server.request('POST /open_auth/token/', { form: fields });
    expect([400, 413]).toContain(status);
  });

  it.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
  ])('a body that is not the %s it claims to be is as good as none', async (type) => {
    const { status, body } = await server.request('POST /open_auth/token/', {
      body: 'not multipart at all',
      headers: { 'content-type': type },
    });
    expect(status).toBe(400);
    expect(body).toBe('{"error": "unsupported_grant_type"}');
  });

  it('bytes that are no text do no harm', async () => {
    const { status } = await server.request('POST /open_auth/token/', {
      body: Buffer.from('grant_type=%ff%fe&code=%00&client_id=%c0%80', 'latin1'),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(status).toBe(400);
  });
});

describe('parameters of the authorise page', () => {
  it('a state of 2048 characters comes back whole; a longer one is refused', async () => {
    const client = await seedClient(server);
    const browser = await server.browser('student');
    const longest = `${'s'.repeat(2047)}é`;
    const page = await browser.visit(authorisePath(client, { state: longest }));
    const done = await browser.submit(page, page.form({ button: 'Allow' }).press('Allow'));
    expect(done.url.searchParams.get('state')).toBe(longest);

    const refused = await browser.visit(authorisePath(client, { state: 's'.repeat(2049) }));
    expect(refused.url.searchParams.get('error')).toBe('invalid_request');
    expect(refused.url.href.length).toBeLessThan(500);
  });

  it('the longest state survives a sign-in', async () => {
    const client = await seedClient(server);
    const { status, headers } = await server.request(
      `GET ${authorisePath(client, { state: '/'.repeat(2048) })}`,
    );
    expect(status).toBe(302);
    const next = new URL(headers.location!, server.origin).searchParams.get('next')!;
    expect(new URL(next, server.origin).searchParams.get('state')).toBe('/'.repeat(2048));
    expect((await server.request(`GET ${headers.location}`)).status).toBe(200);
  });

  it('a client_id of a thousand characters is not shown whole', async () => {
    const browser = await server.browser();
    const page = await browser.visit(authorisePath(null, { client_id: 'x'.repeat(1000) }));
    expect(page.status).toBe(400);
    expect(page.body).not.toContain('x'.repeat(400));
  });

  it('an address longer than a header may be is refused', async () => {
    const answer = await server
      .request(`GET /oauth/authorise?state=${'x'.repeat(100 * KIB)}`)
      .then(({ status }) => status)
      .catch((error: unknown) => (error as NodeJS.ErrnoException).code);
    // The rest of it may still be on its way when the connection is closed.
    expect([431, 'ECONNRESET', 'EPIPE']).toContain(answer);
  });
});

describe('addresses and methods that make no sense', () => {
  it.each([
    'GET /%00',
    'GET /%ff',
    'GET /%E0%A4%A',
    'GET /media/%E0%A4%A',
    'GET /assets/%E0%A4%A',
    'GET /developer/%E0%A4%A',
    'GET /oauth/authorise?client_id=%E0%A4%A&x=%ff',
    'GET /auth/login?next=%E0%A4%A',
    'GET http://evil.example/account',
    'GET http://evil.example/open_auth/get_user_data/',
    'OPTIONS *',
    'TRACE /account',
    'PROPFIND /open_auth/token/',
    'QUERY /oauth/authorise',
  ])('%s is refused, and not by falling over', async (target) => {
    const { status, body } = await server.request(target);
    expect(status).toBeLessThan(500);
    expect(body).not.toContain('evil.example');
    expect(server.logs.filter((line) => line.includes('unexpected'))).toEqual([]);
  });

  it.each(['%E0%A4%A', '%ff', '__proto__', '"', ';', ''])(
    'a cookie that holds %j is as good as none',
    async (value) => {
      const names = ['session', 'visitor', 'notice', 'language'];
      const cookie = names.map((name) => `${name}=${value}`).join('; ');
      const { status } = await server.request('GET /auth/login', { headers: { cookie } });
      expect(status).toBe(200);
    },
  );
});

describe('fields of forms', () => {
  it('a password of a hundred thousand characters is refused without being hashed', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    const form = page
      .form({ button: 'Sign in' })
      .fill('Username, email address or phone number', '21114009')
      .fill('Password', 'x'.repeat(100_000));
    const answer = await browser.submit(page, form.press());
    expect(answer.status).toBe(422);
  });

  it('what was typed as a name is shown again, but not without end', async () => {
    const browser = await server.browser();
    const page = await browser.visit('/auth/login');
    const form = page
      .form({ button: 'Sign in' })
      .fill('Username, email address or phone number', 'y'.repeat(100_000))
      .fill('Password', 'x');
    const answer = await browser.submit(page, form.press());
    expect(answer.status).toBe(422);
    const field = elements(answer.document, 'input').find(
      ({ attributes }) => attributes['name'] === 'identifier',
    );
    expect(field!.attributes['value']!.length).toBeLessThanOrEqual(320);
  });
});

/** Sends a body in chunks without saying its length, and answers the status. */
async function postChunked(path: string, piece: string, times: number): Promise<number> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      answer += text;
      const status = /^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1];
      if (status === undefined) return;
      resolve(Number(status));
      socket.destroy();
    });
    socket.once('error', reject);
    socket.once('end', () => reject(new Error('The connection ended without an answer.')));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nTransfer-Encoding: chunked\r\n` +
        'Content-Type: application/x-www-form-urlencoded\r\n\r\n',
    );
    for (let time = 0; time < times; time += 1) {
      socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    }
    socket.write('0\r\n\r\n');
  });
}
