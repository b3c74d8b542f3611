import path from 'node:path';

import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ClaimCategorySource } from '../../src/domain/claim.ts';
import { loadAssets } from '../../src/http/load-assets.ts';
import { authorisePath } from '../support/consent.ts';
import { everyRoute } from '../support/every-route.ts';
import type { PersonName } from '../support/people.ts';
import { obtainTokens } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { launchChromium } from './chromium.ts';
import { openVisitor } from './visitor.ts';

/**
 * Every page that the route table knows, in every language, in a real browser: axe finds nothing, nothing is too
 * wide, and the browser has nothing to complain about.
 */

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
  await obtainTokens(server, approved, { person: 'maintainer' });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

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
    '/no/such/page',
  ];
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
      const seen = new Set<string>();
      for (const address of addresses()) {
        await page.goto(address);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        // Many addresses lead to the same sign-in page.
        const { pathname } = new URL(page.url());
        const isNew = pathname === new URL(address, server.origin).pathname || !seen.has(pathname);
        seen.add(pathname);
        if (isNew) await visitor.inspect(`${address} in ${language}`);
      }
      expect(visitor.complaints).toEqual([]);
    } finally {
      await visitor.close();
    }
  });
});
