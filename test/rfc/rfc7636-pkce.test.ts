import { createHash, randomBytes } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { authorisePath, authorize, codeOf } from '../support/consent.ts';
import { requestToken } from '../support/provider-client.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let browser: Browser;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('student');
  client = await seedClient(server);
});
afterAll(() => server.close());

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}

async function codeFor(parameters: Readonly<Record<string, string>>): Promise<string> {
  return codeOf(await authorize(browser, client, parameters));
}

async function redeemWith(code: string, verifier: string | undefined): Promise<RawResponse> {
  return requestToken(server, {
    ...client.credentials,
    grant_type: 'authorization_code',
    redirect_uri: client.redirectUri,
    code,
    ...(verifier === undefined ? {} : { code_verifier: verifier }),
  });
}

describe('RFC 7636 §4 proof key for code exchange, through the consent screen', () => {
  it('appendix B: the example of the RFC works', async () => {
    const code = await codeFor({
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    });
    expect((await redeemWith(code, 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).status).toBe(
      200,
    );
  });

  it.each([43, 128])('§4.1 accepts a verifier of %i characters', async (length) => {
    const verifier = randomBytes(length).toString('base64url').slice(0, length);
    const code = await codeFor({ code_challenge: s256(verifier), code_challenge_method: 'S256' });
    expect((await redeemWith(code, verifier)).status).toBe(200);
  });

  it('§4.3 takes an omitted method as plain', async () => {
    const verifier = 'p'.repeat(43);
    const code = await codeFor({ code_challenge: verifier });
    expect((await redeemWith(code, verifier)).status).toBe(200);
  });

  it('§4.6 compares S256 with the digest: the challenge itself is no verifier', async () => {
    const challenge = s256('v'.repeat(43));
    const code = await codeFor({ code_challenge: challenge, code_challenge_method: 'S256' });
    const response = await redeemWith(code, challenge);
    expect(response.status).toBe(400);
    expect(response.body).toBe('{"error": "invalid_grant"}');
  });

  it('§4.6 refuses a wrong verifier', async () => {
    const code = await codeFor({
      code_challenge: s256('v'.repeat(43)),
      code_challenge_method: 'S256',
    });
    expect((await redeemWith(code, 'w'.repeat(43))).body).toBe('{"error": "invalid_grant"}');
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
  ])('refuses a verifier that is %s: no downgrade (RFC 9700 §2.1.1)', async (_name, verifier) => {
    const code = await codeFor({
      code_challenge: s256('v'.repeat(43)),
      code_challenge_method: 'S256',
    });
    expect((await redeemWith(code, verifier)).status).toBe(400);
  });

  it('survives a sign-in on the way to the consent screen', async () => {
    const verifier = 'q'.repeat(43);
    const parameters = { code_challenge: s256(verifier), code_challenge_method: 'S256' };
    const stranger = await server.browser();
    const signIn = await stranger.visit(authorisePath(client, parameters));
    const next = new URL(new URL(signIn.url).searchParams.get('next') ?? '', server.origin);
    expect(next.searchParams.get('code_challenge')).toBe(s256(verifier));
    expect(next.searchParams.get('code_challenge_method')).toBe('S256');
  });
});

describe('RFC 7636 §4.4.1 errors', () => {
  it.each([
    ['an unknown method', { code_challenge: 'c'.repeat(43), code_challenge_method: 'S512' }],
    ['a method without a challenge', { code_challenge_method: 'S256' }],
    ['a challenge that is too short', { code_challenge: 'c'.repeat(42) }],
    ['a challenge that is too long', { code_challenge: 'c'.repeat(129) }],
    ['a challenge with other characters', { code_challenge: `${'c'.repeat(42)}=` }],
  ])('%s is redirected as invalid_request', async (_name, parameters) => {
    const page = await browser.visit(authorisePath(client, parameters));
    expect(page.url.href.startsWith(`${client.redirectUri}?`)).toBe(true);
    expect(page.url.searchParams.get('error')).toBe('invalid_request');
    expect(page.url.searchParams.get('error_description')).toBeTruthy();
  });
});
