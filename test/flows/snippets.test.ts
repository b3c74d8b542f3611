import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { integrationSnippets, type SnippetName } from '../../src/insight/integration.ts';
import { SNIPPETS } from '../../src/insight/snippets.ts';
import type { Browser } from '../support/browser.ts';
import { allow, askConsent } from '../support/consent.ts';
import { freePort, startExample } from '../support/example-app.ts';
import { issueCode } from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { signIn } from '../support/sign-in.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** What `/developer/:number/integrate` shows is run as it is shown, or at least is valid. */

const PROJECT = path.resolve(import.meta.dirname, '../..');
const SOURCES = path.join(PROJECT, 'examples/snippets');
const run = promisify(execFile);

let server: TestServer;
/** Below `node_modules`, so that the snippets find the libraries. */
let directory: string;
beforeAll(async () => {
  server = await startTestServer();
  directory = await mkdtemp(path.join(PROJECT, 'node_modules/.snippets-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
  await server.close();
});

async function stored(client: SeededClient) {
  const dossier = await server.storage.findClientForReview(client.number);
  return dossier!.client;
}

/** The snippet in a file of its own, with the values of the app. */
async function written(name: SnippetName, client: SeededClient): Promise<string> {
  const about = { environment: 'live', issuer: server.origin } as const;
  const snippets = integrationSnippets(await stored(client), about);
  const file = path.join(directory, name);
  await writeFile(file, snippets.find((snippet) => snippet.name === name)!.code);
  return file;
}

async function module(file: string, client: SeededClient): Promise<Record<string, unknown>> {
  process.env['CLIENT_SECRET'] = client.clientSecret;
  const loaded: unknown = await import(
    /* @vite-ignore */ `${pathToFileURL(file).href}?${client.number}`
  );
  return loaded as Record<string, unknown>;
}

async function consent(client: SeededClient, address: URL): Promise<URL> {
  const browser: Browser = await server.browser('student');
  const page = await askConsent(
    browser,
    client,
    [...address.searchParams].filter(([name]) => name !== 'client_id'),
  );
  return allow(browser, page);
}

const CLAIMS = { claims: ['person.full_name'] };
const FULL_NAME = 'Aarohi “Aaru” Mehta-Œuvrard';

describe('the snippets', () => {
  it('are those of examples/snippets: run scripts/make-snippets.mjs', async () => {
    const names = (await readdir(SOURCES)).filter((name) => name !== 'README.md');
    expect(names.toSorted()).toEqual(Object.keys(SNIPPETS).toSorted());
    for (const [name, text] of Object.entries(SNIPPETS)) {
      expect(text).toBe(await readFile(path.join(SOURCES, name), 'utf8'));
    }
  });

  it('hold the values of the app, and no placeholder', async () => {
    const client = await seedClient(server);
    for (const environment of ['live', 'sandbox'] as const) {
      const id = environment === 'live' ? client.clientId : client.sandbox.client_id;
      const about = { environment, issuer: server.origin };
      for (const { code } of integrationSnippets(await stored(client), about)) {
        expect(code).not.toMatch(/\{\{\w+\}\}/u);
        expect(code).not.toContain(client.clientSecret);
        for (const value of [id, client.redirectUri, `${server.origin}/open_auth/token/`]) {
          expect(code).toContain(value);
        }
      }
    }
  });

  it('stay what they are, whatever is in a redirect URI', async () => {
    const hostile = `https://app.example/'"$(id)\`id\`\\`;
    const client = { clientId: 'id', sandboxClientId: 'id', redirectUris: [hostile] } as const;
    const about = { environment: 'live', issuer: server.origin } as const;
    const codes = new Map(integrationSnippets(client, about).map(({ name, code }) => [name, code]));
    const echoed = /'redirect_uri=.*'/u.exec(codes.get('curl.sh')!)![0];
    const { stdout } = await run('bash', ['-c', `printf %s ${echoed}`]);
    expect(stdout).toBe(`redirect_uri=${hostile}`);
    const [, literal] = /const redirectUri = (.*);/u.exec(codes.get('passport.mjs')!)!;
    expect((await run('node', ['-p', literal!])).stdout).toBe(`${hostile}\n`);
  });
});

describe('the snippet for', () => {
  it('curl signs in and reads', async () => {
    const client = await seedClient(server, CLAIMS);
    const code = await issueCode(server, client, {
      parameters: { redirect_uri: client.redirectUri },
    });
    const { stdout } = await run('bash', ['-eu', await written('curl.sh', client)], {
      env: { ...process.env, CLIENT_SECRET: client.clientSecret, CODE: code },
    });
    expect(stdout).toContain(`"fullName":"${FULL_NAME}"`);
    const [address = ''] = stdout.split('\n');
    const consentPage = await (await server.browser('student')).visit(address);
    expect(consentPage.text).toContain(client.name);
  });

  it('Passport signs in, as a person would', async () => {
    const port = await freePort();
    const redirectUris = [`http://localhost:${port}/callback`] as const;
    const client = await seedClient(server, { ...CLAIMS, redirectUris });
    const file = await written('passport.mjs', client);
    const settings = { provider: server.origin, client, port };
    const app = await startExample(['node', file], settings);
    try {
      const browser = await server.browser(undefined, [app.origin]);
      const front = await browser.visit(`${app.origin}/`);
      const login = new URL(front.link('Sign in with Omniport'), app.origin).href;
      const page = await signIn(browser, await browser.visit(login), 'student');
      const done = await browser.submit(page, page.form({ button: 'Allow' }).press('Allow'));
      expect(done.body).toContain(FULL_NAME);
    } finally {
      await app.stop();
    }
  });

  it('openid-client signs in and reads', async () => {
    const client = await seedClient(server, CLAIMS);
    const loaded = (await module(await written('openid-client.mjs', client), client)) as {
      beginSignIn: () => Promise<{ readonly address: URL }>;
      finishSignIn: (callback: URL, kept: unknown) => Promise<unknown>;
    };
    const begun = await loaded.beginSignIn();
    const callback = await consent(client, begun.address);
    expect(await loaded.finishSignIn(callback, begun)).toMatchObject({
      person: { fullName: FULL_NAME },
    });
  });

  it('Auth.js describes endpoints that its own OAuth client signs in with', async () => {
    const client = await seedClient(server, CLAIMS);
    const { omniport } = (await module(await written('auth-js.mjs', client), client)) as {
      readonly omniport: {
        readonly clientId: string;
        readonly clientSecret: string;
        readonly authorization: { readonly url: string };
        readonly token: string;
        readonly userinfo: string;
        readonly profile: (data: unknown) => unknown;
      };
    };
    const issuer: oauth.AuthorizationServer = {
      issuer: server.origin,
      authorization_endpoint: omniport.authorization.url,
      token_endpoint: omniport.token,
      userinfo_endpoint: omniport.userinfo,
    };
    const app: oauth.Client = { client_id: omniport.clientId };
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const address = new URL(omniport.authorization.url);
    address.search = new URLSearchParams({
      redirect_uri: client.redirectUri,
      response_type: 'code',
      scope: '',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).toString();
    const callback = await consent(client, address);
    // oxlint-disable-next-line typescript/no-deprecated -- the mark is a warning; the test server speaks plain http
    const insecure = { [oauth.allowInsecureRequests]: true };
    const answer = await oauth.authorizationCodeGrantRequest(
      issuer,
      app,
      oauth.ClientSecretPost(omniport.clientSecret),
      oauth.validateAuthResponse(issuer, app, callback, state),
      client.redirectUri,
      verifier,
      insecure,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(issuer, app, answer);
    const response = await oauth.userInfoRequest(issuer, app, tokens.access_token, insecure);
    expect(omniport.profile(await response.json())).toEqual({
      id: String(server.people.student.id),
      name: FULL_NAME,
    });
  });

  it.each(['authlib.py', 'django-allauth.py'] as const)('%s compiles', async (name) => {
    const file = await written(name, await seedClient(server));
    await expect(run('python3', ['-m', 'py_compile', file])).resolves.toBeDefined();
  });
});

describe('the page', () => {
  it('shows them all, of the environment that works now', async () => {
    const waiting = await seedClient(server, { status: 'in-review' });
    const browser = await server.browser('developer');
    const page = await browser.visit(`/developer/${waiting.number}/integrate`);
    expect(page.title).toBe('Integrate');
    expect(page.text).toContain(waiting.sandbox.client_id);
    expect(page.text).not.toContain(waiting.clientId);
    for (const name of ['curl', 'Passport', 'Auth.js', 'openid-client', 'Authlib', 'Flutter']) {
      expect(page.field(`Code for ${name}`)).toContain(waiting.sandbox.client_id);
    }
    const live = await browser.visit(`/developer/${waiting.number}/integrate?environment=live`);
    expect(live.text).toContain('Live works once the app is approved.');
    expect(live.text).toContain(waiting.clientId);
    const dashboard = await browser.visit(`/developer/${waiting.number}`);
    expect(dashboard.link('Integrate')).toBe(`/developer/${waiting.number}/integrate`);
    expect(dashboard.link('Activity')).toBe(`/developer/${waiting.number}/activity`);
  });
});
