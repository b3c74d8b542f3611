import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { issueCode } from '../support/provider-client.ts';
import type { RawResponse } from '../support/raw-request.ts';
import { seedClient, type SeededClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let client: SeededClient;
let publicClient: SeededClient;
beforeAll(async () => {
  server = await startTestServer();
  client = await seedClient(server);
  publicClient = await seedClient(server, { clientType: 'public' });
});
afterAll(() => server.close());

async function redeemWith(
  app: SeededClient,
  credentials: Readonly<Record<string, string>>,
  authorization?: string,
): Promise<RawResponse> {
  const code = await issueCode(server, app);
  return server.request('POST /open_auth/token/', {
    ...(authorization === undefined ? {} : { headers: { authorization } }),
    form: { grant_type: 'authorization_code', code, ...credentials },
  });
}

function basic(id: string, secret: string): string {
  return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
}

function expectInvalidClient({ status, body, headers }: RawResponse): void {
  expect(body).toBe('{"error": "invalid_client"}');
  expect(status).toBe(401);
  expect(headers['www-authenticate']).toBeDefined();
}

describe('RFC 6749 §2.3.1 client password', () => {
  it('is accepted by HTTP Basic', async () => {
    const authorization = basic(client.clientId, client.clientSecret);
    expect((await redeemWith(client, {}, authorization)).status).toBe(200);
  });

  it('is accepted in the body', async () => {
    expect((await redeemWith(client, client.credentials)).status).toBe(200);
  });

  it('is not accepted in the address', async () => {
    const code = await issueCode(server, client);
    const query = new URLSearchParams(client.credentials).toString();
    const response = await server.request(`POST /open_auth/token/?${query}`, {
      form: { grant_type: 'authorization_code', code },
    });
    expect(response.status).toBe(400);
  });

  it('is compared to its last character', async () => {
    const last = client.clientSecret.at(-1) === 'a' ? 'b' : 'a';
    const almost = `${client.clientSecret.slice(0, -1)}${last}`;
    expectInvalidClient(await redeemWith(client, { ...client.credentials, client_secret: almost }));
  });

  it("of one client does not open another client's door", async () => {
    const other = await seedClient(server);
    expectInvalidClient(
      await redeemWith(client, { client_id: client.clientId, client_secret: other.clientSecret }),
    );
  });

  it('revoked stops working at once, while its successor works before and after', async () => {
    const app = await seedClient(server);
    const { storage, people, clock, dependencies } = server;
    const action = { number: app.number, actor: people.developer.id, at: clock.read() };
    const successor = 'n'.repeat(128);
    const renewed = { client_id: app.clientId, client_secret: successor };
    await storage.addClientSecret(action, {
      environment: 'live',
      hash: dependencies.hashSecret(successor),
      name: 'Second',
      hint: '…nnnn',
      expiresAt: null,
    });
    expect((await redeemWith(app, app.credentials)).status).toBe(200);
    expect((await redeemWith(app, renewed)).status).toBe(200);

    const [first] = await storage.listClientSecrets(app.number, people.developer.id);
    await storage.revokeClientSecret(action, { secretId: first!.id, evenIfLast: false });

    expectInvalidClient(await redeemWith(app, app.credentials));
    expect((await redeemWith(app, renewed)).status).toBe(200);
  });
});

describe('RFC 6749 §2.1 and §3.2.1 public clients', () => {
  it('identify themselves by client_id', async () => {
    const response = await redeemWith(publicClient, { client_id: publicClient.clientId });
    expect(response.status).toBe(200);
  });

  it('are refused with a wrong secret all the same', async () => {
    expectInvalidClient(
      await redeemWith(publicClient, { client_id: publicClient.clientId, client_secret: 'guess' }),
    );
  });

  it('do not get past a wrong secret in Basic by leaving it out of the body', async () => {
    expectInvalidClient(
      await redeemWith(
        publicClient,
        { client_id: publicClient.clientId },
        basic(publicClient.clientId, 'guess'),
      ),
    );
  });

  it('are not what a confidential client can pretend to be', async () => {
    expectInvalidClient(await redeemWith(client, { client_id: client.clientId }));
  });
});
