import { describe, expect, it } from 'vitest';
import { addPerson, addPersonWithClient, addTokens, at, atOnce, hash, LIVE } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function consentConformance(given: Given): void {
  describe('what a person answered an app', () => {
    it('is remembered once for each app, the latest answer with the first time', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      expect(await storage.findConsent(accountId, clientNumber, at(0))).toBeUndefined();
      const first = { granted: ['a.one'], declined: ['a.two'] };
      expect(await storage.recordConsent({ ...parties, ...first, at: at(1) })).toBeUndefined();
      const stored = { ...first, firstAt: at(1), lastAt: at(1), endedAt: null, isLive: false };
      expect(await storage.findConsent(accountId, clientNumber, at(2))).toEqual(stored);
      const second = { granted: ['a.one', 'a.two'], declined: [] };
      expect(await storage.recordConsent({ ...parties, ...second, at: at(3) })).toEqual(stored);
      const [listed, ...others] = await storage.listConsents(accountId);
      expect(others).toEqual([]);
      expect(listed).toEqual({
        client: { number: clientNumber, name: 'noticeboard' },
        ...second,
        firstAt: at(1),
        lastAt: at(3),
        endedAt: null,
      });
    });

    it('is live as long as an authorization is, and ends with the access', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      const isLive = async () =>
        (await storage.findConsent(accountId, clientNumber, at(9)))?.isLive;
      await storage.recordConsent({ ...parties, granted: ['a.one'], declined: [], at: at(1) });
      await addTokens(storage, parties, '1');
      expect(await isLive()).toBe(true);
      await storage.revokeToken({ tokenHash: hash('refresh-1'), ...LIVE, clientNumber, at: at(2) });
      expect(await isLive()).toBe(false);
      await addTokens(storage, parties, '2');
      expect(await isLive()).toBe(true);
      await storage.disconnectClient(accountId, clientNumber, at(3));
      const ended = await storage.findConsent(accountId, clientNumber, at(9));
      expect(ended).toMatchObject({ isLive: false, endedAt: at(3) });
      await storage.recordConsent({ ...parties, granted: ['a.one'], declined: [], at: at(4) });
      expect(await storage.findConsent(accountId, clientNumber, at(9))).toMatchObject({
        endedAt: null,
        firstAt: at(1),
      });
    });

    it('is counted for others, as far as asked, without those who ended it', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const people = [accountId];
      for (const username of ['2', '3', '4']) people.push(await addPerson(storage, username));
      for (const person of people) {
        const answered = { clientNumber, granted: [], declined: [], at: at(1) };
        await storage.recordConsent({ ...answered, accountId: person });
      }
      const count = async (most: number) =>
        storage.countOthersWithConsent(clientNumber, { than: accountId, most });
      expect(await count(10)).toBe(3);
      expect(await count(2)).toBe(2);
      await storage.disconnectClient(people[1]!, clientNumber, at(2));
      expect(await count(10)).toBe(2);
    });

    it('is one answer, however many tabs answer at once', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await atOnce(10, async (index) =>
        storage.recordConsent({ ...parties, granted: [`a.${index}`], declined: [], at: at(index) }),
      );
      expect(await storage.listConsents(parties.accountId)).toHaveLength(1);
    });
  });
}
