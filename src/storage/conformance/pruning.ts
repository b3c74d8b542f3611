import { describe, expect, it } from 'vitest';
import type { Instant } from '../../domain/clock.ts';
import type { Storage } from '../../domain/storage.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  DAY,
  hash,
  newAuthorization,
  newSession,
  NOW,
  rotate,
  tokenPair,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

/** Prunes until there is nothing left to, and answers how much it was. */
async function pruneAll(storage: Storage, when: Instant): Promise<number> {
  let removed = 0;
  for (;;) {
    const now = await storage.pruneExpired(when);
    if (now === 0) return removed;
    removed += now;
  }
}

export function pruningConformance(given: Given): void {
  describe('pruning', () => {
    it('removes nothing that an answer depends on', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId } = parties;
      const subjects = [{ key: 'k', limit: 1, windowSeconds: 60 }];
      await storage.startSession(newSession(accountId, 's', { expiresAt: at(60) }));
      const link = { accountId, hash: hash('link'), issuedAt: NOW, expiresAt: at(60) };
      await storage.issuePasswordReset(link);
      await storage.countAttempt({ subjects, at: NOW });
      await addTokens(storage, parties, '1');
      await rotate(storage, '1', '2');
      await storage.issueAuthorizationCode(newAuthorization(parties, 'unused'));

      expect(await pruneAll(storage, at(59))).toBe(0);
      expect(await storage.findSession(hash('s'), at(59))).toBeDefined();
      expect(await storage.findPasswordReset(hash('link'), at(59))).toBeDefined();
      const throttled = await storage.countAttempt({ subjects, at: at(59) });
      expect(throttled.type).toBe('throttled');

      expect(await pruneAll(storage, at(60))).toBe(3);
      expect(await storage.findSession(hash('s'), NOW)).toBeUndefined();
      expect(await storage.findPasswordReset(hash('link'), NOW)).toBeUndefined();
      const allowed = await storage.countAttempt({ subjects, at: NOW });
      expect(allowed.type).toBe('allowed');
      expect(await storage.findAuthorizationCode(hash('unused'))).toBeDefined();
    });

    it('keeps a redeemed code for a day, so that a replay is recognised', async () => {
      const { storage } = given();
      const id = await addTokens(storage, await addPersonWithClient(storage), '1');
      await pruneAll(storage, at(60 + DAY - 1));
      const code = await storage.findAuthorizationCode(hash('code-1'));
      expect(code).toMatchObject({ redeemedAt: NOW });
      expect(await pruneAll(storage, at(60 + DAY))).toBe(1);
      expect(await storage.findAuthorizationCode(hash('code-1'))).toBeUndefined();
      const tokens = await storage.findRefreshToken(hash('refresh-1'));
      expect(tokens?.authorization).toMatchObject({ id, revokedAt: null });
    });

    it('keeps an expired access token for a day, and what refreshes it for ever', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      await pruneAll(storage, at(36_000 + DAY - 1));
      expect(await storage.findBearerAccess(hash('access-1'))).toMatchObject({
        expiresAt: at(36_000),
      });
      expect(await pruneAll(storage, at(36_000 + DAY))).toBe(1);
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      await pruneAll(storage, at(1000 * DAY));
      expect(await rotate(storage, '1', '2')).toBe('rotated');
    });

    it('leaves spent refresh tokens to the sweep', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      await rotate(storage, '1', '2');
      await pruneAll(storage, at(1000 * DAY));
      expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({
        rotation: { rotatedAt: NOW },
      });
    });

    it('removes an authorization a day after it was revoked, with what descends from it', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      await addTokens(storage, parties, 'other');
      await storage.revokeAuthorization(id, at(10));
      await pruneAll(storage, at(10 + DAY - 1));
      expect(await storage.findRefreshToken(hash('refresh-1'))).toBeDefined();
      await pruneAll(storage, at(10 + DAY));
      expect(await storage.findRefreshToken(hash('refresh-1'))).toBeUndefined();
      expect(await storage.findAuthorizationCode(hash('code-1'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-other'))).toBeDefined();
    });

    it('removes an authorization whose code expired unused a day ago', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      await pruneAll(storage, at(60 + DAY - 1));
      expect(await storage.findAuthorizationCode(hash('c'))).toBeDefined();
      await pruneAll(storage, at(60 + DAY));
      expect(await storage.findAuthorizationCode(hash('c'))).toBeUndefined();
      const { accountId, clientNumber } = parties;
      expect(await storage.disconnectClient(accountId, clientNumber, NOW)).toBe(0);
    });

    it('removes what a deleted client left', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      const another = await addClient(storage, accountId, 'another');
      const many = 700;
      await atOnce(many, async (index) => addTokens(storage, parties, `${index}`));
      await addTokens(storage, { accountId, clientNumber: another }, 'other');
      await storage.deleteClient({ number: clientNumber, actor: accountId, at: NOW });
      expect(await pruneAll(storage, NOW)).toBe(many);
      expect(await storage.disconnectClient(accountId, clientNumber, NOW)).toBe(0);
      expect(await rotate(storage, 'other', 'new')).toBe('rotated');
    });

    it('gets through much of everything, a bounded amount per call', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const accountId = await addPerson(storage, '2');
      const many = 1200;
      await atOnce(many, async (index) => {
        const key = `network:${index}`;
        const subjects = [{ key, limit: 1, windowSeconds: 60 }];
        await storage.countAttempt({ subjects, at: NOW });
        await storage.startSession(newSession(accountId, `s${index}`));
        await addTokens(storage, parties, `${index}`);
      });
      const later = at(100 * DAY);
      const first = await storage.pruneExpired(later);
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThan(4 * many);
      // An attempt, a session, a code and an access token each.
      expect(first + (await pruneAll(storage, later))).toBe(4 * many);
      expect(await storage.findAccount(accountId)).toBeDefined();
      expect(await rotate(storage, '7', 'new')).toBe('rotated');
    });

    it('can run beside redemptions', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await atOnce(50, async (index) => {
        const code = `c${index}`;
        await storage.issueAuthorizationCode(newAuthorization(parties, code));
        const [outcome] = await Promise.all([
          storage.redeemAuthorizationCode({
            codeHash: hash(code),
            tokens: tokenPair(code),
            at: NOW,
          }),
          storage.pruneExpired(at(index)),
        ]);
        expect(outcome).toBe('redeemed');
      });
    });
  });
}
