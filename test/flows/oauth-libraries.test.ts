import { randomBytes } from 'node:crypto';

import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { AuthorizationCode } from 'simple-oauth2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Browser } from '../support/browser.ts';
import { allow } from '../support/consent.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** Other people's OAuth clients do the whole of it, so that we never only agree with ourselves. */

let server: TestServer;
let browser: Browser;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  browser = await server.browser('student');
  client = await seedClient(server, { claims: ['person.full_name'] });
});
afterAll(() => server.close());

const EXPECTED_DATA = {
  username: '21114009',
  person: { fullName: 'Aarohi “Aaru” Mehta-Œuvrard' },
};

/** A person in a browser takes the address a library made, and allows. */
async function consentTo(address: string): Promise<URL> {
  return allow(browser, await browser.visit(address));
}

function at(path: string): string {
  return `${server.origin}${path}`;
}

async function readStatus(accessToken: string): Promise<number> {
  const response = await fetch(at('/open_auth/get_user_data/'), {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return response.status;
}

describe('oauth4webapi', () => {
  // oxlint-disable-next-line typescript/no-deprecated -- the mark is a warning; the test server speaks plain http
  const insecure = { [oauth.allowInsecureRequests]: true };

  it.each([
    ['HTTP Basic', oauth.ClientSecretBasic],
    ['credentials in the body', oauth.ClientSecretPost],
  ])('signs in with %s and PKCE, reads, refreshes and revokes', async (_name, authentication) => {
    const issuer: oauth.AuthorizationServer = {
      issuer: server.origin,
      authorization_endpoint: at('/oauth/authorise'),
      token_endpoint: at('/open_auth/token/'),
      revocation_endpoint: at('/open_auth/revoke_token/'),
    };
    const app: oauth.Client = { client_id: client.clientId };
    const auth = authentication(client.clientSecret);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const query = new URLSearchParams({
      client_id: client.clientId,
      redirect_uri: client.redirectUri,
      response_type: 'code',
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });

    const callback = await consentTo(`${issuer.authorization_endpoint}?${query.toString()}`);
    const parameters = oauth.validateAuthResponse(issuer, app, callback, state);
    const answer = await oauth.authorizationCodeGrantRequest(
      issuer,
      app,
      auth,
      parameters,
      client.redirectUri,
      verifier,
      insecure,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(issuer, app, answer);

    const data = await oauth.protectedResourceRequest(
      tokens.access_token,
      'GET',
      new URL(at('/open_auth/get_user_data/')),
      undefined,
      undefined,
      insecure,
    );
    expect(await data.json()).toMatchObject(EXPECTED_DATA);

    const renewed = await oauth.processRefreshTokenResponse(
      issuer,
      app,
      await oauth.refreshTokenGrantRequest(issuer, app, auth, tokens.refresh_token!, insecure),
    );
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect(await readStatus(renewed.access_token)).toBe(200);

    await oauth.processRevocationResponse(
      await oauth.revocationRequest(issuer, app, auth, renewed.refresh_token!, insecure),
    );
    expect(await readStatus(renewed.access_token)).toBe(401);
  });

  it('understands our errors', async () => {
    const issuer: oauth.AuthorizationServer = {
      issuer: server.origin,
      token_endpoint: at('/open_auth/token/'),
    };
    const app: oauth.Client = { client_id: client.clientId };
    const answer = await oauth.refreshTokenGrantRequest(
      issuer,
      app,
      oauth.ClientSecretPost(client.clientSecret),
      'x'.repeat(30),
      insecure,
    );
    await expect(oauth.processRefreshTokenResponse(issuer, app, answer)).rejects.toMatchObject({
      error: 'invalid_grant',
      status: 400,
    });
  });
});

describe('openid-client', () => {
  it('signs in with PKCE and state, reads, refreshes and revokes', async () => {
    const configuration = new openid.Configuration(
      {
        issuer: server.origin,
        authorization_endpoint: at('/oauth/authorise'),
        token_endpoint: at('/open_auth/token/'),
        revocation_endpoint: at('/open_auth/revoke_token/'),
      },
      client.clientId,
      client.clientSecret,
    );
    // oxlint-disable-next-line typescript/no-deprecated -- the mark is a warning; the test server speaks plain http
    openid.allowInsecureRequests(configuration);
    const pkceCodeVerifier = openid.randomPKCECodeVerifier();
    const expectedState = openid.randomState();

    const callback = await consentTo(
      openid.buildAuthorizationUrl(configuration, {
        redirect_uri: client.redirectUri,
        scope: 'read',
        state: expectedState,
        code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
      }).href,
    );
    const tokens = await openid.authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier,
      expectedState,
    });

    const data = await openid.fetchProtectedResource(
      configuration,
      tokens.access_token,
      new URL(at('/open_auth/get_user_data/')),
      'GET',
    );
    expect(await data.json()).toMatchObject(EXPECTED_DATA);
    expect(tokens.expires_in).toBe(36_000);

    const renewed = await openid.refreshTokenGrant(configuration, tokens.refresh_token!);
    expect(await readStatus(tokens.access_token)).toBe(401);
    expect(await readStatus(renewed.access_token)).toBe(200);

    await openid.tokenRevocation(configuration, renewed.refresh_token!);
    expect(await readStatus(renewed.access_token)).toBe(401);
  });
});

describe('simple-oauth2', () => {
  it.each(['header', 'body'] as const)(
    'signs in with credentials in the %s, reads, refreshes and revokes',
    async (authorizationMethod) => {
      const library = new AuthorizationCode({
        client: { id: client.clientId, secret: client.clientSecret },
        auth: {
          tokenHost: server.origin,
          tokenPath: '/open_auth/token/',
          authorizePath: '/oauth/authorise/',
          revokePath: '/open_auth/revoke_token/',
        },
        options: { authorizationMethod },
        // A revocation is answered with an empty page, as it always was; the default insists on JSON.
        http: { json: true },
      });
      const state = randomBytes(16).toString('hex');

      const callback = await consentTo(
        library.authorizeURL({ redirect_uri: client.redirectUri, scope: 'read write', state }),
      );
      expect(callback.searchParams.get('state')).toBe(state);
      const tokens = await library.getToken({
        code: callback.searchParams.get('code')!,
        redirect_uri: client.redirectUri,
      });
      expect(tokens.expired()).toBe(false);
      expect(await readStatus(String(tokens.token['access_token']))).toBe(200);

      const renewed = await tokens.refresh();
      const accessToken = String(renewed.token['access_token']);
      expect(accessToken).not.toBe(tokens.token['access_token']);
      expect(await readStatus(accessToken)).toBe(200);

      await renewed.revokeAll();
      expect(await readStatus(accessToken)).toBe(401);
    },
  );
});
