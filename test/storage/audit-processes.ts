import { describe, expect, it } from 'vitest';

import { openStorage } from './open-storage.ts';
import { run } from './processes.ts';

const AUDITING_PROCESS = new URL('./auditing-process.ts', import.meta.url);
const RACERS = 4;
const EVENTS_EACH = 50;

/** Proves that several processes write one chain. @param given the database of the running test, not yet made or empty */
export function auditProcesses(given: () => string): void {
  describe('several processes that append to the audit log', () => {
    it('write one chain, without a fork or a gap', async () => {
      await (await openStorage(given())).close();
      const racers = Array.from({ length: RACERS }, () =>
        run(AUDITING_PROCESS, given(), `${EVENTS_EACH}`),
      );
      await Promise.all(racers.map(async (racer) => racer.printed(1)));
      for (const racer of racers) racer.process.stdin?.write('go\n');
      const codes = await Promise.all(racers.map(async (racer) => racer.ended()));
      expect(codes).toEqual(racers.map(() => 0));
      const storage = await openStorage(given());
      expect(await storage.verifyAuditChain()).toMatchObject({
        type: 'intact',
        head: { seq: RACERS * EVENTS_EACH },
      });
      await storage.close();
    });
  });
}
