import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { type Engine, POSTGRES, SQLITE } from './engines.ts';
import { install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';

const KILLS = 50;

describe.each<Engine>([SQLITE, POSTGRES])('kill -9 of the server on $name', ({ create }) => {
  it(`in full load, ${KILLS} times in a row, loses nothing that was answered`, async () => {
    const random = scenarioRandom();
    const database = await create();
    const installation = await install(database);
    const { ledger } = installation;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const server = await installation.start();
      await installation.check();
      const load = installation.load({ apps: 24, random });
      const moment = 100 + random.below(500);
      await pause(moment);
      server.process.kill('SIGKILL');
      await server.finished;
      await load.stop();
      const where = `seed ${random.seed}, kill ${kill}, after ${moment} ms`;
      expect({ where, violations: ledger.violations }).toEqual({ where, violations: [] });
      // It was asked while it died.
      expect(ledger.counts.cut).toBeGreaterThanOrEqual(kill);
    }
    await expectNothingLost(installation, await installation.start(), { database, random });
    await database.remove();
  });
});
