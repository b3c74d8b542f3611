import { describe, expect, it } from 'vitest';
import type { ClientActivityNote, ClientAttempt } from '../../domain/client-activity.ts';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, addPersonWithClient, addTokens, at, DAY, NOW } from './campus.ts';
import type { Given } from './storage-under-test.ts';

const TODAY = '2026-01-01';

function attempt(changes: Partial<ClientAttempt> = {}): ClientAttempt {
  return {
    at: NOW,
    endpoint: 'token',
    reason: null,
    parameters: [
      { name: 'grant_type', value: 'authorization_code' },
      { name: 'code', value: null },
    ],
    network: '203.0.113.0/24',
    requestId: 'request-1',
    ...changes,
  };
}

function note(clientNumber: number, changes: Partial<ClientActivityNote> = {}): ClientActivityNote {
  return { clientNumber, environment: 'live', day: TODAY, kind: null, attempt: null, ...changes };
}

async function attempts(
  storage: Storage,
  clientNumber: number,
  filter: { readonly failuresOnly?: boolean; readonly environment?: 'live' | 'sandbox' } = {},
): Promise<readonly ClientAttempt[]> {
  const { failuresOnly = false, environment = 'live' } = filter;
  return storage.listClientAttempts({ clientNumber, environment, failuresOnly });
}

export function clientActivityConformance(given: Given): void {
  describe('attempts of a client', () => {
    it('are listed as they were noted, newest first, and outlive the process', async () => {
      const { storage, reopen } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      const failed = attempt({ at: at(1), reason: 'code-expired', requestId: 'request-2' });
      storage.noteClientActivity(note(clientNumber, { attempt: attempt() }));
      storage.noteClientActivity(note(clientNumber, { attempt: failed }));
      expect(await attempts(storage, clientNumber)).toEqual([failed, attempt()]);
      expect(await attempts(storage, clientNumber, { failuresOnly: true })).toEqual([failed]);
      const last = attempt({ at: at(2) });
      storage.noteClientActivity(note(clientNumber, { attempt: last }));
      await storage.close();
      expect(await attempts(await reopen(), clientNumber)).toEqual([last, failed, attempt()]);
    });

    it('are of one environment', async () => {
      const { storage } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      storage.noteClientActivity(
        note(clientNumber, { environment: 'sandbox', attempt: attempt() }),
      );
      expect(await attempts(storage, clientNumber)).toEqual([]);
      expect(await attempts(storage, clientNumber, { environment: 'sandbox' })).toHaveLength(1);
    });

    it('are kept up to a hundred', async () => {
      const { storage } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      for (let count = 1; count <= 130; count += 1) {
        storage.noteClientActivity(note(clientNumber, { attempt: attempt({ at: at(count) }) }));
        if (count === 60) await attempts(storage, clientNumber);
      }
      const kept = await attempts(storage, clientNumber);
      expect(kept.map((one) => one.at)).toEqual(
        Array.from({ length: 100 }, (_, index) => at(130 - index)),
      );
    });

    it('of a client that is not there are dropped, those of others stored', async () => {
      const { storage } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      storage.noteClientActivity(note(clientNumber + 100, { attempt: attempt(), kind: 'error' }));
      storage.noteClientActivity(note(clientNumber, { attempt: attempt(), kind: 'error' }));
      expect(await attempts(storage, clientNumber)).toHaveLength(1);
      expect(await attempts(storage, clientNumber + 100)).toEqual([]);
    });

    it('are forgotten after a month, and counts after a year', async () => {
      const { storage } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      storage.noteClientActivity(note(clientNumber, { attempt: attempt(), kind: 'error' }));
      expect(await attempts(storage, clientNumber)).toHaveLength(1);
      await storage.pruneExpired(at(30 * DAY));
      expect(await attempts(storage, clientNumber)).toHaveLength(1);
      await storage.pruneExpired(at(32 * DAY));
      expect(await attempts(storage, clientNumber)).toEqual([]);
      const usage = { clientNumber, environment: 'live', from: TODAY } as const;
      expect(await storage.listClientUsage(usage)).toHaveLength(1);
      await storage.pruneExpired(at(368 * DAY));
      expect(await storage.listClientUsage(usage)).toEqual([]);
    });
  });

  describe('usage of a client', () => {
    it('is counted by day and kind, by all processes together', async () => {
      const { storage, reopen } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      const read = note(clientNumber, { kind: 'data-read' });
      for (let count = 0; count < 3; count += 1) storage.noteClientActivity(read);
      await storage.close();
      const reopened = await reopen();
      reopened.noteClientActivity(read);
      reopened.noteClientActivity({ ...read, day: '2026-01-02' });
      reopened.noteClientActivity({ ...read, kind: 'error' });
      reopened.noteClientActivity({ ...read, environment: 'sandbox' });
      const query = { clientNumber, environment: 'live' } as const;
      expect(await reopened.listClientUsage({ ...query, from: TODAY })).toEqual([
        { day: TODAY, kind: 'data-read', count: 4 },
        { day: TODAY, kind: 'error', count: 1 },
        { day: '2026-01-02', kind: 'data-read', count: 1 },
      ]);
      expect(await reopened.listClientUsage({ ...query, from: '2026-01-02' })).toHaveLength(1);
    });
  });

  describe('people with access', () => {
    it('are counted once each, as long as something can be read', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { clientNumber, accountId } = parties;
      await addTokens(storage, parties, '1');
      await addTokens(storage, parties, '2');
      const other = await addPerson(storage, 'other');
      await addTokens(storage, { clientNumber, accountId: other }, '3');
      expect(await storage.countPeopleWithAccess(clientNumber, at(5))).toBe(2);
      await storage.disconnectClient(accountId, clientNumber, at(6));
      expect(await storage.countPeopleWithAccess(clientNumber, at(7))).toBe(1);
    });
  });
}
