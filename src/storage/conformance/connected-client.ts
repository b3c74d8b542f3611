import { describe, expect, it } from 'vitest';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  addTokens,
  approvalOf,
  at,
  atOnce,
  hash,
  newAuthorization,
  NOW,
  rotate,
  tokenPair,
  LIVE,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function connectedClientConformance(given: Given): void {
  describe('the clients that have access to a person’s data', () => {
    it('are shown with what they may read, and since when', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      for (const [seconds, claim] of [
        [1, 'person.full_name'],
        [2, 'student.branch.name'],
        [3, 'person.full_name'],
      ] as const) {
        await storage.issueAuthorizationCode(
          newAuthorization(parties, `c${seconds}`, {
            createdAt: at(seconds),
            grantedClaims: [claim],
          }),
        );
      }
      const connected = await storage.listConnectedClients(accountId, NOW);
      expect(connected).toEqual([
        {
          client: {
            number: clientNumber,
            name: 'noticeboard',
            logoPath: null,
            status: 'approved',
            approvedClaims: ['person.full_name', 'student.branch.name'],
          },
          grantedClaims: ['person.full_name', 'student.branch.name'],
          firstAuthorizedAt: at(1),
          lastAuthorizedAt: at(3),
          lastReadAt: null,
        },
      ]);
    });

    it('are those of this person, by their latest authorization', async () => {
      const { storage } = given();
      const { accountId } = await addPersonWithClient(storage);
      const other = await addPerson(storage, '2');
      const numbers: number[] = [];
      for (const name of ['a', 'b', 'c']) {
        const number = await addClient(storage, other, name);
        await storage.recordReviewDecision(approvalOf(number, other));
        numbers.push(number);
      }
      const [a, b, c] = numbers;
      let code = 0;
      const authorize = async (person: number, clientNumber: number, seconds: number) => {
        code += 1;
        const parties = { accountId: person, clientNumber };
        const createdAt = at(seconds);
        await storage.issueAuthorizationCode(newAuthorization(parties, `${code}`, { createdAt }));
      };
      await authorize(accountId, a!, 1);
      await authorize(accountId, b!, 2);
      await authorize(accountId, a!, 3);
      await authorize(other, c!, 4);
      const shown = await storage.listConnectedClients(accountId, NOW);
      expect(shown.map(({ client }) => client.name)).toEqual(['a', 'b']);
      const theirs = await storage.listConnectedClients(other, NOW);
      expect(theirs.map(({ client }) => client.name)).toEqual(['c']);
    });

    it('are shown while a code may still be redeemed or a refresh token exchanged', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const shown = async (seconds: number) => {
        const connected = await storage.listConnectedClients(parties.accountId, at(seconds));
        return connected.length === 1;
      };
      expect(await shown(0)).toBe(false);
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      expect(await shown(59)).toBe(true);
      expect(await shown(60)).toBe(false);
      const tokens = tokenPair('1');
      await storage.redeemAuthorizationCode({ codeHash: hash('c'), tokens, at: NOW });
      expect(await shown(36_000_000)).toBe(true);
      await rotate(storage, '1', '2');
      expect(await shown(36_000_000)).toBe(true);
      const { clientNumber } = parties;
      await storage.revokeToken({ tokenHash: hash('refresh-2'), ...LIVE, clientNumber, at: NOW });
      expect(await shown(0)).toBe(false);
    });

    it('tell the latest time they read it', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const first = await addTokens(storage, parties, '1');
      const second = await addTokens(storage, parties, '2');
      await addTokens(storage, parties, '3');
      storage.noteDataRead(first, at(20), []);
      storage.noteDataRead(second, at(10), []);
      await storage.close();
      const [connected] = await (await reopen()).listConnectedClients(parties.accountId, NOW);
      expect(connected?.lastReadAt).toBe(at(20));
    });
  });

  describe('disconnecting a client', () => {
    it('ends every authorization the person gave it, and says how many', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      const other = await addPerson(storage, '2');
      const another = await addClient(storage, other, 'another');
      await addTokens(storage, parties, '1');
      await addTokens(storage, parties, '2');
      await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
      await addTokens(storage, { accountId: other, clientNumber }, 'of another person');
      await addTokens(storage, { accountId, clientNumber: another }, 'of another client');

      expect(await storage.disconnectClient(accountId, clientNumber, at(6))).toBe(3);

      for (const suffix of ['1', '2']) {
        expect(await storage.findBearerAccess(hash(`access-${suffix}`))).toBeUndefined();
        expect(await rotate(storage, suffix, `new ${suffix}`)).toBe('revoked');
      }
      const redemption = { codeHash: hash('c'), tokens: tokenPair('3'), at: at(7) };
      expect(await storage.redeemAuthorizationCode(redemption)).toBe('already-redeemed');
      for (const suffix of ['of another person', 'of another client']) {
        expect(await storage.findBearerAccess(hash(`access-${suffix}`))).toBeDefined();
      }
      expect(await storage.disconnectClient(accountId, clientNumber, at(8))).toBe(0);
    });

    it('leaves nothing alive, however it races with exchanges', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      await atOnce(30, async (index) => addTokens(storage, parties, `${index}`));
      await Promise.all([
        atOnce(15, async (index) => rotate(storage, `${index}`, `new ${index}`)),
        storage.disconnectClient(accountId, clientNumber, NOW),
        atOnce(15, async (index) => rotate(storage, `${index + 15}`, `new ${index + 15}`)),
      ]);
      for (let index = 0; index < 30; index += 1) {
        for (const suffix of [`${index}`, `new ${index}`]) {
          expect(await storage.findBearerAccess(hash(`access-${suffix}`))).toBeUndefined();
        }
      }
      expect(await storage.listConnectedClients(accountId, NOW)).toEqual([]);
    });
  });
}
