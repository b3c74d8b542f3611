import { describe, expect, it } from 'vitest';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, addClient, addTokens, at, DAY, hash, NOW, tokenPair } from './campus.ts';
import type { Given } from './storage-under-test.ts';

/** Sweeps everything, and answers how many ended. */
async function sweep(
  storage: Storage,
  { unusedSince, now }: { readonly unusedSince: number; readonly now: number },
): Promise<number> {
  let ended = 0;
  let after: number | null = null;
  do {
    const swept = await storage.endDisusedAuthorizations({
      unusedSince: at(unusedSince),
      at: at(now),
      after,
    });
    ended += swept.ended;
    after = swept.next;
  } while (after !== null);
  return ended;
}

export function disusedAuthorizationConformance(given: Given): void {
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
      const first = await storage.endDisusedAuthorizations({
        unusedSince: NOW,
        at: at(DAY),
        after: null,
      });
      expect(first.ended).toBeLessThan(1003);
      expect(first.next).not.toBeNull();
      expect(await sweep(storage, { unusedSince: 0, now: DAY })).toBe(1003 - first.ended);
    });
  });
}
