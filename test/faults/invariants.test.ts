import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import type { Storage } from '../../src/domain/storage.ts';
import { requestListener } from '../../src/http/request-listener.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';
import { type Person, storeCampus } from './campus.ts';
import { httpClient } from './http-client.ts';
import { checkToTheEnd } from './invariants.ts';
import { openLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { providerAt } from './provider.ts';
import { seededRandom } from './seeded-random.ts';

/** The scenarios rest on these checks, so each is shown a storage with a defect, which it must find. */

let server: TestServer;
let people: readonly Person[];
let listening: Server;
beforeEach(async () => {
  server = await startTestServer();
  people = await storeCampus(server.storage, server.clock.read());
});
afterEach(async () => {
  listening.close();
  listening.closeAllConnections();
  await server.close();
});

/** What is found wrong with the product on the test's storage, some of whose methods are replaced. */
async function violationsWith(defect: Partial<Storage>): Promise<readonly string[]> {
  const storage: Storage = { ...server.storage, ...defect };
  listening = createServer(requestListener({ ...server.dependencies, storage }));
  listening.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const ledger = openLedger();
  const load = startLoad(origin, ledger, { people, apps: 12, random: seededRandom(7) });
  await load.answered(1000);
  await load.stop();
  const client = httpClient(origin);
  await checkToTheEnd(providerAt(client, ledger), ledger);
  client.close();
  return ledger.violations;
}

describe('the invariants', () => {
  it('hold for the product as it is', async () => {
    expect(await violationsWith({})).toEqual([]);
  });

  it('find tokens that were answered and not stored', async () => {
    let count = 0;
    const found = await violationsWith({
      async rotateRefreshToken(rotation) {
        count += 1;
        if (count % 20 !== 0) return server.storage.rotateRefreshToken(rotation);
        return 'rotated';
      },
    });
    expect(found.join('\n')).toMatch(/an answered token is lost: 401|reading data: 401|refused/u);
  });

  it('find a code that was answered and not stored', async () => {
    let count = 0;
    const found = await violationsWith({
      async issueAuthorizationCode(authorization) {
        count += 1;
        return count % 20 === 0 ? 1 : server.storage.issueAuthorizationCode(authorization);
      },
    });
    expect(found.join('\n')).toContain('a fresh code was refused');
  });

  it('find a code that is redeemed twice', async () => {
    const found = await violationsWith({
      async redeemAuthorizationCode(redemption) {
        await server.storage.redeemAuthorizationCode(redemption);
        return 'redeemed';
      },
    });
    expect(found.join('\n')).toContain('the code was redeemed twice');
  });

  it('find a refresh token that yields two pairs', async () => {
    const found = await violationsWith({
      async rotateRefreshToken(rotation) {
        await server.storage.rotateRefreshToken(rotation);
        return 'rotated';
      },
    });
    expect(found.join('\n')).toContain('two pairs for one refresh token');
  });

  it('find a revocation that was answered and not stored', async () => {
    let count = 0;
    const found = await violationsWith({
      async revokeToken(revocation) {
        count += 1;
        return count % 5 === 0 ? 'revoked' : server.storage.revokeToken(revocation);
      },
    });
    expect(found.join('\n')).toMatch(/an ended token is answered 200/u);
  });

  it('find a descendant that survives a replay', async () => {
    const found = await violationsWith({ revokeAuthorization: async () => undefined });
    expect(found.join('\n')).toMatch(/an ended token is answered 200/u);
  });

  it('find an error that is not 503 with Retry-After', async () => {
    let count = 0;
    const found = await violationsWith({
      async findBearerAccess(hash) {
        count += 1;
        if (count % 20 === 0) throw new Error('a defect');
        return server.storage.findBearerAccess(hash);
      },
    });
    expect(found.join('\n')).toContain('GET /open_auth/get_user_data/: 500 without Retry-After');
  });
});
