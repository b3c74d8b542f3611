import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../domain/account.ts';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, at, atOnce, hash, newSession, NOW } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function sessionConformance(given: Given): void {
  describe('a session', () => {
    it('is found by its secret, with its account', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      await storage.startSession(newSession(id, 's'));
      const found = await storage.findSession(hash('s'), NOW);
      expect(found?.account).toEqual(await storage.findAccount(id));
      expect(found?.session).toEqual({
        number: expect.any(Number),
        accountId: id,
        createdAt: NOW,
        lastSeenAt: NOW,
        expiresAt: at(3600),
        userAgent: 'Mozilla/5.0',
        network: '203.0.113.0/24',
      });
    });

    it('is not found when unknown, expired, or of a deactivated account', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      await storage.startSession(newSession(id, 's'));
      expect(await storage.findSession(hash('another'), NOW)).toBeUndefined();
      expect(await storage.findSession(hash('s'), at(3599))).toBeDefined();
      expect(await storage.findSession(hash('s'), at(3600))).toBeUndefined();
      await addPerson(storage, '1', { isActive: false });
      expect(await storage.findSession(hash('s'), NOW)).toBeUndefined();
    });

    it('starts with the password of the moment only, of an active account', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      const start = async (secret: string, passwordHash?: string): Promise<string> =>
        storage.startSession({
          ...newSession(id, secret),
          ...(passwordHash !== undefined && { passwordHash }),
        });
      expect(await start('first', 'old')).toBe('started');
      await storage.changePassword({ accountId: id, passwordHash: 'new', keepSession: null });
      expect(await start('with the old one', 'old')).toBe('changed-meanwhile');
      expect(await start('with none')).toBe('changed-meanwhile');
      expect(await storage.findSession(hash('with the old one'), NOW)).toBeUndefined();
      expect(await start('with the new one', 'new')).toBe('started');
      await addPerson(storage, '1', { isActive: false });
      expect(await start('deactivated', 'new')).toBe('changed-meanwhile');
      expect(await storage.listSessions(id, NOW)).toHaveLength(1);
    });

    it('that an old password opens never outlives a new one, however many race', async () => {
      const { storage, reopen } = given();
      const other = await reopen();
      const ids = await atOnce(20, async (index) =>
        addPerson(storage, `${index}`, { passwordHash: 'old' }),
      );
      const change = async (on: Storage, accountId: AccountId): Promise<void> =>
        on.changePassword({ accountId, passwordHash: 'new', keepSession: null });
      await Promise.all(
        ids.flatMap((id, index) => {
          const start = async (on: Storage, name: string): Promise<string> =>
            on.startSession({ ...newSession(id, `${name} of ${index}`), passwordHash: 'old' });
          return [
            start(storage, 'first'),
            start(other, 'second'),
            change(index % 2 === 0 ? storage : other, id),
            start(storage, 'third'),
            start(other, 'fourth'),
          ];
        }),
      );
      for (const id of ids) expect(await storage.listSessions(id, NOW)).toEqual([]);
      await other.close();
    });

    it('is noted as seen at most once a minute', async () => {
      const { storage, reopen } = given();
      const id = await addPerson(storage, '1');
      await storage.startSession(newSession(id, 'seen soon after'));
      await storage.startSession(newSession(id, 'seen later'));
      await storage.findSession(hash('seen soon after'), at(59));
      await storage.findSession(hash('seen later'), at(60));
      await storage.findSession(hash('seen later'), at(61));
      await storage.close();

      const reopened = await reopen();
      const soonAfter = await reopened.findSession(hash('seen soon after'), NOW);
      expect(soonAfter?.session.lastSeenAt).toBe(NOW);
      const later = await reopened.findSession(hash('seen later'), NOW);
      expect([at(60), at(61)]).toContain(later?.session.lastSeenAt);
    });

    it('is listed for its account while it lives', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      await storage.startSession(newSession(id, 's1', { userAgent: 'Laptop' }));
      await storage.startSession(newSession(id, 's2', { userAgent: 'Phone' }));
      await storage.startSession(newSession(id, 'short', { expiresAt: at(10) }));
      await storage.startSession(newSession(other, 'theirs'));
      const live = await storage.listSessions(id, at(10));
      expect(live.map(({ userAgent }) => userAgent).toSorted()).toEqual(['Laptop', 'Phone']);
      expect(await storage.listSessions(id, at(9))).toHaveLength(3);
    });

    it('is ended by its own account only, at once', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      await storage.startSession(newSession(id, 's'));
      const number = (await storage.findSession(hash('s'), NOW))!.session.number;
      expect(await storage.endSession(other, number)).toBe('not-found');
      expect(await storage.findSession(hash('s'), NOW)).toBeDefined();
      expect(await storage.endSession(id, number)).toBe('ended');
      expect(await storage.findSession(hash('s'), NOW)).toBeUndefined();
      expect(await storage.endSession(id, number)).toBe('not-found');
    });

    it('ended many times at once ends once', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      await storage.startSession(newSession(id, 's'));
      const number = (await storage.findSession(hash('s'), NOW))!.session.number;
      const outcomes = await atOnce(20, async () => storage.endSession(id, number));
      expect(outcomes.filter((outcome) => outcome === 'ended')).toHaveLength(1);
    });

    it('can be all that is left of an account’s sessions', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      for (const secret of ['s1', 's2', 's3']) {
        await storage.startSession(newSession(id, secret));
      }
      await storage.startSession(newSession(other, 'theirs'));
      const keep = (await storage.findSession(hash('s2'), NOW))!.session.number;
      expect(await storage.endOtherSessions(id, keep)).toBe(2);
      expect((await storage.listSessions(id, NOW)).map(({ number }) => number)).toEqual([keep]);
      expect(await storage.endOtherSessions(id, null)).toBe(1);
      expect(await storage.listSessions(id, NOW)).toEqual([]);
      expect(await storage.findSession(hash('theirs'), NOW)).toBeDefined();
    });
  });
}
