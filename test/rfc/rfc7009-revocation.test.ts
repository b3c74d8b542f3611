import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  obtainTokens,
  refresh,
  requestRefresh,
  revoke,
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

async function reads(accessToken: string): Promise<boolean> {
  return (await userData(server, accessToken)).status === 200;
}

describe('RFC 7009 §2.1 revocation', () => {
  it('takes effect immediately', async () => {
    const tokens = await obtainTokens(server, client);
    expect(await reads(tokens.access_token)).toBe(true);
    await revoke(server, client, { token: tokens.access_token });
    expect(await reads(tokens.access_token)).toBe(false);
  });

  it('of a refresh token ends everything of that authorization', async () => {
    const first = await obtainTokens(server, client);
    const second = await refresh(server, client, first.refresh_token);

    await revoke(server, client, { token: second.refresh_token });

    expect(await reads(second.access_token)).toBe(false);
    const again = await requestRefresh(server, client, { refresh_token: second.refresh_token });
    expect(again.body).toBe('{"error": "invalid_grant"}');
  });

  it('of a spent refresh token ends what came of it: a log-out racing with a refresh is still a log-out', async () => {
    const first = await obtainTokens(server, client);
    const second = await refresh(server, client, first.refresh_token);

    await revoke(server, client, { token: first.refresh_token });

    expect(await reads(second.access_token)).toBe(false);
  });

  it("leaves the person's other sign-ins alone", async () => {
    const phone = await obtainTokens(server, client);
    const laptop = await obtainTokens(server, client);

    await revoke(server, client, { token: phone.refresh_token });

    expect(await reads(laptop.access_token)).toBe(true);
  });

  it('is refused to a client that cannot authenticate', async () => {
    const tokens = await obtainTokens(server, client);
    const response = await revoke(server, client, {
      token: tokens.access_token,
      client_secret: 'wrong',
    });
    expect(response.status).toBe(401);
    expect(await reads(tokens.access_token)).toBe(true);
  });

  it("does nothing to another client's token, and does not tell that it exists (§2.1, §2.2)", async () => {
    const tokens = await obtainTokens(server, client);
    const other = await seedClient(server);

    const known = await revoke(server, other, { token: tokens.refresh_token });
    const unknown = await revoke(server, other, { token: 'x'.repeat(30) });

    expect(known.status).toBe(200);
    expect(known.body).toBe(unknown.body);
    expect(await reads(tokens.access_token)).toBe(true);
  });
});
