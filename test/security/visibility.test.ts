import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { storedContent } from '../support/database-content.ts';
import { everyRoute, type Route } from '../support/every-route.ts';
import { elements, withoutFormTokens } from '../support/html.ts';
import type { PersonName } from '../support/people.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Issue 2, §3 and §4: only the team sees an app, only maintainers see the review desk; to others they do not exist. */

let server: TestServer;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server, { status: 'in-review', name: 'Hidden Garden' });
});
afterAll(() => server.close());

function routes(prefix: string): readonly Route[] {
  const values = { number: client.number, account: server.people.developer.id };
  const found = everyRoute(server, values).filter(
    ({ pattern }) => pattern === prefix || pattern.startsWith(`${prefix}/`),
  );
  expect(found.length).toBeGreaterThan(1);
  return found;
}

/** Calls a route with everything in order but who calls. */
async function call(browser: Browser, { method, path }: Route): Promise<RawResponse> {
  if (method === 'GET') return browser.send(`GET ${path}`);
  return browser.send(`${method} ${path}`, {
    headers: { 'sec-fetch-site': 'same-origin', origin: server.origin },
    form: {
      csrf_token: await formToken(browser),
      name: 'Taken over',
      confirm_name: client.name,
      person: '21117001',
      decision: 'approved',
      revision: '1',
      status: 'in-review',
    },
  });
}

async function formToken(browser: Browser): Promise<string> {
  const page = await browser.visit('/account');
  const field = elements(page.document, 'input').find(
    ({ attributes }) => attributes['name'] === 'csrf_token',
  );
  return field!.attributes['value']!;
}

describe('an app of somebody else', () => {
  it.each<PersonName>(['stranger', 'maintainer'])(
    'is 404 on every address to a %s, and stays as it is',
    async (person) => {
      const browser = await server.browser(person);
      const before = await storedContentWithoutSessions();
      for (const route of routes('/developer/:number')) {
        const { status, body } = await call(browser, route);
        expect(`${route.method} ${route.pattern} ${status}`).toBe(
          `${route.method} ${route.pattern} 404`,
        );
        expect(body).not.toContain('Hidden Garden');
      }
      expect(await storedContentWithoutSessions()).toEqual(before);
    },
  );

  it('looks exactly like one that does not exist', async () => {
    const browser = await server.browser('stranger');
    const hidden = await browser.visit(`/developer/${client.number}`);
    const missing = await browser.visit('/developer/999999');
    expect(hidden.status).toBe(missing.status);
    // The form for another language comes back to the address asked for.
    expect(withoutFormTokens(hidden.body).replaceAll(`/developer/${client.number}`, '')).toBe(
      withoutFormTokens(missing.body).replaceAll('/developer/999999', ''),
    );
  });

  it('is not listed', async () => {
    const browser = await server.browser('stranger');
    expect((await browser.visit('/developer')).text).not.toContain('Hidden Garden');
  });

  it('is open to whoever joins the team, and closed again to whoever leaves it', async () => {
    const { storage, people, clock } = server;
    const browser = await server.browser('faculty');
    const action = { number: client.number, actor: people.developer.id, at: clock.read() };
    await storage.addTeamMember(action, people.faculty.id, 'viewer');
    expect((await browser.visit(`/developer/${client.number}`)).status).toBe(200);
    await storage.removeTeamMember({ ...action, today: '2026-01-01' }, people.faculty.id);
    expect((await browser.visit(`/developer/${client.number}`)).status).toBe(404);
  });

  it.each(['0', '-1', '01', '1e3', '1.0', '%31x', 'NaN', '99999999999999999999', '1%20'])(
    'the number %s is 404, not an error',
    async (number) => {
      const browser = await server.browser('developer');
      expect((await browser.send(`GET /developer/${number}`)).status).toBe(404);
    },
  );
});

/** Whose addresses these are; all that is not named here is for maintainers only. */
const OF_OTHERS: readonly RegExp[] = [
  // Everybody's.
  /^\/$/u,
  /^\/(?:assets|media|auth|oauth|open_auth)\//u,
  /^\/(?:healthz|readyz|robots\.txt|language|terms_of_use\/developer)$/u,
  /^\/developer\/secret-leaks(?:\/|$)/u,
  // Every person's own.
  /^\/feed$/u,
  /^\/account(?:\/|$)/u,
  /^\/developer(?:\/add)?$/u,
  // A team's.
  /^\/developer\/:number(?:\/|$)/u,
  // Of whoever has the link, or the address it was sent to.
  /^\/invitations\/:key(?:\/|$)/u,
];

describe('every address that is not known to be somebody else’s', () => {
  function maintainersRoutes(): readonly Route[] {
    return everyRoute(server, {
      number: client.number,
      account: server.people.developer.id,
    }).filter(({ pattern }) => !OF_OTHERS.some((own) => own.test(pattern)));
  }

  it('is one of the maintainers’ places', () => {
    const places = new Set(maintainersRoutes().map(({ pattern }) => pattern.split('/')[1]));
    expect(places).toEqual(new Set(['review', 'institution', 'people', 'audit']));
  });

  it.each<PersonName>(['stranger', 'developer', 'faculty'])(
    'is 404 to a %s, and nothing is decided',
    async (person) => {
      const browser = await server.browser(person);
      const before = await storedContentWithoutSessions();
      for (const route of maintainersRoutes()) {
        const { status, body } = await call(browser, route);
        expect(`${route.method} ${route.pattern} ${status}`).toBe(
          `${route.method} ${route.pattern} 404`,
        );
        expect(body).not.toContain('Hidden Garden');
      }
      expect(await storedContentWithoutSessions()).toEqual(before);
    },
  );

  it('opens to a maintainer: the refusals above are no accident', async () => {
    const browser = await server.browser('maintainer');
    const opened = [];
    for (const route of maintainersRoutes().filter(({ method }) => method === 'GET')) {
      const { status } = await call(browser, route);
      expect(status).toBeLessThan(500);
      if (status === 200) opened.push(route.pattern.split('/')[1]);
    }
    expect(new Set(opened)).toEqual(new Set(['review', 'institution', 'people', 'audit']));
  });
});

describe.each(['/review', '/institution', '/people', '/audit'])('%s', (place) => {
  it('is not in the navigation of others', async () => {
    const others = await (await server.browser('stranger')).visit('/feed');
    expect(others.body).not.toContain(`href="${place}"`);
    const maintainer = await (await server.browser('maintainer')).visit('/feed');
    expect(maintainer.body).toContain(`href="${place}"`);
  });
});

describe('the review desk', () => {
  it('closes to a maintainer whose role ended', async () => {
    const own = await startTestServer();
    try {
      const { storage, people } = own;
      const browser = await own.browser('maintainer');
      expect((await browser.visit('/review')).status).toBe(200);
      await storage.assignRoles(people.maintainer.id, [
        { role: 'Maintainer', startDate: '2024-08-01', endDate: '2026-11-23' },
      ]);
      expect((await browser.visit('/review')).status).toBe(404);
    } finally {
      await own.close();
    }
  });

  it('does not let a maintainer decide on an app of their own team', async () => {
    const own = await seedClient(server, { createdBy: 'maintainer', status: 'in-review' });
    const browser = await server.browser('maintainer');
    await call(browser, {
      method: 'POST',
      pattern: '/review/:number/decision',
      path: `/review/${own.number}/decision`,
    });
    const dossier = await server.storage.findClientForReview(own.number);
    expect(dossier!.client.status).toBe('in-review');
  });
});

describe('nobody signed in', () => {
  it('is led to the sign-in by every page of a person, and sees nothing of it', async () => {
    const places = ['/review', '/institution', '/people', '/audit'];
    for (const prefix of ['/developer/:number', '/account', ...places]) {
      for (const { method, path, pattern } of routes(prefix)) {
        if (method !== 'GET') continue;
        const { status, headers, body } = await server.request(`GET ${path}`);
        expect(`${pattern} ${status}`).toBe(`${pattern} 302`);
        expect(headers.location).toBe(`/auth/login?next=${encodeURIComponent(path)}`);
        expect(body).toBe('');
      }
    }
  });
});

/** What is stored, but for the sessions which tests themselves begin. */
async function storedContentWithoutSessions() {
  const content = await storedContent(server);
  return content.filter(([table]) => table !== 'session');
}
