import { describe, expect, it } from 'vitest';
import type { Storage } from '../../domain/storage.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  DAY,
  hash,
  newAuthorization,
  NOW,
  rotate,
  sealed,
  tokenPair,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

/** Sweeps everything, and answers how much of it there was. */
async function sweepAll(
  storage: Storage,
  { unusedSince = null, now }: { readonly unusedSince?: number | null; readonly now: number },
): Promise<{ readonly ended: number; readonly forgotten: number }> {
  let [ended, forgotten] = [0, 0];
  let after: number | null = null;
  do {
    const swept = await storage.sweepAuthorizations({
      unusedSince: unusedSince === null ? null : at(unusedSince),
      at: at(now),
      after,
    });
    ended += swept.ended;
    forgotten += swept.forgotten;
    after = swept.next;
  } while (after !== null);
  return { ended, forgotten };
}

/** How many ended. */
async function sweep(
  storage: Storage,
  when: { readonly unusedSince?: number; readonly now: number },
): Promise<number> {
  return (await sweepAll(storage, when)).ended;
}

export function authorizationSweepConformance(given: Given): void {
  describe('authorizations that go unused', () => {
    it('end once their refresh token was not used for long and their access tokens are over', async () => {
      const { storage } = given();
      const accountId = await addPerson(storage, '1');
      const clientNumber = await addClient(storage, accountId, 'noticeboard');
      const parties = { accountId, clientNumber };
      await addTokens(storage, parties, 'unused');
      await addTokens(storage, parties, 'used');
      await storage.rotateRefreshToken({
        refreshTokenHash: hash('refresh-used'),
        tokens: tokenPair('renewed', { accessTokenExpiresAt: at(5 * DAY + 36_000) }),
        sealedAnswer: new Uint8Array([1]),
        at: at(5 * DAY),
      });

      // Its access token still works.
      expect(await sweep(storage, { unusedSince: 35_999, now: 35_999 })).toBe(0);
      // It was not unused for so long.
      expect(await sweep(storage, { unusedSince: -1, now: 9 * DAY })).toBe(0);
      expect(await sweep(storage, { unusedSince: 4 * DAY, now: 9 * DAY })).toBe(1);
      const ended = await storage.findRefreshToken(hash('refresh-unused'));
      expect(ended?.authorization.revokedAt).toBe(at(9 * DAY));
      const used = await storage.findRefreshToken(hash('refresh-renewed'));
      expect(used).toMatchObject({ issuedAt: at(5 * DAY), authorization: { revokedAt: null } });

      // Nothing ends twice.
      expect(await sweep(storage, { unusedSince: 4 * DAY, now: 10 * DAY })).toBe(0);
      expect(await sweep(storage, { unusedSince: 5 * DAY, now: 10 * DAY })).toBe(1);
    });

    it('are found however many there are', async () => {
      const { storage } = given();
      const accountId = await addPerson(storage, '1');
      const clientNumber = await addClient(storage, accountId, 'noticeboard');
      const many = Array.from({ length: 1003 }, (_, index) => String(index));
      for (const suffix of many) await addTokens(storage, { accountId, clientNumber }, suffix);
      const first = await storage.sweepAuthorizations({
        unusedSince: NOW,
        at: at(DAY),
        after: null,
      });
      expect(first.ended).toBeLessThan(1003);
      expect(first.next).not.toBeNull();
      expect(await sweep(storage, { unusedSince: 0, now: DAY })).toBe(1003 - first.ended);
    });
  });

  describe('authorizations that newer ones superseded', () => {
    const MONTH = 30 * DAY;
    const many = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => `${prefix}${index}`);
    async function liveOf(storage: Storage, suffixes: readonly string[]): Promise<string[]> {
      const live: string[] = [];
      for (const suffix of suffixes) {
        const found = await storage.findRefreshToken(hash(`refresh-${suffix}`));
        if (found?.authorization.revokedAt === null) live.push(suffix);
      }
      return live;
    }

    it('end after a month, but for the newest ten of a person and app', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const another = await addClient(storage, parties.accountId, 'another');
      const other = { ...parties, accountId: await addPerson(storage, '2') };
      const suffixes = many(12, 'device-');
      for (const suffix of suffixes) await addTokens(storage, parties, suffix);
      for (const suffix of many(10, 'app-')) {
        await addTokens(storage, { ...parties, clientNumber: another }, suffix);
      }
      await addTokens(storage, other, 'other');

      expect(await sweep(storage, { now: MONTH - 1 })).toBe(0);
      expect(await sweep(storage, { now: MONTH })).toBe(2);
      expect(await liveOf(storage, suffixes)).toEqual(suffixes.slice(2));
      expect(await liveOf(storage, many(10, 'app-'))).toHaveLength(10);
      // However long nobody uses them.
      expect(await sweep(storage, { now: 5000 * DAY })).toBe(0);
      expect(await liveOf(storage, ['other'])).toEqual(['other']);
    });

    it('do not count those that ended before', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, 'old');
      for (const suffix of many(9, 'new-')) await addTokens(storage, parties, suffix);
      const ended = await addTokens(storage, parties, 'ended');
      await storage.revokeAuthorization(ended, NOW);
      expect(await sweep(storage, { now: MONTH })).toBe(0);
      await addTokens(storage, parties, 'one more');
      expect(await sweep(storage, { now: MONTH })).toBe(1);
      expect(await liveOf(storage, ['old'])).toEqual([]);
    });

    it('stay for a year after they were refreshed, and as long as an access token works', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, 'phone');
      await storage.rotateRefreshToken({
        refreshTokenHash: hash('refresh-phone'),
        tokens: tokenPair('phone again', { accessTokenExpiresAt: at(2 * MONTH) }),
        sealedAnswer: sealed('phone again'),
        at: NOW,
      });
      await storage.issueAuthorizationCode(newAuthorization(parties, 'long'));
      await storage.redeemAuthorizationCode({
        codeHash: hash('long'),
        tokens: tokenPair('long', { accessTokenExpiresAt: at(MONTH + 1) }),
        at: NOW,
      });
      for (const suffix of many(10, 'new-')) await addTokens(storage, parties, suffix);

      expect(await sweep(storage, { now: MONTH })).toBe(0);
      expect(await sweep(storage, { now: MONTH + 1 })).toBe(1);
      expect(await liveOf(storage, ['phone again', 'long'])).toEqual(['phone again']);
      expect(await sweep(storage, { now: 366 * DAY - 1 })).toBe(0);
      expect(await sweep(storage, { now: 366 * DAY })).toBe(1);
      expect(await liveOf(storage, ['phone again'])).toEqual([]);
    });
  });

  describe('spent refresh tokens', () => {
    it('are forgotten after ninety days, with nothing that still works', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      await rotate(storage, '1', '2');
      await rotate(storage, '2', '3');
      expect(await sweepAll(storage, { now: 90 * DAY - 1 })).toEqual({ ended: 0, forgotten: 0 });
      expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({
        rotation: { rotatedAt: NOW },
      });
      expect(await sweepAll(storage, { now: 90 * DAY })).toEqual({ ended: 0, forgotten: 2 });
      expect(await storage.findRefreshToken(hash('refresh-1'))).toBeUndefined();
      expect(await rotate(storage, '3', '4')).toBe('rotated');
    });

    it('are forgotten however many an authorization has', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '0');
      const times = 600;
      for (let turn = 0; turn < times; turn += 1) {
        expect(await rotate(storage, `${turn}`, `${turn + 1}`)).toBe('rotated');
      }
      const forgotten = { ended: 0, forgotten: times };
      expect(await sweepAll(storage, { now: 90 * DAY })).toEqual(forgotten);
      expect(await rotate(storage, `${times}`, 'last')).toBe('rotated');
    });
  });
}
