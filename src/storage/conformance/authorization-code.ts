import { describe, expect, it } from 'vitest';
import {
  addPerson,
  addPersonWithClient,
  at,
  atOnce,
  hash,
  LIVE,
  newAuthorization,
  NOW,
  tokenPair,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function authorizationCodeConformance(given: Given): void {
  describe('RFC 6749 §4.1: an authorization code', () => {
    it('is found with everything it is bound to', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const claims = ['student.branch.name', 'person.full_name'];
      const issued = newAuthorization(parties, 'c', { grantedClaims: claims, createdAt: at(3) });
      const id = await storage.issueAuthorizationCode(issued);
      expect(await storage.findAuthorizationCode(hash('c'))).toEqual({
        authorization: {
          ...LIVE,
          ...parties,
          id,
          grantedClaims: claims,
          createdAt: at(3),
          revokedAt: null,
        },
        redirectUri: 'https://noticeboard.example/callback',
        codeChallenge: null,
        accountIsActive: true,
        expiresAt: at(60),
        redeemedAt: null,
      });
      expect(await storage.findAuthorizationCode(hash('another'))).toBeUndefined();
    });

    it.each(['S256', 'plain'] as const)('keeps its %s code challenge', async (method) => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const issued = newAuthorization(parties, 'c');
      const codeChallenge = { method, challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM' };
      await storage.issueAuthorizationCode({ ...issued, code: { ...issued.code, codeChallenge } });
      expect(await storage.findAuthorizationCode(hash('c'))).toMatchObject({ codeChallenge });
    });

    it('tells when its person was deactivated', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      await addPerson(storage, '15114009', { isActive: false });
      const code = await storage.findAuthorizationCode(hash('c'));
      expect(code?.accountIsActive).toBe(false);
    });

    it('is redeemed once, for tokens that work, and is recognised afterwards', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      const redemption = { codeHash: hash('c'), tokens: tokenPair('1'), at: at(30) };
      expect(await storage.redeemAuthorizationCode(redemption)).toBe('redeemed');

      expect(await storage.findBearerAccess(hash('access-1'))).toMatchObject({
        authorizationId: id,
      });
      expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({
        authorization: { id },
        rotation: null,
      });
      expect(await storage.findAuthorizationCode(hash('c'))).toMatchObject({ redeemedAt: at(30) });

      const replay = { ...redemption, tokens: tokenPair('2') };
      expect(await storage.redeemAuthorizationCode(replay)).toBe('already-redeemed');
      expect(await storage.findBearerAccess(hash('access-2'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-2'))).toBeUndefined();
    });

    it('that was never issued is not redeemed', async () => {
      const { storage } = given();
      await addPersonWithClient(storage);
      const redemption = { codeHash: hash('c'), tokens: tokenPair('1'), at: NOW };
      expect(await storage.redeemAuthorizationCode(redemption)).toBe('already-redeemed');
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
    });

    it('redeemed many times at once yields one pair of tokens', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      const outcomes = await atOnce(100, async (index) =>
        storage.redeemAuthorizationCode({
          codeHash: hash('c'),
          tokens: tokenPair(`${index}`),
          at: NOW,
        }),
      );
      const winner = outcomes.indexOf('redeemed');
      expect(outcomes.filter((outcome) => outcome === 'redeemed')).toHaveLength(1);
      const access = await atOnce(100, async (index) =>
        storage.findBearerAccess(hash(`access-${index}`)),
      );
      const refresh = await atOnce(100, async (index) =>
        storage.findRefreshToken(hash(`refresh-${index}`)),
      );
      for (const found of [access, refresh]) {
        const stored = [...found.keys()].filter((index) => found[index] !== undefined);
        expect(stored).toEqual([winner]);
      }
    });

    it('of a revoked authorization is never redeemed', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      await storage.revokeAuthorization(id, at(5));
      const redemption = { codeHash: hash('c'), tokens: tokenPair('1'), at: at(6) };
      expect(await storage.redeemAuthorizationCode(redemption)).toBe('already-redeemed');
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      expect(await storage.findAuthorizationCode(hash('c'))).toMatchObject({
        authorization: { revokedAt: at(5) },
      });
    });

    it('yields nothing that lives, however its redemption and a revocation race', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await atOnce(40, async (index) => {
        const code = `c${index}`;
        const id = await storage.issueAuthorizationCode(newAuthorization(parties, code));
        const redemption = { codeHash: hash(code), tokens: tokenPair(code), at: NOW };
        const redeem = async () => storage.redeemAuthorizationCode(redemption);
        const revoke = async () => storage.revokeAuthorization(id, NOW);
        const racers = index % 2 === 0 ? [redeem, revoke] : [revoke, redeem];
        await Promise.all(racers.map(async (race) => race()));
      });
      for (let index = 0; index < 40; index += 1) {
        expect(await storage.findBearerAccess(hash(`access-c${index}`))).toBeUndefined();
        const refresh = await storage.findRefreshToken(hash(`refresh-c${index}`));
        expect(refresh?.authorization.revokedAt).not.toBeNull();
      }
      expect(await storage.listConnectedClients(parties.accountId, NOW)).toEqual([]);
    });

    it('for a client that does not exist is not stored at all', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const stray = newAuthorization({ accountId, clientNumber: clientNumber + 1 }, 'c');
      await expect(storage.issueAuthorizationCode(stray)).rejects.toThrow();
      expect(await storage.findAuthorizationCode(hash('c'))).toBeUndefined();
      expect(await storage.disconnectClient(accountId, clientNumber + 1, NOW)).toBe(0);
    });
  });
}
