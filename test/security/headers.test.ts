import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { authorisePath } from '../support/consent.ts';
import { everyRoute } from '../support/every-route.ts';
import { descendants, elements, parseHtml, type HtmlElement } from '../support/html.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §10: strict CSP without inline script, clickjacking and sniffing headers, Referrer-Policy. */

let server: TestServer;
let client: SeededClient;
let browser: Browser;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server, { createdBy: 'maintainer' });
  browser = await server.browser('maintainer');
  await server.storage.storeMedia({
    path: 'logos/one.png',
    contentType: 'image/png',
    bytes: Buffer.from('89504e470d0a1a0a', 'hex'),
  });
});
afterAll(() => server.close());

interface Answer extends RawResponse {
  readonly address: string;
}

/** The answers of every route, to somebody signed in and to nobody, and those of addresses nobody serves. */
async function everyAnswer(): Promise<readonly Answer[]> {
  const values = { number: client.number, file: 'styles.css', '*': 'logos/one.png' };
  const routes = everyRoute(server, values).map(({ method, path }) => `${method} ${path}`);
  const targets = [
    ...routes,
    `GET ${authorisePath(client)}`,
    `GET ${authorisePath(client, { response_type: 'token' })}`,
    'GET /no/such/page',
    'GET /media/no/such.png',
    'GET /assets/no-such.js',
    'DELETE /account',
    'OPTIONS /account',
    'GET /developer/999999',
    'POST /open_auth/token/?a=b',
    'GET /open_auth/no-such',
  ];
  const answers: Answer[] = [];
  for (const address of targets) {
    answers.push({ address, ...(await browser.send(address)) });
    const { body, ...anonymous } = await server.request(address);
    answers.push({ address: `${address} (nobody)`, body, ...anonymous });
  }
  return answers;
}

/** Directive → its sources. */
function policyOf({ headers }: RawResponse): ReadonlyMap<string, readonly string[]> {
  const policy = String(headers['content-security-policy'] ?? '');
  return new Map(
    policy
      .split(';')
      .map((directive) => directive.trim().split(/\s+/u))
      .map(([name = '', ...sources]) => [name, sources]),
  );
}

describe('on every answer', () => {
  it('there is a policy without inline script or style, wildcard or other host', async () => {
    const answers = await everyAnswer();
    expect(answers.length).toBeGreaterThan(80);
    for (const answer of answers) {
      const policy = policyOf(answer);
      expect([answer.address, policy.get('default-src')]).toEqual([answer.address, ["'none'"]]);
      for (const [directive, sources] of policy) {
        for (const source of sources) {
          expect(`${answer.address} ${directive} ${source}`).toBe(
            `${answer.address} ${directive} ${source === "'none'" ? "'none'" : "'self'"}`,
          );
        }
      }
    }
  });

  it('nobody may frame it, guess its type, or learn where the visitor came from', async () => {
    for (const { address, headers } of await everyAnswer()) {
      expect([address, headers]).toEqual([
        address,
        expect.objectContaining({
          'x-frame-options': 'DENY',
          'x-content-type-options': 'nosniff',
          'referrer-policy': 'same-origin',
          'cross-origin-opener-policy': 'same-origin',
        }) as unknown,
      ]);
    }
  });

  it('nothing tells which software answers', async () => {
    for (const { address, headers } of await everyAnswer()) {
      expect([address, headers['server'], headers['x-powered-by']]).toEqual([
        address,
        undefined,
        undefined,
      ]);
    }
  });

  it('nothing failed on our side', async () => {
    for (const { address, status } of await everyAnswer()) {
      expect([address, status < 500]).toEqual([address, true]);
    }
  });
});

describe('on every page', () => {
  async function everyPage(): Promise<readonly Answer[]> {
    const pages = (await everyAnswer()).filter(
      ({ headers, body }) =>
        headers['content-type']?.startsWith('text/html') === true && body !== '',
    );
    expect(pages.length).toBeGreaterThan(40);
    return pages;
  }

  it('frames are forbidden by the policy as well, and forms go to ourselves', async () => {
    for (const page of await everyPage()) {
      const policy = policyOf(page);
      expect([page.address, policy.get('frame-ancestors')]).toEqual([page.address, ["'none'"]]);
      expect([page.address, policy.get('base-uri')]).toEqual([page.address, ["'none'"]]);
      const isConsent = page.address === `GET ${authorisePath(client)}`;
      expect([page.address, policy.get('form-action')]).toEqual([
        page.address,
        isConsent ? undefined : ["'self'"],
      ]);
    }
  });

  it('there is no inline script, style or handler, and nothing comes from elsewhere', async () => {
    for (const page of await everyPage()) {
      const problems = [...descendants(parseHtml(page.body))].flatMap(inlineProblems);
      expect([page.address, problems]).toEqual([page.address, []]);
    }
  });

  it('nobody stores it: it is one person’s', async () => {
    for (const page of await everyPage()) {
      expect([page.address, page.headers['cache-control']]).toEqual([page.address, 'no-store']);
    }
  });

  it('says which language it is in, and has a title', async () => {
    for (const page of await everyPage()) {
      const document = parseHtml(page.body);
      expect(elements(document, 'html')[0]?.attributes['lang']).toBe('en');
      expect(elements(document, 'title')).toHaveLength(1);
    }
  });
});

/** What the policy would block, or what would be active if it did not. */
function inlineProblems({ name, attributes, children }: HtmlElement): readonly string[] {
  const problems = Object.entries(attributes)
    .filter(([key]) => key === 'style' || key.startsWith('on'))
    .map(([key]) => `${name}[${key}]`);
  if (name === 'style' || (name === 'script' && children.length > 0)) problems.push(`<${name}>`);
  if (['iframe', 'object', 'embed', 'base', 'applet'].includes(name)) problems.push(`<${name}>`);
  const loads = name === 'script' || name === 'img' || name === 'link';
  for (const key of ['src', 'href', 'action', 'formaction'] as const) {
    const address = attributes[key];
    if (address === undefined) continue;
    const isOwn = /^[/#?](?![/\\])/u.test(address) || address === '';
    if (/^\s*(?:javascript|data|vbscript):/iu.test(address)) problems.push(`${name} ${address}`);
    if ((loads || key !== 'href') && !isOwn) problems.push(`${name} ${address}`);
  }
  return problems;
}

describe('a redirect that carries a code', () => {
  it('is not stored, and takes no referrer along', async () => {
    const student = await server.browser('student');
    const page = await student.visit(authorisePath(client));
    const done = await student.submit(page, page.form({ button: 'Allow' }).press('Allow'));

    const { headers } = done.redirects.at(-1)!.response;
    expect(headers.location).toContain('?code=');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('same-origin');
  });
});

describe('public files', () => {
  it('pictures can be shown by other sites, and are inert wherever they are opened', async () => {
    const { headers } = await server.request('GET /media/logos/one.png');
    expect(headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
  });
});

describe('an unexpected failure', () => {
  it('shows its number and nothing of our insides; the cause is in the log', async () => {
    const own = await startTestServer();
    try {
      own.storage.findClientByClientId = () =>
        Promise.reject(new Error('SQLITE_CORRUPT in /var/lib/omniport'));
      const page = await own.request(`GET /oauth/authorise?client_id=${'x'.repeat(40)}`);
      const token = await own.request('POST /open_auth/token/', {
        form: {
          grant_type: 'authorization_code',
          code: 'c',
          client_id: 'x'.repeat(40),
          client_secret: 'y',
        },
      });

      expect(page.status).toBe(500);
      expect(token.status).toBe(500);
      for (const { headers, body } of [page, token]) {
        expect(body).not.toMatch(/SQLITE|\/var\/lib|\.ts|\bat \w/u);
        expect(headers['x-frame-options']).toBe('DENY');
        expect(own.logs.join('\n')).toContain(String(headers['x-request-id']));
      }
      expect(page.body).toContain(String(page.headers['x-request-id']));
      expect(JSON.parse(token.body)).toEqual({ error: 'server_error' });
      expect(own.logs.join('\n')).toContain('SQLITE_CORRUPT');
    } finally {
      await own.close();
    }
  });
});

describe('under an https issuer', () => {
  it('browsers are told to stay with https; under http nothing is said', async () => {
    const secure = await startTestServer({ issuer: 'https://auth.campus.example' });
    try {
      const { headers } = await secure.request('GET /auth/login');
      expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8,}/u);
      const plain = await server.request('GET /auth/login');
      expect(plain.headers['strict-transport-security']).toBeUndefined();
    } finally {
      await secure.close();
    }
  });
});
