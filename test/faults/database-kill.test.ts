import { expect, it, vi } from 'vitest';

import { createDatabase, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { postgresAt } from './engines.ts';
import { install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';

const KILLS = 10;

it(`kill -9 of PostgreSQL in full load, ${KILLS} times in a row, loses nothing, and the server goes on by itself`, async () => {
  const random = scenarioRandom();
  const postgres = await startPostgres();
  const database = await postgresAt(await createDatabase(postgres.url));
  const installation = await install(database);
  const { ledger } = installation;
  const server = await installation.start();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const load = installation.load({ apps: 24, random });
    const refused = ledger.counts.unavailable;
    await load.answered(50 + random.below(300));
    await postgres.kill();
    await vi.waitFor(() => expect(ledger.counts.unavailable).toBeGreaterThan(refused + 10), {
      timeout: 60_000,
    });
    await startAgain(postgres);
    await installation.ready();
    await load.answered(50);
    await load.stop();
    await installation.check();
    const where = `seed ${random.seed}, kill ${kill}`;
    expect({ where, violations: ledger.violations }).toEqual({ where, violations: [] });
  }
  await expectNothingLost(installation, server, { database, random });
  await database.remove();
  await postgres.remove();
});

/** It refuses for as long as children of the one before still end. */
async function startAgain(postgres: PostgresServer): Promise<void> {
  await vi.waitFor(async () => postgres.start(), { timeout: 60_000, interval: 100 });
}
