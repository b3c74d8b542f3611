import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type CuttableNetwork, cuttableNetwork, FULL_SPEED } from '../support/network-cut.ts';
import { createDatabase, type PostgresServer, startPostgres } from '../support/postgres.ts';
import type { RunningServer } from '../platform/programs.ts';
import { type Database, postgresAt } from './engines.ts';
import { type Installation, install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';
import type { SeededRandom } from './seeded-random.ts';

let random: SeededRandom;
let postgres: PostgresServer;
let database: Database;
let network: CuttableNetwork;
let installation: Installation;
let server: RunningServer;
beforeEach(async () => {
  random = scenarioRandom();
  postgres = await startPostgres();
  database = await postgresAt(await createDatabase(postgres.url));
  network = await cuttableNetwork(Number(new URL(database.address).port));
  const throughIt = new URL(database.address);
  throughIt.port = String(network.port);
  installation = await install(database, { DATABASE_URL: throughIt.href });
  server = await installation.start();
});
afterEach(async () => {
  await server.stop('SIGKILL');
  await network.close();
  await database.remove();
  await postgres.remove();
});

/** Load, and in the middle of it what is done to the network, until it is done and the server is ready again. */
async function underLoad(fault: () => Promise<void>): Promise<void> {
  const load = installation.load({ apps: 24, random });
  await load.answered(100 + random.below(300));
  await fault();
  await installation.ready();
  await load.answered(100);
  await load.stop();
  await installation.check();
}

describe('the network between server and database', () => {
  it('is cut for a moment: who was asking is told to come back, and nothing is lost', async () => {
    await underLoad(async () => {
      network.cut();
      await pause(300);
      network.mend();
    });
    await expectNothingLost(installation, server, { database, random });
  });

  it('is cut for long: everybody is answered in time, and all is well once it is mended', async () => {
    const { counts } = installation.ledger;
    await underLoad(async () => {
      network.cut();
      // All who wait for an answer, and then many who get no connection.
      await vi.waitFor(() => expect(counts.unavailable).toBeGreaterThan(60), { timeout: 90_000 });
      network.mend();
    });
    await expectNothingLost(installation, server, { database, random });
  });

  it.each([
    ['is far: answers take long', { delay: 100, piece: Infinity }],
    ['is so slow that everything comes in little pieces', { delay: 100, piece: 24 }],
    ['is too slow to be of use', { delay: 1000, piece: 24 }],
  ])('%s, and still nobody hangs', async (_which, pace) => {
    const { counts } = installation.ledger;
    await underLoad(async () => {
      const before = counts.answered + counts.unavailable;
      network.slowDown(pace);
      await vi.waitFor(
        () => expect(counts.answered + counts.unavailable).toBeGreaterThan(before + 40),
        { timeout: 240_000 },
      );
      network.slowDown(FULL_SPEED);
    });
    await expectNothingLost(installation, server, { database, random });
  });
});
