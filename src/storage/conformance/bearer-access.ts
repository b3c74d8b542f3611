import { describe, expect, it, vi } from 'vitest';
import type { Storage } from '../../domain/storage.ts';
import {
  addPerson,
  addPersonWithClient,
  addTokens,
  APPROVED,
  approvalOf,
  at,
  hash,
  NOW,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

async function lastRead(storage: Storage, accountId: number) {
  const [connected] = await storage.listConnectedClients(accountId, NOW);
  return connected?.lastReadAt;
}

export function bearerAccessConformance(given: Given): void {
  describe('RFC 6750: an access token', () => {
    it('yields everything that serving user data needs', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      expect(await storage.findBearerAccess(hash('access-1'))).toEqual({
        authorizationId: id,
        expiresAt: at(36_000),
        scope: ['read', 'write'],
        grantedClaims: ['person.full_name'],
        client: {
          number: parties.clientNumber,
          environment: 'live',
          status: 'approved',
          grantableClaims: ['person.full_name', 'student.branch.name'],
        },
        account: await storage.findAccount(parties.accountId),
      });
    });

    it('is known by nothing but its own hash', async () => {
      const { storage } = given();
      await addTokens(storage, await addPersonWithClient(storage), '1');
      for (const secret of ['another', 'refresh-1', 'code-1']) {
        expect(await storage.findBearerAccess(hash(secret))).toBeUndefined();
      }
    });

    it('shows the client and the person as they are now, not as they were', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      await addTokens(storage, { accountId, clientNumber }, '1');
      await storage.recordReviewDecision(
        approvalOf(clientNumber, accountId, {
          type: 'suspended',
          expected: APPROVED,
          after: { ...APPROVED, status: 'suspended' },
          decisions: [],
        }),
      );
      await addPerson(storage, '15114009', { isActive: false });
      expect(await storage.findBearerAccess(hash('access-1'))).toMatchObject({
        client: { status: 'suspended' },
        account: { isActive: false },
      });
    });
  });

  describe('noting that data was read', () => {
    it('shows within a second', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      expect(await lastRead(storage, parties.accountId)).toBeNull();
      storage.noteDataRead(id, at(5), []);
      await vi.waitFor(async () => expect(await lastRead(storage, parties.accountId)).toBe(at(5)), {
        timeout: 5000,
        interval: 50,
      });
    });

    it('keeps the latest, and is stored on close', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const id = await addTokens(storage, parties, '1');
      for (const seconds of [7, 9, 8]) storage.noteDataRead(id, at(seconds), []);
      await storage.close();
      const reopened = await reopen();
      expect(await lastRead(reopened, parties.accountId)).toBe(at(9));
      reopened.noteDataRead(id, at(6), []);
      await reopened.close();
      expect(await lastRead(await reopen(), parties.accountId)).toBe(at(9));
    });
  });
}
