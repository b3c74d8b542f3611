import { describe, expect, it } from 'vitest';
import type { AccountId } from '../../domain/account.ts';
import type { Storage } from '../../domain/storage.ts';
import { addPerson, at, atOnce, hash, newSession, NOW } from './campus.ts';
import type { Given } from './storage-under-test.ts';

async function passwordOf(storage: Storage, id: AccountId) {
  const found = await storage.findAccountWithPassword(id);
  return found?.passwordHash;
}

/** Starts sessions with these secrets, and answers their numbers. */
async function startSessions(storage: Storage, id: AccountId, secrets: readonly string[]) {
  const numbers: number[] = [];
  const account = await storage.findAccountWithPassword(id);
  for (const secret of secrets) {
    await storage.startSession({
      ...newSession(id, secret),
      passwordHash: account!.passwordHash,
    });
    const found = await storage.findSession(hash(secret), NOW);
    numbers.push(found!.session.number);
  }
  return numbers;
}

async function issueLink(storage: Storage, accountId: AccountId, secret: string) {
  const link = { accountId, hash: hash(secret), issuedAt: NOW, expiresAt: at(3600) };
  await storage.issuePasswordReset(link);
}

export function passwordConformance(given: Given): void {
  describe('rehashing a password', () => {
    it('replaces the hash it was computed from, and no other', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'pbkdf2' });
      await storage.rehashPassword(id, 'another', 'wrong');
      expect(await passwordOf(storage, id)).toBe('pbkdf2');
      await storage.rehashPassword(id, 'pbkdf2', 'argon2id');
      expect(await passwordOf(storage, id)).toBe('argon2id');
    });

    it('never undoes a password changed meanwhile', async () => {
      const { storage } = given();
      const ids = await atOnce(20, async (index) =>
        addPerson(storage, `${index}`, { passwordHash: 'old' }),
      );
      await Promise.all(
        ids.flatMap((id) => [
          storage.rehashPassword(id, 'old', 'old, rehashed'),
          storage.changePassword({ accountId: id, passwordHash: 'new', keepSession: null }),
          storage.rehashPassword(id, 'old', 'old, rehashed'),
        ]),
      );
      for (const id of ids) expect(await passwordOf(storage, id)).toBe('new');
    });
  });

  describe('changing a password', () => {
    it('ends every session of the account but the one to keep', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      const other = await addPerson(storage, '2');
      const [, keepSession] = await startSessions(storage, id, ['s1', 's2', 's3']);
      await startSessions(storage, other, ['theirs']);

      await storage.changePassword({
        accountId: id,
        passwordHash: 'new',
        keepSession: keepSession!,
      });

      expect(await passwordOf(storage, id)).toBe('new');
      const left = await storage.listSessions(id, NOW);
      expect(left.map(({ number }) => number)).toEqual([keepSession]);
      expect(await storage.findSession(hash('s1'), NOW)).toBeUndefined();
      expect(await storage.findSession(hash('theirs'), NOW)).toBeDefined();
    });

    it('ends all of them when none is to be kept, and the links to reset it', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      const other = await addPerson(storage, '2');
      await startSessions(storage, id, ['s1', 's2']);
      await issueLink(storage, id, 'link');
      await issueLink(storage, other, 'their link');

      await storage.changePassword({ accountId: id, passwordHash: 'new', keepSession: null });

      expect(await storage.listSessions(id, NOW)).toEqual([]);
      expect(await storage.findPasswordReset(hash('link'), NOW)).toBeUndefined();
      expect(await storage.findPasswordReset(hash('their link'), NOW)).toBeDefined();
    });
  });

  describe('a link to reset a password', () => {
    it('tells whose it is until it expires, and is not consumed by asking', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      await issueLink(storage, id, 'link');
      expect((await storage.findPasswordReset(hash('link'), NOW))?.id).toBe(id);
      expect((await storage.findPasswordReset(hash('link'), at(3599)))?.id).toBe(id);
      expect(await storage.findPasswordReset(hash('link'), at(3600))).toBeUndefined();
      expect(await storage.findPasswordReset(hash('another'), NOW)).toBeUndefined();
    });

    it('sets the password, ends every session, and works once', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      const other = await addPerson(storage, '2', { passwordHash: 'theirs' });
      await startSessions(storage, id, ['s1', 's2']);
      await startSessions(storage, other, ['theirs']);
      await issueLink(storage, id, 'link');

      const redemption = { hash: hash('link'), passwordHash: 'new', at: NOW };
      const outcome = await storage.redeemPasswordReset(redemption);
      expect(outcome).toEqual({ type: 'reset', accountId: id });
      expect(await passwordOf(storage, id)).toBe('new');
      expect(await storage.listSessions(id, NOW)).toEqual([]);
      expect(await passwordOf(storage, other)).toBe('theirs');
      expect(await storage.findSession(hash('theirs'), NOW)).toBeDefined();

      const again = await storage.redeemPasswordReset({ ...redemption, passwordHash: 'newer' });
      expect(again).toEqual({ type: 'invalid' });
      expect(await passwordOf(storage, id)).toBe('new');
      expect(await storage.findPasswordReset(hash('link'), NOW)).toBeUndefined();
    });

    it('changes nothing once it expired, or when it never was', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      await issueLink(storage, id, 'link');
      for (const [secret, when] of [
        ['link', 3600],
        ['another', 0],
      ] as const) {
        const redemption = { hash: hash(secret), passwordHash: 'new', at: at(when) };
        expect(await storage.redeemPasswordReset(redemption)).toEqual({ type: 'invalid' });
      }
      expect(await passwordOf(storage, id)).toBe('old');
    });

    it('stops working when a later one is issued to the same account', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      await issueLink(storage, other, 'theirs');
      await issueLink(storage, id, 'first');
      await issueLink(storage, id, 'second');
      expect(await storage.findPasswordReset(hash('first'), NOW)).toBeUndefined();
      const first = { hash: hash('first'), passwordHash: 'new', at: NOW };
      expect(await storage.redeemPasswordReset(first)).toEqual({ type: 'invalid' });
      expect((await storage.findPasswordReset(hash('second'), NOW))?.id).toBe(id);
      expect((await storage.findPasswordReset(hash('theirs'), NOW))?.id).toBe(other);
    });

    it('of a deactivated account is refused', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      await issueLink(storage, id, 'link');
      await addPerson(storage, '1', { isActive: false });
      expect(await storage.findPasswordReset(hash('link'), NOW)).toBeUndefined();
      const redemption = { hash: hash('link'), passwordHash: 'new', at: NOW };
      expect(await storage.redeemPasswordReset(redemption)).toEqual({ type: 'invalid' });
      expect(await passwordOf(storage, id)).toBe('old');
    });

    it('redeemed many times at once resets once, to the password of the one that won', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old' });
      await issueLink(storage, id, 'link');
      const outcomes = await atOnce(100, async (index) =>
        storage.redeemPasswordReset({
          hash: hash('link'),
          passwordHash: `new ${index}`,
          at: NOW,
        }),
      );
      const winners = [...outcomes.keys()].filter((index) => outcomes[index]?.type === 'reset');
      expect(winners).toHaveLength(1);
      expect(await passwordOf(storage, id)).toBe(`new ${winners[0]}`);
    });

    it('issued many times at once leaves one that works', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      await atOnce(20, async (index) => issueLink(storage, id, `link ${index}`));
      const found = await atOnce(20, async (index) =>
        storage.findPasswordReset(hash(`link ${index}`), NOW),
      );
      expect(found.filter((account) => account !== undefined)).toHaveLength(1);
    });
  });
}
