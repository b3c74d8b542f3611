import { describe, expect, it } from 'vitest';
import {
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  hash,
  newAuthorization,
  NOW,
  rotate,
  sealed,
  tokenPair,
  LIVE,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function refreshTokenConformance(given: Given): void {
  describe('RFC 6749 §6: a refresh token', () => {
    it('is found with its authorization', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      expect(await storage.findRefreshToken(hash('refresh-1'))).toEqual({
        authorization: {
          ...LIVE,
          ...parties,
          id,
          grantedClaims: ['person.full_name'],
          createdAt: NOW,
          revokedAt: null,
        },
        scope: ['read', 'write'],
        accountIsActive: true,
        issuedAt: NOW,
        rotation: null,
      });
      expect(await storage.findRefreshToken(hash('access-1'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('another'))).toBeUndefined();
    });

    it('tells when its person was deactivated', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, '1');
      await addPerson(storage, '15114009', { isActive: false });
      const token = await storage.findRefreshToken(hash('refresh-1'));
      expect(token?.accountIsActive).toBe(false);
    });

    it('is exchanged for a new pair, and takes its access token along', async () => {
      const { storage } = given();
      const id = await addTokens(storage, await addPersonWithClient(storage), '1');
      const outcome = await storage.rotateRefreshToken({
        refreshTokenHash: hash('refresh-1'),
        tokens: tokenPair('2'),
        sealedAnswer: new Uint8Array([0, 1, 2, 255]),
        at: at(100),
      });
      expect(outcome).toBe('rotated');
      expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
      expect(await storage.findBearerAccess(hash('access-2'))).toMatchObject({
        authorizationId: id,
      });
      expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({
        authorization: { id },
        rotation: { rotatedAt: at(100), sealedAnswer: new Uint8Array([0, 1, 2, 255]) },
      });
      expect(await storage.findRefreshToken(hash('refresh-2'))).toMatchObject({
        authorization: { id },
        rotation: null,
      });
    });

    it('that was exchanged is not exchanged again', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      await rotate(storage, '1', '2');
      expect(await rotate(storage, '1', '3')).toBe('already-rotated');
      expect(await storage.findBearerAccess(hash('access-2'))).toBeDefined();
      expect(await storage.findBearerAccess(hash('access-3'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-3'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({
        rotation: { sealedAnswer: sealed('2') },
      });
    });

    it('makes the sealed answer it came with forgotten, and no other', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, '1');
      await addTokens(storage, parties, 'other 1');
      await rotate(storage, 'other 1', 'other 2');
      await rotate(storage, '1', '2');
      await rotate(storage, '2', '3');
      const sealedAnswerOf = async (suffix: string) => {
        const token = await storage.findRefreshToken(hash(`refresh-${suffix}`));
        return token?.rotation?.sealedAnswer;
      };
      expect(await sealedAnswerOf('1')).toBeNull();
      expect(await sealedAnswerOf('2')).toEqual(sealed('3'));
      expect(await sealedAnswerOf('other 1')).toEqual(sealed('other 2'));
    });

    it('keeps its scope when the access token gets a narrower one', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      await storage.rotateRefreshToken({
        refreshTokenHash: hash('refresh-1'),
        tokens: tokenPair('2', { accessTokenScope: ['read'] }),
        sealedAnswer: sealed('2'),
        at: NOW,
      });
      const access = await storage.findBearerAccess(hash('access-2'));
      expect(access?.scope).toEqual(['read']);
      const refresh = await storage.findRefreshToken(hash('refresh-2'));
      expect(refresh?.scope).toEqual(['read', 'write']);
    });

    it('exchanged many times at once yields one pair', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), 'first');
      const outcomes = await atOnce(100, async (index) => rotate(storage, 'first', `${index}`));
      const winner = outcomes.indexOf('rotated');
      expect(outcomes.filter((outcome) => outcome === 'rotated')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'already-rotated')).toHaveLength(99);
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
      expect(await storage.findRefreshToken(hash('refresh-first'))).toMatchObject({
        rotation: { sealedAnswer: sealed(`${winner}`) },
      });
    });

    it('is not exchanged when unknown, or of a revoked authorization, spent or not', async () => {
      const { storage } = given();
      const id = await addTokens(storage, await addPersonWithClient(storage), '1');
      await rotate(storage, '1', '2');
      expect(await rotate(storage, 'unknown', '3')).toBe('revoked');
      await storage.revokeAuthorization(id, at(1));
      expect(await rotate(storage, '1', '3')).toBe('revoked');
      expect(await rotate(storage, '2', '3')).toBe('revoked');
      expect(await storage.findRefreshToken(hash('refresh-3'))).toBeUndefined();
      expect(await storage.findRefreshToken(hash('refresh-2'))).toMatchObject({
        authorization: { revokedAt: at(1) },
        rotation: null,
      });
    });

    it('leaves nothing alive, however its exchange and its revocation race', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { clientNumber } = parties;
      await atOnce(60, async (index) => {
        const id = await addTokens(storage, parties, `${index}`);
        const exchange = async () => rotate(storage, `${index}`, `new ${index}`);
        const revoke = async () =>
          index % 3 === 0
            ? storage.revokeAuthorization(id, NOW)
            : storage.revokeToken({
                tokenHash: hash(`refresh-${index}`),
                ...LIVE,
                clientNumber,
                at: NOW,
              });
        const racers = index % 2 === 0 ? [exchange, revoke] : [revoke, exchange];
        await Promise.all(racers.map(async (race) => race()));
      });
      for (let index = 0; index < 60; index += 1) {
        for (const suffix of [`${index}`, `new ${index}`]) {
          expect(await storage.findBearerAccess(hash(`access-${suffix}`))).toBeUndefined();
        }
        expect(await rotate(storage, `new ${index}`, `newer ${index}`)).toBe('revoked');
      }
      expect(await storage.listConnectedClients(parties.accountId, NOW)).toEqual([]);
    });

    it('belongs to one authorization: others go on', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, '1');
      await addTokens(storage, parties, '2');
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      await rotate(storage, '1', 'new 1');
      expect(await storage.findBearerAccess(hash('access-2'))).toBeDefined();
      expect(await rotate(storage, '2', 'new 2')).toBe('rotated');
    });
  });
}
