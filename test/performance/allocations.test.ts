import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getHeapStatistics } from 'node:v8';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { obtainTokens } from '../support/provider-client.ts';
import { seedClient } from '../support/seeded-client.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** So many times what a server that answers a constant allocates, with what it takes here to ask it. */
const AT_MOST = 2;
/** So often that what happens once does not count. */
const REQUESTS = 1500;

let server: TestServer;
let token: string;
beforeAll(async () => {
  server = await startTestServer();
  ({ access_token: token } = await obtainTokens(server, await seedClient(server)));
});
afterAll(() => server.close());

it('user data allocates little more than a server that answers a constant', async () => {
  const headers = { authorization: `Bearer ${token}` };
  const ours = `${server.origin}/open_auth/get_user_data/`;
  const body = await asking({ address: ours, headers }, 1);

  const bare = createServer((_incoming, outgoing) => outgoing.end(body));
  bare.listen(0, '127.0.0.1');
  await once(bare, 'listening');
  const constant = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;

  const perRequest = async (address: string): Promise<number> => {
    await asking({ address, headers }, REQUESTS);
    const before = allocatedBytes();
    await asking({ address, headers }, REQUESTS);
    return (allocatedBytes() - before) / REQUESTS;
  };
  const limit = (await perRequest(constant)) * AT_MOST;
  const found = await perRequest(ours);
  bare.close();
  bare.closeAllConnections();
  expect(found).toBeLessThan(limit);
});

/** All that this process ever took from its heap, given back or not. */
function allocatedBytes(): number {
  return getHeapStatistics().total_allocated_bytes;
}

/** Asks so often, one after the other over one connection; answers the last body. */
async function asking(
  { address, headers }: { readonly address: string; readonly headers: Record<string, string> },
  times: number,
): Promise<string> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let body = '';
  for (let count = 0; count < times; count += 1) {
    body = await new Promise((resolve, reject) => {
      const sent = request(address, { agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.once('end', () => resolve(text));
      });
      sent.once('error', reject);
      sent.end();
    });
  }
  agent.destroy();
  return body;
}
