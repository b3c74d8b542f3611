import { expect } from 'vitest';

import { openStorage } from '../storage/open-storage.ts';
import type { RunningServer } from '../platform/programs.ts';
import type { Database } from './engines.ts';
import type { Installation } from './installation.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** Another seed for each run, so that runs look elsewhere; `FAULTS_SEED=… npm test` repeats one that failed. */
export function scenarioRandom(): SeededRandom {
  const given = Number(process.env['FAULTS_SEED'] ?? '');
  return seededRandom(given > 0 ? given : Date.now() % 1_000_000_000);
}

/** What every scenario ends with, on a server that must be well again; the server stops in order. */
export async function expectNothingLost(
  { ledger, checkToTheEnd }: Installation,
  server: RunningServer,
  {
    database,
    random,
    clockMayJump = false,
  }: {
    readonly database: Database;
    readonly random: SeededRandom;
    readonly clockMayJump?: boolean;
  },
): Promise<void> {
  await checkToTheEnd({ clockMayJump });
  expect((await server.stop()).code).toBe(0);
  const { violations } = ledger;
  expect({ seed: random.seed, violations }).toEqual({ seed: random.seed, violations: [] });
  // It was a load: of everything there is some.
  expect(ledger.counts.answered).toBeGreaterThan(100);
  const states = new Set(ledger.signIns.map(({ state }) => state));
  expect([states.has('live'), states.has('over')]).toEqual([true, true]);

  expect(await database.damage()).toEqual([]);
  const storage = await openStorage(database.address);
  expect(await storage.verifyAuditChain()).toMatchObject({ type: 'intact' });
  await storage.close();
}
