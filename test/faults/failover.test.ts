import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type CuttableNetwork, cuttableNetwork } from '../support/network-cut.ts';
import {
  createDatabase,
  type PostgresServer,
  queryPostgres,
  startPostgres,
  startStandby,
} from '../support/postgres.ts';
import type { RunningServer } from '../platform/programs.ts';
import { type Database, postgresAt } from './engines.ts';
import { type Installation, install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The address of the database leads to the primary, and after a failover to the standby that was promoted. */
let address: CuttableNetwork;
let random: SeededRandom;
let primary: PostgresServer;
let standby: PostgresServer;
let database: Database;
let installation: Installation;
let server: RunningServer;
beforeEach(async () => {
  random = scenarioRandom();
  primary = await startPostgres();
  const url = new URL(await createDatabase(primary.url));
  standby = await startStandby(primary);
  await queryPostgres(primary.url, `ALTER SYSTEM SET synchronous_standby_names = '*'`);
  await queryPostgres(primary.url, 'SELECT pg_reload_conf()');
  // From now on nothing is answered that the standby does not have.
  await vi.waitFor(async () => {
    const [follower] = await queryPostgres<{ readonly sync_state: string }>(
      primary.url,
      'SELECT sync_state FROM pg_stat_replication',
    );
    if (follower?.sync_state !== 'sync') throw new Error('The standby does not follow yet.');
  });
  address = await cuttableNetwork(portOf(primary));
  url.port = String(portOf(standby));
  database = await postgresAt(url.href);
  url.port = String(address.port);
  installation = await install({ ...database, address: url.href }, { DATABASE_URL: url.href });
  server = await installation.start();
});
afterEach(async () => {
  await server.stop('SIGKILL');
  await address.close();
  await database.remove();
  await primary.remove();
  await standby.remove();
});

const portOf = ({ url }: PostgresServer): number => Number(new URL(url).port);

describe('a synchronous standby of PostgreSQL', () => {
  it('promoted under load when the primary dies has everything that was answered, and the server finds it', async () => {
    const load = installation.load({ apps: 24, random });
    const { counts, violations } = installation.ledger;
    await load.answered(200 + random.below(400));
    await primary.crash();
    address.leadTo(portOf(standby));
    await vi.waitFor(() => expect(counts.unavailable).toBeGreaterThan(20), { timeout: 60_000 });
    await queryPostgres(standby.url, 'SELECT pg_promote()');
    await installation.ready();
    await load.answered(100);
    await load.stop();
    await installation.check();
    expect({ seed: random.seed, violations }).toEqual({ seed: random.seed, violations: [] });
    await expectNothingLost(installation, server, { database, random });
  });

  it('that goes away lets nothing be answered that it does not have, and may be promoted later', async () => {
    const load = installation.load({ apps: 24, random });
    const { counts, violations } = installation.ledger;
    await load.answered(200 + random.below(400));
    await standby.kill();
    const before = counts.unavailable;
    // The primary alone: longer than a statement may take there, and than an answer is waited for.
    await vi.waitFor(() => expect(counts.unavailable).toBeGreaterThan(before + 30), {
      timeout: 120_000,
    });
    await load.stop();
    // Reading goes on.
    await installation.check();
    expect({ seed: random.seed, violations }).toEqual({ seed: random.seed, violations: [] });

    await primary.crash();
    await standby.start();
    await queryPostgres(standby.url, 'SELECT pg_promote()');
    address.leadTo(portOf(standby));
    await installation.ready();
    await expectNothingLost(installation, server, { database, random });
  });
});
