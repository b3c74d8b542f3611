import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

import { type Instant, instant } from '../../src/domain/clock.ts';
import { openStorage } from '../storage/open-storage.ts';
import { type Engine, POSTGRES, SQLITE } from './engines.ts';
import { install } from './installation.ts';
import { expectNothingLost, scenarioRandom } from './scenario.ts';

const HOUR = 3_600_000;
/** By how much the clock of the server is wrong, one after the other: forth, back, beyond where it began. */
const STEPS = [HOUR, 0, -HOUR, HOUR, 0];

describe.each<Engine>([SQLITE, POSTGRES])('a clock that is set on $name', ({ create }) => {
  it('by an hour forth and back, while the server runs and while it does not, loses and revives nothing', async () => {
    const random = scenarioRandom();
    const database = await create();
    const stepFile = `${database.folder}/clock-step`;
    const installation = await install(database, {
      NODE_OPTIONS: `--import ${path.join(import.meta.dirname, 'stepping-clock.mjs')}`,
      CLOCK_STEP_FILE: stepFile,
    });
    await writeFile(stepFile, '0');
    const { ledger } = installation;
    let server = await installation.start();
    for (const [turn, step] of STEPS.entries()) {
      const load = installation.load({ apps: 24, random, clockMayJump: true });
      await load.answered(100);
      await writeFile(stepFile, String(step));
      // The server looks at the file every 20 ms.
      await pause(50);
      await load.answered(200);
      await load.stop();
      await prune(database.address, instant(Date.now() + step));
      await installation.check();
      if (turn % 2 === 0) continue;
      // Half of the steps are seen by a server that starts.
      expect((await server.stop()).code).toBe(0);
      await writeFile(stepFile, String(-step));
      server = await installation.start();
      await prune(database.address, instant(Date.now() - step));
      await installation.check();
      const { violations } = ledger;
      const where = `seed ${random.seed}, step ${turn}`;
      expect({ where, violations }).toEqual({ where, violations: [] });
    }
    await expectNothingLost(installation, server, { database, random, clockMayJump: true });
    await database.remove();
  });
});

/** As the server does every ten minutes; and something for the audit log, whose chain must not mind. */
async function prune(address: string, at: Instant): Promise<void> {
  const storage = await openStorage(address);
  while ((await storage.pruneExpired(at)) > 0);
  const subject = { type: 'client', id: '1', label: 'noticeboard' } as const;
  const event = { action: 'client.logo-changed', details: {} } as const;
  await storage.appendAuditEvent({ at, actor: null, subject, ...event });
  await storage.close();
}
