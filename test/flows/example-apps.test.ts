import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { Browser, Page } from '../support/browser.ts';
import { freePort, startExample, type ExampleApp } from '../support/example-app.ts';
import { textOf, elements } from '../support/html.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The apps of `examples/`, run as their README says, and used by a person with a browser. */

let server: TestServer;
let app: ExampleApp | undefined;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
});
afterAll(() => server.close());

interface Started {
  readonly app: ExampleApp;
  readonly client: SeededClient;
  readonly browser: Browser;
}

async function start(command: readonly [string, ...string[]]): Promise<Started> {
  const port = await freePort();
  const client = await seedClient(server, {
    redirectUris: [`http://localhost:${port}/callback`],
    claims: ['person.full_name', 'student.enrolment_number'],
  });
  app = await startExample(command, { provider: server.origin, client, port });
  return { app, client, browser: await server.browser(undefined, [app.origin]) };
}

/** From the app's front page through sign-in and consent, to wherever that leads. */
async function signInThroughApp({ app: { origin }, client, browser }: Started): Promise<Page> {
  const front = await browser.visit(`${origin}/`);
  const signInPage = await browser.visit(new URL(front.link('Sign in with Omniport'), origin).href);
  const consent = await signIn(browser, signInPage, 'student');
  expect(consent.text).toContain(client.name);
  expect(consent.text).toContain('21114009');
  return browser.submit(consent, consent.form({ button: 'Allow' }).press('Allow'));
}

describe('examples/express-passport', () => {
  it('signs a person in', async () => {
    const started = await start([process.execPath, 'examples/express-passport/app.ts']);

    const done = await signInThroughApp(started);

    expect(done.url.href).toBe(`${started.app.origin}/`);
    expect(JSON.parse(done.body)).toMatchObject({
      username: '21114009',
      person: { fullName: 'Aarohi “Aaru” Mehta-Œuvrard' },
    });
  });

  it('does not sign in with a code that another browser asked for', async () => {
    const started = await start([process.execPath, 'examples/express-passport/app.ts']);
    const victim = await server.browser(undefined, [started.app.origin]);
    await victim.visit(`${started.app.origin}/`);

    const done = await victim.visit(
      `${started.app.origin}/callback?code=${'c'.repeat(30)}&state=x`,
    );

    expect(done.body).toContain('Sign in with Omniport');
  });
});

describe('examples/plain-fetch', () => {
  const command = [process.execPath, 'examples/plain-fetch/app.ts'] as const;

  function dataOn(page: Page): unknown {
    return JSON.parse(textOf(elements(page.document, 'pre')[0]!));
  }

  it('signs a person in, renews its tokens when they are over, and signs out', async () => {
    const started = await start(command);
    const { app: running, browser } = started;

    const done = await signInThroughApp(started);
    expect(dataOn(done)).toMatchObject({ student: { enrolmentNumber: '21114009' } });

    server.clock.advance(36_001);
    const renewed = await browser.visit(`${running.origin}/`);
    expect(dataOn(renewed)).toMatchObject({ student: { enrolmentNumber: '21114009' } });

    const signedOut = await browser.submit(renewed, renewed.form({ button: 'Sign out' }).press());
    expect(signedOut.text).toContain('Sign in with Omniport');
    const connected = await server.storage.listConnectedClients(
      server.people.student.id,
      server.clock.read(),
    );
    expect(connected.map(({ client }) => client.number)).not.toContain(started.client.number);
    expect(running.errors()).toBe('');
  });

  it('refuses a callback that its browser did not start', async () => {
    const { app: running, browser } = await start(command);
    const page = await browser.visit(`${running.origin}/callback?code=${'c'.repeat(30)}&state=x`);
    expect(page.status).toBe(400);
  });

  it('goes on working for a person who denied: they are at our home, and can start again', async () => {
    const started = await start(command);
    const { app: running, browser } = started;
    const signInPage = await browser.visit(`${running.origin}/login`);
    const consent = await signIn(browser, signInPage, 'student');

    const home = await browser.submit(consent, consent.form({ button: 'Deny' }).press('Deny'));

    expect(home.url.href).toBe(`${server.origin}/feed`);
    const again = await browser.visit(`${running.origin}/login`);
    expect(again.form({ button: 'Allow' }).press('Allow').method).toBe('post');
  });
});

// `npm test` sees to it that `python3` is one that has `requests` (scripts/ensure-python.mjs).
describe('examples/python-requests', () => {
  it('signs a person in', async () => {
    const started = await start(['python3', 'examples/python-requests/app.py']);

    const done = await signInThroughApp(started);

    expect(done.status).toBe(200);
    expect(JSON.parse(done.body)).toMatchObject({
      username: '21114009',
      student: { enrolmentNumber: '21114009' },
    });
    expect(started.app.errors()).toBe('');
  });
});
