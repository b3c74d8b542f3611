import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  obtainTokens,
  refresh,
  requestRefresh,
  tokensOf,
  userData,
} from '../support/provider-client.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let client: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server);
});
afterAll(() => server.close());

describe('RFC 6749 §6 refreshing an access token', () => {
  it('can be done again and again, each time with the newest token', async () => {
    let { refresh_token: token } = await obtainTokens(server, client);
    const seen = new Set([token]);
    for (let time = 0; time < 5; time += 1) {
      const next = await refresh(server, client, token);
      expect((await userData(server, next.access_token)).status).toBe(200);
      token = next.refresh_token;
      seen.add(token);
    }
    expect(seen.size).toBe(6);
  });

  it('needs the client to authenticate: the token alone is worth nothing', async () => {
    const { refresh_token: token } = await obtainTokens(server, client);
    const response = await server.request('POST /open_auth/token/', {
      form: { grant_type: 'refresh_token', client_id: client.clientId, refresh_token: token },
    });
    expect(response.status).toBe(401);
    expect(response.body).toBe('{"error": "invalid_client"}');
  });

  it('is bound to the client the token was issued to', async () => {
    const { refresh_token: token } = await obtainTokens(server, client);
    const other = await seedClient(server);
    const response = await requestRefresh(server, other, { refresh_token: token });
    expect(response.body).toBe('{"error": "invalid_grant"}');
  });

  it('never includes a scope that was not granted', async () => {
    const { refresh_token: token } = await obtainTokens(server, client);
    const response = await requestRefresh(server, client, {
      refresh_token: token,
      scope: 'read write admin',
    });
    expect(response.status).toBe(400);
    expect(response.body).toBe('{"error": "invalid_scope"}');
  });

  it('narrowed once does not narrow later refreshes: the new token has the scope of the old one', async () => {
    const { refresh_token: token } = await obtainTokens(server, client);
    const narrowed = tokensOf(
      await requestRefresh(server, client, { refresh_token: token, scope: 'read' }),
    );
    expect(narrowed.scope).toBe('read');

    const wide = await refresh(server, client, narrowed.refresh_token);

    expect(wide.scope).toBe('read write');
  });

  it('of a person whose account is deactivated is refused', async () => {
    const own = await startTestServer();
    try {
      const app = await seedClient(own);
      const tokens = await obtainTokens(own, app, { person: 'stranger' });
      const { profile, username } = own.people.stranger;
      await own.storage.importAccounts(
        [
          {
            username: username!,
            isActive: false,
            revise: () => ({ profile, identifiers: [username!] }),
          },
        ],
        { at: own.clock.read(), dryRun: false },
      );

      const response = await requestRefresh(own, app, { refresh_token: tokens.refresh_token });

      expect(response.body).toBe('{"error": "invalid_grant"}');
      expect((await userData(own, tokens.access_token)).status).toBe(401);
    } finally {
      await own.close();
    }
  });
});
