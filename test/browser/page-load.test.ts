import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { launchChromium } from './chromium.ts';
import { pageLoads } from './page-load.ts';

/** Measures what is known, so that a measure of a page of ours means something. */

const STYLES = `p { color: green } ${' '.repeat(3000)}`;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"></svg>';
const page = (image: string): string =>
  `<!doctype html><link rel="stylesheet" href="/styles.css">${image}<p>What stands below a picture.`;
const FILES: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/still': ['text/html', page('<img src="/picture.svg" width="300" height="200" alt="">')],
  '/moving': ['text/html', page('<img src="/picture.svg" alt="">')],
  '/styles.css': ['text/css', STYLES],
  '/picture.svg': ['image/svg+xml', PICTURE],
};

let server: Server;
let browser: Browser;
let tab: Page;
beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = FILES[request.url ?? ''] ?? ['text/plain', ''];
    if (request.url === '/led-on') response.writeHead(302, { location: '/still' }).end();
    else response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=60' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser = await launchChromium();
  const { port } = server.address() as AddressInfo;
  tab = await browser.newPage({ baseURL: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  await browser.close();
  server.close();
});

describe('opening a page', () => {
  it('counts all that comes over the line, each time anew', async () => {
    const open = await pageLoads(tab);
    const contents = FILES['/still']![1].length + STYLES.length + PICTURE.length;
    const [first, second] = [await open('/still'), await open('/still')];
    expect(first.bytes).toBeGreaterThan(contents);
    // Three answers with few headers.
    expect(first.bytes).toBeLessThan(contents + 3 * 400);
    expect(Math.abs(second.bytes - first.bytes)).toBeLessThan(100);
    expect((await open('/led-on')).bytes).toBeGreaterThan(first.bytes + 50);
  });

  it('sees what a late picture moves, and that nothing moves where its place is kept', async () => {
    const open = await pageLoads(tab);
    expect((await open('/moving')).shifts.join()).toContain('What stands below a picture');
    expect((await open('/still')).shifts).toEqual([]);
  });
});
