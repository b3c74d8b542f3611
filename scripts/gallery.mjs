// Pictures of every page for docs/gallery: on a phone and on a desk, in light and in dark, from the demo campus.
// Run it after a change of pages, and look at what changed: npm run gallery
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { build } from './build.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { projectEnvironment, projectNode, projectRoot, run } from './runtime.mjs';

await ensureInstalled();
if (process.execPath !== projectNode) {
  // The picture library is built for the Node.js of this project.
  process.exit(await run(projectNode, [import.meta.filename]));
}
if (!(await build())) process.exit(1);

const { launchChromium } = await import('../test/browser/chromium.ts');
const { default: sharp } = await import('sharp');

const PASSWORD = 'demo-campus';
const DEVELOPER = '24114017';
const MAINTAINER = '23115042';
const MAINTAINER_ADDRESS = 'ananya.iyer@mail.example';
const VIEWER = '300112';
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };
const SCHEMES = ['light', 'dark'];
/** Taller pages are cut: the rest is more of the same. */
const TALLEST = 2600;
const target = path.join(projectRoot, 'docs/gallery');

const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'omniport-gallery-'));
const port = await freePort();
const origin = `http://localhost:${port}`;
const server = spawn(projectNode, [path.join(projectRoot, 'dist/server.js')], {
  cwd: projectRoot,
  env: { ...projectEnvironment(), DATA_DIR: dataDirectory, PORT: String(port), LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise((resolve) => {
  server.stdout.on('data', (text) => {
    if (String(text).includes('is running')) resolve();
  });
});
const browser = await launchChromium();

fs.rmSync(target, { recursive: true, force: true });
fs.mkdirSync(target, { recursive: true });
const pictured = [];
try {
  await picture();
} finally {
  await browser.close();
  server.kill('SIGTERM');
  fs.rmSync(dataDirectory, { recursive: true, force: true });
}
writeIndex();
console.log(`${pictured.length} pages in docs/gallery.`);

async function picture() {
  const visitor = await open(undefined);
  await take(visitor, 'welcome', '/');
  await take(visitor, 'sign-in', '/auth/login');
  await take(visitor, 'forgot-password', '/auth/forgot-password');
  await take(visitor, 'developer-terms', '/terms_of_use/developer');
  await take(visitor, 'secret-leaks', '/developer/secret-leaks');
  await take(visitor, 'not-found', '/no/such/page');
  await take(visitor, 'reset-password', await resetLink(visitor));

  const developer = await open(DEVELOPER);
  await take(developer, 'home', '/feed');
  await take(developer, 'apps', '/developer');
  const apps = await linksTo(developer, /^\/developer\/\d+$/u);
  for (const [index, app] of apps.entries()) await take(developer, `app-${index + 1}`, app);
  await take(developer, 'add-app', '/developer/add');
  for (const app of apps.slice(-1)) {
    for (const part of await linksBelow(developer, app)) {
      await take(developer, `app-${part.slice(app.length + 1).replaceAll('/', '-')}`, part);
    }
    const back = `${app}/playground/callback?code=${'c'.repeat(30)}&state=xyz`;
    await take(developer, 'app-playground-callback', back);
  }
  for (const app of apps.slice(-1)) {
    const viewer = await open(VIEWER);
    await take(viewer, 'app-as-viewer', app);
    const invited = await open(MAINTAINER);
    await invite(developer, app, MAINTAINER_ADDRESS);
    await invited.goto('/account/notifications');
    for (const invitation of await linksTo(invited, /^\/invitations\/\d+$/u)) {
      await take(invited, 'invitation', invitation);
    }
  }
  const clientIds = await clientIdsOf(developer, apps);
  for (const [index, clientId] of clientIds.entries()) {
    await take(developer, `authorise-${index + 1}`, `/oauth/authorise?client_id=${clientId}`);
  }
  await speak(developer, 'hi');
  for (const [index, clientId] of clientIds.entries()) {
    const address = `/oauth/authorise?client_id=${clientId}`;
    await take(developer, `authorise-${index + 1}-hindi`, address);
  }
  await take(developer, 'home-hindi', '/feed');
  await speak(developer, 'en');
  await take(developer, 'account', '/account');
  for (const part of await linksBelow(developer, '/account')) {
    await take(developer, part.slice(1).replaceAll('/', '-'), part);
  }

  const maintainer = await open(MAINTAINER);
  await take(maintainer, 'review', '/review');
  const reviewed = await linksTo(maintainer, /^\/review\/\d+$/u);
  for (const [index, app] of reviewed.entries()) {
    await take(maintainer, `review-app-${index + 1}`, app);
  }
  for (const desk of ['/review', '/institution', '/people', '/audit']) {
    await take(maintainer, desk.slice(1), desk);
    for (const part of await linksBelow(maintainer, desk)) {
      await take(maintainer, part.slice(1).replaceAll('/', '-'), part);
    }
  }
  await takeFirst(maintainer, 'person', { from: '/people', to: /^\/people\/\d+$/u });
  await takeFirst(maintainer, 'institution-mail', {
    from: '/institution/mails',
    to: /^\/institution\/mails\/[^/]+\/[a-z]+$/u,
  });
  const dataPoint = /^\/institution\/data-points\/(?!add$)[^/]+$/u;
  await takeFirst(maintainer, 'institution-data-point', {
    from: '/institution/data-points',
    to: dataPoint,
  });
  await take(maintainer, 'institution-add-data-point', '/institution/data-points/add');
}

/** A browser in which somebody is signed in, through the sign-in page. */
async function open(username) {
  const context = await browser.newContext({ baseURL: origin, viewport: WIDTHS.desk });
  const page = await context.newPage();
  if (username !== undefined) {
    await page.goto('/auth/login');
    await page.fill('[name=identifier]', username);
    await page.fill('[name=password]', PASSWORD);
    await page.press('[name=password]', 'Enter');
    await page.waitForURL('**/feed');
  }
  return page;
}

/** One of many pages that look alike. */
async function takeFirst(page, name, { from, to }) {
  await page.goto(from);
  const [first] = await linksTo(page, to);
  if (first !== undefined) await take(page, name, first);
}

/** As it is mailed to whoever forgot their password. */
async function resetLink(page) {
  await page.goto('/auth/forgot-password');
  await page.fill('[name=identifier]', DEVELOPER);
  await page.press('[name=identifier]', 'Enter');
  await page.waitForURL('**/auth/forgot-password?sent=yes');
  const folder = path.join(dataDirectory, 'mail');
  for (;;) {
    const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    const mails = files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8'));
    const link = /\/auth\/reset-password\?token=\w+/u.exec(mails.join('\n'))?.[0];
    if (link !== undefined) return link;
    await page.waitForTimeout(100);
  }
}

/** Into the team of an app. */
async function invite(page, app, address) {
  await page.goto(app);
  await page.fill('[name=address]', address);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await page.waitForLoadState();
}

async function speak(page, language) {
  await page.context().addCookies([{ name: 'language', value: language, url: origin }]);
}

async function take(page, name, address) {
  if (pictured.some((known) => known.name === name)) return;
  const response = await page.goto(address);
  if (!response.headers()['content-type']?.startsWith('text/html')) return;
  pictured.push({ name, title: await page.title() });
  for (const [device, viewport] of Object.entries(WIDTHS)) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const height = await page.evaluate('document.documentElement.scrollHeight');
      const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(height, TALLEST) };
      const png = await page.screenshot({ fullPage: true, clip });
      const file = path.join(target, `${name}-${device}-${colorScheme}.webp`);
      await sharp(png).webp({ quality: 60, effort: 6 }).toFile(file);
    }
  }
}

/** Addresses of ours that the page in view links to. */
async function linksTo(page, pattern) {
  const hrefs = await page.$$eval('a[href^="/"]', (links) =>
    links.map((link) => link.getAttribute('href')),
  );
  return [...new Set(hrefs)].filter((href) => pattern.test(href));
}

async function linksBelow(page, address) {
  await page.goto(address);
  return linksTo(page, new RegExp(`^${address}/[a-z][a-z/-]*$`, 'u'));
}

async function clientIdsOf(page, apps) {
  const ids = [];
  for (const app of apps) {
    await page.goto(app);
    ids.push(...((await page.content()).match(/\b[A-Za-z0-9]{40}\b/gu) ?? []));
  }
  return [...new Set(ids)];
}

function writeIndex() {
  const rows = pictured.map(({ name, title }) => {
    const pictures = Object.keys(WIDTHS).flatMap((device) =>
      SCHEMES.map((scheme) => `![${device}, ${scheme}](${name}-${device}-${scheme}.webp)`),
    );
    return `## ${title.split(' · ')[0]}\n\n\`${name}\`\n\n${pictures.join('\n')}\n`;
  });
  const head = `# Gallery

Every page on a phone (390 px) and on a desk (1280 px), in light and in dark, taken from the demo campus by
\`npm run gallery\`. Review the pictures of a change as you review its code.
`;
  fs.writeFileSync(path.join(target, 'README.md'), [head, ...rows].join('\n'));
}

async function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
