import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestServer, type TestServer } from '../../../test/support/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.close());

describe('wire contract §4.1: home', () => {
  it('is /feed for somebody who is signed in: mobile apps know a denial by it', async () => {
    const browser = await server.browser('student');
    const page = await browser.visit('/');
    expect(page.redirects.map(({ response }) => response.status)).toEqual([302]);
    expect(page.url.pathname).toBe('/feed');
    expect(page.text).toContain('Aarohi “Aaru” Mehta-Œuvrard');
    expect(page.body).toContain(
      'src="/media/kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png"',
    );
  });

  it('welcomes everybody else', async () => {
    const page = await (await server.browser()).visit('/');
    expect(page.status).toBe(200);
    expect(page.url.pathname).toBe('/');
  });

  it('works for an account without a person', async () => {
    const page = await (await server.browser('personless')).visit('/feed');
    expect(page.status).toBe(200);
    expect(page.text).toContain('900001');
  });
});
