import { describe, expect, it } from 'vitest';
import {
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  hash,
  newAuthorization,
  newSession,
  NOW,
  profileOf,
  readClient,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function durabilityConformance(given: Given): void {
  describe('a write that was answered', () => {
    it('is seen by every read that follows, however busy the storage is', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await atOnce(100, async (index) => {
        const code = `c${index}`;
        await storage.issueAuthorizationCode(newAuthorization(parties, code));
        expect(await storage.findAuthorizationCode(hash(code))).toBeDefined();
        const accountId = await addPerson(storage, `person ${index}`);
        expect(await storage.findAccount(accountId)).toBeDefined();
        await storage.startSession(newSession(accountId, `s${index}`));
        expect(await storage.listSessions(accountId, NOW)).toHaveLength(1);
        await storage.endOtherSessions(accountId, null);
        expect(await storage.findSession(hash(`s${index}`), NOW)).toBeUndefined();
      });
    });

    it('is not undone by others that fail at the same time', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      const profile = profileOf('Nobody');
      const fail = () => {
        throw new Error('cannot be revised');
      };
      const failing = [
        { username: 'nobody', revise: () => ({ profile, identifiers: [] }) },
        { username: 'another', revise: fail },
      ];
      await atOnce(30, async (index) => {
        const failed = storage.importAccounts(failing, { at: NOW, dryRun: false });
        await Promise.all([
          storage.issueAuthorizationCode(newAuthorization(parties, `c${index}`)),
          storage.setLogo({ number: parties.clientNumber, actor: parties.accountId, at: NOW }, 'x'),
          expect(failed).rejects.toThrow('cannot be revised'),
        ]);
        expect(await storage.findAuthorizationCode(hash(`c${index}`))).toBeDefined();
      });
      expect((await readClient(storage, parties.clientNumber)).logoPath).toBe('x');
      expect(await storage.findAccountByUsername('nobody')).toBeUndefined();
    });

    it('is there after the storage was closed and opened again', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      await addTokens(storage, parties, '1');
      const before = await storage.findBearerAccess(hash('access-1'));
      await storage.close();
      const reopened = await reopen();
      expect(await reopened.findBearerAccess(hash('access-1'))).toEqual(before);
      expect(await reopened.findClientForReview(parties.clientNumber)).toBeDefined();
    });
  });

  describe('closing', () => {
    it('waits for what was asked for before', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const issued = atOnce(50, async (index) =>
        storage.issueAuthorizationCode(newAuthorization(parties, `c${index}`)),
      );
      await storage.close();
      await issued;
      const reopened = await reopen();
      const found = await atOnce(50, async (index) =>
        reopened.findAuthorizationCode(hash(`c${index}`)),
      );
      expect(found.every((code) => code !== undefined)).toBe(true);
    });

    it('twice is closing once; whatever is asked for afterwards is rejected', async () => {
      const { storage } = given();
      const parties = await addPersonWithClient(storage);
      await Promise.all([storage.close(), storage.close()]);
      await storage.close();
      const late = [
        async () => storage.issueAuthorizationCode(newAuthorization(parties, 'c')),
        async () => storage.findAuthorizationCode(hash('c')),
        async () => storage.findAccount(parties.accountId),
        async () => storage.markDemoData(),
        async () => storage.revokeAuthorization(1, at(1)),
        async () => storage.pruneExpired(at(1)),
      ];
      for (const ask of late) await expect(ask()).rejects.toThrow();
    });
  });
}
