import { describe, expect, it } from 'vitest';
import {
  addClient,
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  hash,
  NOW,
  rotate,
  LIVE,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function revocationConformance(given: Given): void {
  describe('RFC 7009: revoking', () => {
    it('an access token ends it alone', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { clientNumber } = parties;
      await addTokens(storage, parties, '1');
      const revocation = { tokenHash: hash('access-1'), ...LIVE, clientNumber, at: NOW };
      expect(await storage.revokeToken(revocation)).toBe('revoked');
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      expect(await storage.revokeToken(revocation)).toBe('unknown');
      expect(await rotate(storage, '1', '2')).toBe('rotated');
      expect(await storage.findBearerAccess(hash('access-2'))).toBeDefined();
    });

    it.each([
      ['a refresh token', 'refresh-2'],
      ['a spent refresh token', 'refresh-1'],
    ])('%s ends its authorization', async (_which, secret) => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { clientNumber } = parties;
      await addTokens(storage, parties, '1');
      await rotate(storage, '1', '2');
      await addTokens(storage, parties, 'of another authorization');
      const revocation = { tokenHash: hash(secret), ...LIVE, clientNumber, at: at(8) };
      expect(await storage.revokeToken(revocation)).toBe('revoked');
      expect(await storage.findBearerAccess(hash('access-2'))).toBeUndefined();
      expect(await rotate(storage, '2', '3')).toBe('revoked');
      expect(await storage.findRefreshToken(hash('refresh-2'))).toMatchObject({
        authorization: { revokedAt: at(8) },
      });
      expect(await storage.revokeToken(revocation)).toBe('unknown');
      expect(await storage.findBearerAccess(hash('access-of another authorization'))).toBeDefined();
    });

    it('does nothing for a client whose token it is not, or when there is no such token', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, '1');
      const another = await addClient(storage, parties.accountId, 'another');
      for (const [secret, clientNumber] of [
        ['access-1', another],
        ['refresh-1', another],
        ['code-1', parties.clientNumber],
        ['unknown', parties.clientNumber],
      ] as const) {
        const revocation = { tokenHash: hash(secret), ...LIVE, clientNumber, at: NOW };
        expect(await storage.revokeToken(revocation)).toBe('unknown');
      }
      expect(await storage.findBearerAccess(hash('access-1'))).toBeDefined();
      expect(await rotate(storage, '1', '2')).toBe('rotated');
    });

    it('many times at once is done once', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { clientNumber } = parties;
      await addTokens(storage, parties, '1');
      for (const secret of ['access-1', 'refresh-1']) {
        const revocation = { tokenHash: hash(secret), ...LIVE, clientNumber, at: NOW };
        const outcomes = await atOnce(20, async () => storage.revokeToken(revocation));
        expect(outcomes.filter((outcome) => outcome === 'revoked')).toHaveLength(1);
      }
    });
  });

  describe('revoking an authorization', () => {
    it('ends every token that descends from it, and no other, and keeps when', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      await rotate(storage, '1', '2');
      await addTokens(storage, parties, 'other');
      await storage.revokeAuthorization(id, at(4));
      await storage.revokeAuthorization(id, at(5));
      expect(await storage.findBearerAccess(hash('access-2'))).toBeUndefined();
      for (const secret of ['refresh-1', 'refresh-2']) {
        const token = await storage.findRefreshToken(hash(secret));
        expect(token?.authorization.revokedAt).toBe(at(4));
      }
      expect(await storage.findAuthorizationCode(hash('code-1'))).toMatchObject({
        authorization: { revokedAt: at(4) },
      });
      expect(await storage.findBearerAccess(hash('access-other'))).toBeDefined();
    });
  });
}
