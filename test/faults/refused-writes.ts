import { expect, vi } from 'vitest';

import type { RunningServer } from '../platform/programs.ts';
import type { Database } from './engines.ts';
import { install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';

/** A database that takes nothing more for a while. */
interface Fault {
  readonly begin: (server: RunningServer) => Promise<void>;
  readonly end: (server: RunningServer) => Promise<void>;
}

/** Twice under load: writes are refused with 503, what is read is still read, and afterwards all is well. */
export async function expectWritesRefused(database: Database, fault: Fault): Promise<void> {
  const random = scenarioRandom();
  const installation = await install(database);
  const { ledger } = installation;
  const server = await installation.start();
  for (let time = 1; time <= 2; time += 1) {
    const load = installation.load({ apps: 24, random });
    await load.answered(200 + random.below(200));
    await fault.begin(server);
    const before = ledger.counts.unavailable;
    await vi.waitFor(() => expect(ledger.counts.unavailable).toBeGreaterThan(before + 50), {
      timeout: 90_000,
    });
    await load.stop();
    // Reading is served meanwhile, or it would be told here.
    await installation.check();
    const { violations } = ledger;
    expect({ seed: random.seed, violations }).toEqual({ seed: random.seed, violations: [] });

    const again = installation.load({ apps: 24, random });
    await fault.end(server);
    await installation.ready();
    await again.answered(100);
    await again.stop();
    await installation.check();
  }
  await expectNothingLost(installation, server, { database, random });
}
