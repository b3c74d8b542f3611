import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { allow, askConsent, authorisePath, authorize, codeOf } from '../support/consent.ts';
import { elements, textOf } from '../support/html.ts';
import { redeem, userData } from '../support/provider-client.ts';
import { REDIRECT_URI, seedClient, type SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Wire contract §4: the authorise page, whose parts were a page and an endpoint and are one address here. */

let server: TestServer;
let browser: Browser;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('student');
  client = await seedClient(server);
});
afterAll(() => server.close());

describe('§4.1 GET, nobody signed in', () => {
  const query = {
    redirect_uri: 'https://app.example/callback?a=1&b=%2F',
    response_type: 'code',
    state: 'https://app.example/after?x=1&y=2#z',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
  };

  it('leads to the sign-in page with the whole query in next, without any cookie (clients.md P20)', async () => {
    const app = await seedClient(server, { redirectUris: [query.redirect_uri] });
    const response = await server.request(`GET ${authorisePath(app, query)}`);

    expect(response.status).toBe(302);
    const location = new URL(response.headers.location!, server.origin);
    expect(location.origin).toBe(server.origin);
    expect(location.pathname).toBe('/auth/login');
    const next = new URL(location.searchParams.get('next')!, server.origin);
    expect(next.pathname).toBe('/oauth/authorise');
    expect(Object.fromEntries(next.searchParams)).toEqual({ client_id: app.clientId, ...query });
  });

  it('shows the consent screen after the sign-in, and everything asked for is still known', async () => {
    const app = await seedClient(server, { redirectUris: [query.redirect_uri] });
    const fresh = await server.browser();

    const consent = await signIn(fresh, await fresh.visit(authorisePath(app, query)), 'student');

    expect(consent.url.pathname).toBe('/oauth/authorise');
    expect(consent.title).toContain(app.name);
    const location = await allow(fresh, consent);
    expect(location.searchParams.get('state')).toBe(query.state);
    expect(location.href.startsWith(`${query.redirect_uri}&code=`)).toBe(true);
  });

  it('takes a next that was put into the address raw, as clients and old links do', async () => {
    const fresh = await server.browser();
    const raw = `/auth/login?next=/oauth/authorise?client_id=${client.clientId}&redirect_uri=${REDIRECT_URI}&state=s`;

    const consent = await signIn(fresh, await fresh.visit(raw), 'student');

    expect(consent.title).toContain(client.name);
    const location = await allow(fresh, consent);
    expect(location.searchParams.get('state')).toBe('s');
  });

  it('tells a broken request before it asks anybody to sign in', async () => {
    const response = await server.request(
      `GET ${authorisePath(client, { redirect_uri: 'https://evil.example/' })}`,
    );
    expect(response.status).toBe(400);
    expect(response.headers.location).toBeUndefined();
  });
});

describe('§4.1 paths', () => {
  it.each(['/oauth/authorise', '/oauth/authorise/', '//oauth/authorise/'])(
    'answers at %s',
    async (path) => {
      const response = await browser.send(
        `GET ${server.origin}${path}?client_id=${client.clientId}`,
      );
      expect(response.status).toBe(200);
      expect(response.headers['content-type']).toMatch(/^text\/html/u);
      expect(response.body).toContain(client.name);
    },
  );
});

describe('§4.1 defaults', () => {
  it('response_type=code, state=state and the first registered redirect URI', async () => {
    const app = await seedClient(server, {
      redirectUris: ['https://app.example/first', 'https://app.example/second'],
    });
    const location = await authorize(browser, app);
    expect(location.href).toMatch(
      /^https:\/\/app\.example\/first\?code=[A-Za-z0-9]{30}&state=state$/u,
    );
  });
});

describe('§4.1 parameters that old clients send are no error', () => {
  it.each([
    ['scope', 'read'],
    ['scope', 'read write'],
    ['scope', 'openid profile email'],
    ['scope', 'person.full_name student.branch.name'],
    ['redirect_url', 'https://elsewhere.example/callback'],
    ['nonce', 'n-0S6_WzA2Mj'],
    ['approval_prompt', 'auto'],
    ['prompt', 'none'],
    ['access_type', 'offline'],
  ])('%s=%s', async (name, value) => {
    const location = await authorize(browser, client, { [name]: value });
    expect(location.href).toMatch(
      /^https:\/\/app\.example\/callback\?code=[A-Za-z0-9]{30}&state=state$/u,
    );
  });
});

describe('§4.1 an app that cannot ask: a page that says why, never a redirect', () => {
  it.each([
    ['missing', {}, 'client_id'],
    ['empty', { client_id: '' }, 'client_id'],
    ['unknown', { client_id: 'x'.repeat(40) }, 'We do not know this app'],
  ])('client_id %s', async (_name, parameters, said) => {
    const page = await browser.visit(
      authorisePath(null, { ...parameters, redirect_uri: REDIRECT_URI, state: 's' }),
    );
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
    expect(page.text).toContain(said);
  });

  it.each([
    ['in-review', 'waiting for its review'],
    ['rejected', 'is not approved'],
    ['suspended', 'is suspended'],
  ] as const)('%s', async (status, said) => {
    const app = await seedClient(server, { status });
    const page = await browser.visit(authorisePath(app));
    expect(page.status).toBe(400);
    expect(page.redirects).toEqual([]);
    expect(page.text).toContain(app.name);
    expect(page.text).toContain(said);
    expect(elements(page.document, 'form').map((form) => form.attributes['action'])).not.toContain(
      authorisePath(app),
    );
  });
});

describe('§4.1 the consent screen', () => {
  it('names the app, its developer team, the person, and every data point with the value it would share', async () => {
    const app = await seedClient(server, {
      claims: [
        'person.full_name',
        'person.roles',
        'student.branch.name',
        'student.end_date',
        'contact_information.email_address_verified',
        'social_information.links',
      ],
    });

    const page = await askConsent(browser, app);

    expect(page.title).toContain(app.name);
    expect(page.text).toContain('Devika Rao');
    expect(page.text).toContain('Aarohi “Aaru” Mehta-Œuvrard');
    expect(page.described('Username')).toBe('21114009');
    expect(page.described('Account number')).toBe(String(server.people.student.id));
    expect(page.described('Full name')).toBe('Aarohi “Aaru” Mehta-Œuvrard');
    expect(page.described('Roles')).toContain('Student');
    expect(page.described('Branch')).toBe('B.Tech. (Electrical Engineering)');
    expect(page.described('Graduation date')).toBe('nothing recorded');
    expect(page.described('Links')).toContain('https://github.com/aarohi');
    expect(elements(page.document, 'h3').map(textOf)).toEqual([
      'Account',
      'Personal',
      'Student',
      'Contact information',
      'Social information',
    ]);
    expect(page.text).not.toContain('aarohi@example.org');
  });

  it('shows what will be served and no more: the terms on it are the keys of the answer', async () => {
    const claims = ['person.short_name', 'student.enrolment_number', 'student.current_year'];
    const app = await seedClient(server, { claims });
    const page = await askConsent(browser, app);

    const code = codeOf(await allow(browser, page));
    const tokens = await redeem(server, app, { code });
    const served = JSON.parse((await userData(server, tokens.access_token)).body) as {
      person: Record<string, string>;
      student: Record<string, string | number>;
    };

    expect(page.described('Short name')).toBe(served.person['shortName']);
    expect(page.described('Enrolment number')).toBe(served.student['enrolmentNumber']);
    expect(page.described('Current year')).toBe(String(served.student['currentYear']));
    expect(Object.keys(served.person)).toEqual(['shortName']);
    expect(Object.keys(served.student)).toEqual(['enrolmentNumber', 'currentYear']);
  });

  it('comes every time: consent is never remembered', async () => {
    await authorize(browser, client);
    const page = await askConsent(browser, client);
    expect(page.title).toContain(client.name);
  });

  it('Deny leads home and on to /feed, and the app is not called (issue 2; the mobile client looks for /feed)', async () => {
    const page = await askConsent(browser, client);

    const home = await browser.submit(page, page.form({ button: 'Deny' }).press('Deny'));

    expect(home.redirects.map(({ url }) => url.pathname)).toEqual(['/oauth/authorise', '/']);
    expect(home.url.href).toBe(`${server.origin}/feed`);
    expect(home.status).toBe(200);
    expect(home.redirects[0]!.response.headers.location).toBe('/');
  });

  it('an answer that is neither yes nor no asks again', async () => {
    const page = await askConsent(browser, client);
    const submission = page.form({ button: 'Allow' }).press('Allow');
    const fields = submission.fields.filter(([name]) => name !== 'decision');

    const again = await browser.submit(page, { ...submission, fields });

    expect(again.url.origin).toBe(server.origin);
    expect(again.title).toContain(client.name);
  });

  it('without the form’s token there is no code: 403', async () => {
    const page = await askConsent(browser, client);
    const submission = page
      .form({ button: 'Allow' })
      .tamper('csrf_token', 'x'.repeat(43))
      .press('Allow');
    const refused = await browser.submit(page, submission);
    expect(refused.status).toBe(403);
    expect(refused.redirects).toEqual([]);
  });
});

describe('§4.2 Allow', () => {
  it('is 302 with code first, then state', async () => {
    const page = await askConsent(browser, client, { state: 'xyz' });
    const done = await browser.submit(page, page.form({ button: 'Allow' }).press('Allow'));

    const [step] = done.redirects;
    expect(step!.response.status).toBe(302);
    expect(step!.response.headers.location).toMatch(
      /^https:\/\/app\.example\/callback\?code=[A-Za-z0-9]{30}&state=xyz$/u,
    );
    expect(step!.response.body).toBe('');
  });

  it('appends with & when the redirect URI has a query', async () => {
    const app = await seedClient(server, { redirectUris: ['https://app.example/cb?tenant=a'] });
    const location = await authorize(browser, app);
    expect(location.href).toMatch(
      /^https:\/\/app\.example\/cb\?tenant=a&code=[A-Za-z0-9]{30}&state=state$/u,
    );
  });

  it.each([
    ['a b', 'a+b'],
    ['a/b', 'a%2Fb'],
    ['{"a":1}', '%7B%22a%22%3A1%7D'],
    ['https://app.example/x?y=1&z=2', 'https%3A%2F%2Fapp.example%2Fx%3Fy%3D1%26z%3D2'],
    ['a+b', 'a%2Bb'],
    ['50%', '50%25'],
    ['é', '%C3%A9'],
    ['-._~', '-._~'],
    ['*', '%2A'],
    ['#', '%23'],
  ])('encodes the state %s as %s, and it decodes to what was sent', async (state, encoded) => {
    const page = await askConsent(browser, client, { state });
    const done = await browser.submit(page, page.form({ button: 'Allow' }).press('Allow'));

    const location = done.redirects[0]!.response.headers.location!;
    expect(location.slice(location.indexOf('&state=') + '&state='.length)).toBe(encoded);
    expect(new URL(location).searchParams.get('state')).toBe(state);
  });

  it('an empty state is as good as none, where the page always filled one in', async () => {
    const location = await authorize(browser, client, { state: '' });
    expect(location.searchParams.get('state')).toBe('state');
  });
});

describe('§4.2 errors', () => {
  it('response_type=token: redirected in the fragment', async () => {
    const page = await browser.visit(authorisePath(client, { response_type: 'token', state: 's' }));
    expect(page.redirects[0]!.response.status).toBe(302);
    expect(page.redirects[0]!.response.headers.location).toBe(
      `${REDIRECT_URI}#error=unauthorized_client&state=s`,
    );
  });

  it('response_type unknown: redirected in the query', async () => {
    const page = await browser.visit(authorisePath(client, { response_type: 'magic', state: 's' }));
    expect(page.redirects[0]!.response.headers.location).toBe(
      `${REDIRECT_URI}?error=unsupported_response_type&state=s`,
    );
  });

  it.each([
    ['not registered', 'https://elsewhere.example/callback'],
    ['relative', '/callback'],
    ['null', 'null'],
    ['with a fragment', `${REDIRECT_URI}#x`],
    ['one more slash', `${REDIRECT_URI}/`],
    ['http for https', 'http://app.example/callback'],
    ['another case in the host, exact matching (RFC 9700 §4.1.3)', 'https://APP.example/callback'],
    ['the default port spelt out, exact matching', 'https://app.example:443/callback'],
    ['one more query pair, which the original allowed: exact matching', `${REDIRECT_URI}?x=1`],
    ['a bare question mark more', `${REDIRECT_URI}?`],
    ['percent-encoded differently', 'https://app.example/%63allback'],
    ['a blank in front', ` ${REDIRECT_URI}`],
  ])('redirect_uri %s: 400 and a page, no redirect', async (_name, redirectUri) => {
    const page = await browser.visit(authorisePath(client, { redirect_uri: redirectUri }));
    expect(page.status).toBe(400);
    expect(page.headers.location).toBeUndefined();
    expect(page.redirects).toEqual([]);
    expect(page.headers['content-type']).toMatch(/^text\/html/u);
    expect(page.text).toContain(client.name);
  });

  it('a POST of nobody signed in is refused: there is no session its token could belong to', async () => {
    const response = await server.request(`POST ${authorisePath(client)}`, {
      form: { decision: 'allow', account: String(server.people.student.id) },
    });
    expect(response.status).toBe(403);
    expect(response.headers.location).toBeUndefined();
  });
});
