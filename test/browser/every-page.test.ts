import path from 'node:path';

import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ClaimCategorySource } from '../../src/domain/claim.ts';
import { addSeconds } from '../../src/domain/clock.ts';
import { loadAssets } from '../../src/http/load-assets.ts';
import { authorisePath } from '../support/consent.ts';
import { everyRoute } from '../support/every-route.ts';
import type { PersonName } from '../support/people.ts';
import { obtainTokens } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { pageLoads, type PageLoad } from './page-load.ts';
import { DESK, openVisitor, PHONE } from './visitor.ts';

/**
 * Every page that the route table knows, in every language, in a real browser: axe finds nothing, nothing is too
 * wide, the browser has nothing to complain about, and the page is light and stands still while it loads.
 */

/** In bytes, for all that a browser loads to show a page for the first time. */
const HEAVIEST = 50 * 1024;
const LIGHTEST = 5 * 1024;

/** A data point that maintainers added. */
const LIBRARY: ClaimCategorySource = {
  code: 'library',
  label: 'Library',
  claims: [{ code: 'library.dues', label: 'Dues', type: 'integer' }],
};

let server: TestServer;
let browser: Browser;
let approved: SeededClient;
let apps: readonly SeededClient[];
beforeAll(async () => {
  const assets = await loadAssets(path.resolve(import.meta.dirname, '../../dist/assets'));
  server = await startTestServer({
    assets,
    settings: { dataPoints: { categories: [LIBRARY] } },
  });
  browser = await launchChromium();
  await server.storage.storeMedia({
    path: 'kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png',
    contentType: 'image/png',
    bytes: await sharp({ create: { width: 64, height: 64, channels: 3, background: '#2f6f4f' } })
      .png()
      .toBuffer(),
  });
  approved = await seedClient(server, {
    createdBy: 'maintainer',
    claims: ['person.full_name', 'person.roles', 'student.branch.name'],
  });
  const others = (
    ['in-review', 'rejected', 'suspended', 'draft', 'changes-requested'] as const
  ).map((status) => seedClient(server, { createdBy: 'maintainer', status }));
  const unbreakable = seedClient(server, {
    createdBy: 'maintainer',
    name: `W${'w'.repeat(60)}`,
    redirectUris: [`https://app.example/${'x'.repeat(200)}`],
    clientType: 'public',
  });
  apps = [approved, ...(await Promise.all([...others, unbreakable]))];
  const theirs = await seedClient(server, { createdBy: 'developer', status: 'in-review' });
  apps = [...apps, theirs];
  await seedTeams(theirs.number);
  await obtainTokens(server, approved, { person: 'maintainer' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** In the link of an invitation that is open to whoever has it. */
const INVITED = 'i'.repeat(40);

/** A team of all roles with an invitation, and one into another team. */
async function seedTeams(theirs: number): Promise<void> {
  const { storage, people, clock, dependencies } = server;
  const at = clock.read();
  const own = { number: approved.number, actor: people.maintainer.id, at };
  await storage.addTeamMember(own, people.student.id, 'developer');
  await storage.addTeamMember(own, people.faculty.id, 'viewer');
  await storage.nameSuccessor(own, people.student.id);
  const open = { role: 'viewer', invitee: null, expiresAt: addSeconds(at, 60) } as const;
  const address = `${'x'.repeat(60)}@outside.example`;
  await storage.inviteMember(own, { ...open, address, hash: dependencies.hashSecret('own') });
  const hash = dependencies.hashSecret(INVITED);
  const other = { number: theirs, actor: people.developer.id, at };
  await storage.inviteMember(other, { ...open, address, hash });
}

/** Addresses of pages, each with what it is about where one address has several states. */
function addresses(): readonly string[] {
  const files = new Set([
    '/assets/:file',
    '/media/*',
    '/healthz',
    '/readyz',
    '/robots.txt',
    '/people/import/status',
  ]);
  const paths = apps.flatMap(({ number }) =>
    everyRoute(server, {
      number,
      environment: 'live',
      kind: 'password-reset',
      language: 'en',
      code: 'library.dues',
    })
      .filter(({ method, pattern }) => method === 'GET' && !files.has(pattern))
      .map(({ path: address }) => address),
  );
  expect(paths.length).toBeGreaterThan(60);
  return [
    ...new Set(paths),
    authorisePath(approved),
    authorisePath(approved, { redirect_uri: `https://evil.example/${'x'.repeat(300)}` }),
    ...apps.slice(1, 6).map((app) => authorisePath(app)),
    `/developer/${approved.number}/playground/callback?code=${'c'.repeat(30)}&state=xyz`,
    `/developer/${approved.number}/playground/callback?error=invalid_request`,
    '/auth/forgot-password?sent=yes',
    '/review?status=approved',
    `/invitations/${INVITED}`,
    '/no/such/page',
  ];
}

/** Many addresses lead to the same sign-in page: one of them will do. */
async function withoutRepetition(page: Page, all: readonly string[]): Promise<readonly string[]> {
  const seen = new Set<string>();
  const different: string[] = [];
  for (const address of all) {
    const { pathname } = new URL((await page.request.get(address)).url());
    const leadsElsewhere = pathname !== new URL(address, server.origin).pathname;
    if (!leadsElsewhere || !seen.has(pathname)) different.push(address);
    seen.add(pathname);
  }
  return different;
}

describe.each(['en', 'hi'])('every page in %s', (language) => {
  it.each<{ readonly who: string; readonly person: PersonName | undefined }>([
    { who: 'a maintainer with apps', person: 'maintainer' },
    { who: 'nobody signed in', person: undefined },
  ])('of $who', { timeout: 900_000 }, async ({ person }) => {
    const visitor = await openVisitor(browser, { origin: server.origin, scripts: true });
    const { page } = visitor;
    try {
      const { jar } = await server.browser(person);
      const session = jar.value('127.0.0.1', 'session');
      const cookies = { language, ...(session === undefined ? {} : { session }) };
      await page
        .context()
        .addCookies(
          Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.origin })),
        );
      const open = await pageLoads(page);
      const loads: (PageLoad & { readonly address: string })[] = [];
      for (const address of await withoutRepetition(page, addresses())) {
        for (const viewport of [PHONE, DESK]) {
          await page.setViewportSize(viewport);
          loads.push({ address, ...(await open(address)) });
        }
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        await visitor.inspect(`${address} in ${language}`);
      }
      expect(visitor.complaints).toEqual([]);
      expect(loads.filter(({ shifts }) => shifts.length > 0)).toEqual([]);
      expect(loads.filter(({ bytes }) => bytes >= HEAVIEST)).toEqual([]);
      // Markup and styles alone are more.
      expect(loads.filter(({ bytes }) => bytes < LIGHTEST)).toEqual([]);
    } finally {
      await visitor.close();
    }
  });
});
