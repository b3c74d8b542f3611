import { describe, expect, it } from 'vitest';
import type { ImportedAccount, Profile } from '../../domain/account.ts';
import { addPerson, at, atOnce, NOW, profileOf } from './campus.ts';
import type { Given } from './storage-under-test.ts';

const options = { at: NOW, dryRun: false };

function person(username: string, changes: Partial<ImportedAccount> = {}): ImportedAccount {
  const profile = profileOf(`Name of ${username}`);
  return { username, revise: () => ({ profile, identifiers: [username] }), ...changes };
}

export function importConformance(given: Given): void {
  describe('an import', () => {
    it('creates people: active, and without a password unless there is one', async () => {
      const { storage } = given();
      const outcomes = await storage.importAccounts(
        [person('1'), person('2', { passwordHash: 'hash', isActive: false })],
        options,
      );
      expect(outcomes).toEqual(['created', 'created']);
      const one = await storage.findAccountByUsername('1');
      expect(one).toMatchObject({ isActive: true, profile: profileOf('Name of 1') });
      const two = await storage.findAccountBySignInIdentifier(['2']);
      expect(two).toMatchObject({ account: { isActive: false }, passwordHash: 'hash' });
      const withPassword = await storage.findAccountWithPassword(one!.id);
      expect(withPassword?.passwordHash).toBeNull();
    });

    it('answers in order what became of each', async () => {
      const { storage } = given();
      await storage.importAccounts([person('1'), person('2')], options);
      const renamed = { revise: () => ({ profile: profileOf('Other'), identifiers: ['2'] }) };
      const batch = [person('3'), person('2', renamed), person('1'), person('0')];
      expect(await storage.importAccounts(batch, options)).toEqual([
        'created',
        'updated',
        'unchanged',
        'created',
      ]);
      expect(await storage.findAccountByUsername('2')).toMatchObject({
        profile: profileOf('Other'),
      });
    });

    it('keeps the id, and the password and state it says nothing about', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'hash', isActive: false });
      const outcome = await storage.importAccounts(
        [person('1', { revise: () => ({ profile: profileOf('Other'), identifiers: [] }) })],
        options,
      );
      expect(outcome).toEqual(['updated']);
      expect(await storage.findAccountWithPassword(id)).toEqual({
        account: {
          environment: 'live',
          id,
          username: '1',
          profile: profileOf('Other'),
          isActive: false,
          language: null,
        },
        passwordHash: 'hash',
      });
    });

    it('changes the password and the state it states', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { passwordHash: 'old', isActive: false });
      const activated = await storage.importAccounts([person('1', { isActive: true })], options);
      expect(activated).toEqual(['updated']);
      const given1 = await storage.importAccounts([person('1', { passwordHash: 'new' })], options);
      expect(given1).toEqual(['updated']);
      expect(await storage.findAccountWithPassword(id)).toMatchObject({
        account: { isActive: true },
        passwordHash: 'new',
      });
    });

    it('replaces the identifiers', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1', { identifiers: ['1', 'old@mail.example'] });
      const profile = profileOf('Name of 1');
      const outcome = await storage.importAccounts(
        [person('1', { revise: () => ({ profile, identifiers: ['new@mail.example', '1'] }) })],
        options,
      );
      expect(outcome).toEqual(['updated']);
      expect(await storage.findAccountBySignInIdentifier(['old@mail.example'])).toBeUndefined();
      const found = await storage.findAccountBySignInIdentifier(['new@mail.example']);
      expect(found?.account.id).toBe(id);
    });

    it('is unchanged by the same in another order', async () => {
      const { storage } = given();
      const records = { a: { x: 1, y: [{ p: 1, q: null }] }, b: {} };
      const reordered = { b: {}, a: { y: [{ q: null, p: 1 }], x: 1 } };
      const profile: Profile = { records, roles: [], customRoles: [] };
      await addPerson(storage, '1', { profile, identifiers: ['a', 'b'] });
      const again: Profile = { customRoles: [], roles: [], records: reordered };
      const outcome = await storage.importAccounts(
        [person('1', { revise: () => ({ profile: again, identifiers: ['b', 'a'] }) })],
        options,
      );
      expect(outcome).toEqual(['unchanged']);
    });

    it('revises the profile there is', async () => {
      const { storage } = given();
      await addPerson(storage, '1', { profile: profileOf('Asha', { current_year: 3 }) });
      const seen: (Profile | undefined)[] = [];
      const promoted = (present: Profile | undefined) => {
        seen.push(present);
        const year = Number(present?.records['student']?.['current_year'] ?? 0) + 1;
        return { profile: profileOf('Asha', { current_year: year }), identifiers: [] };
      };
      await storage.importAccounts(
        [person('1', { revise: promoted }), person('2', { revise: promoted })],
        options,
      );
      expect(seen).toEqual([profileOf('Asha', { current_year: 3 }), undefined]);
      expect(await storage.findAccountByUsername('1')).toMatchObject({
        profile: profileOf('Asha', { current_year: 4 }),
      });
    });

    it('takes whoever stands in it twice one after the other', async () => {
      const { storage } = given();
      const second = { revise: () => ({ profile: profileOf('Second'), identifiers: ['x'] }) };
      const batch = [person('1'), person('1'), person('1', second)];
      const outcomes = await storage.importAccounts(batch, options);
      expect(outcomes).toEqual(['created', 'unchanged', 'updated']);
      const found = await storage.findAccountBySignInIdentifier(['x']);
      expect(found?.account.profile).toEqual(profileOf('Second'));
    });

    it('of a batch is all or nothing', async () => {
      const { storage } = given();
      await addPerson(storage, '1');
      const changed = { revise: () => ({ profile: profileOf('Other'), identifiers: [] }) };
      const fails = {
        revise: () => {
          throw new Error('cannot be revised');
        },
      };
      const batch = [person('1', changed), person('2'), person('3', fails)];
      await expect(storage.importAccounts(batch, options)).rejects.toThrow('cannot be revised');
      expect(await storage.findAccountByUsername('2')).toBeUndefined();
      expect(await storage.findAccountByUsername('1')).toMatchObject({
        profile: profileOf('Name of 1'),
      });
    });

    it('that is a dry run answers the same and writes nothing', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '1');
      const changed = { revise: () => ({ profile: profileOf('Other'), identifiers: [] }) };
      const batch = [person('1', changed), person('2'), person('2')];
      const outcomes = await storage.importAccounts(batch, { at: NOW, dryRun: true });
      expect(outcomes).toEqual(['updated', 'created', 'unchanged']);
      expect(await storage.findAccount(id)).toMatchObject({ profile: profileOf('Name of 1') });
      expect(await storage.findAccountByUsername('2')).toBeUndefined();
      expect(await storage.findAccountBySignInIdentifier(['1'])).toBeDefined();
    });

    it('takes a large batch', async () => {
      const { storage } = given();
      const batch = Array.from({ length: 2500 }, (_, index) => person(`${index}`));
      const created = await storage.importAccounts(batch, options);
      expect(new Set(created)).toEqual(new Set(['created']));
      const again = await storage.importAccounts(batch, { at: at(60), dryRun: false });
      expect(again).toEqual(batch.map(() => 'unchanged'));
      const last = await storage.findAccountBySignInIdentifier(['2499']);
      expect(last?.account.username).toBe('2499');
    });

    it('of nobody changes nothing', async () => {
      const { storage } = given();
      expect(await storage.importAccounts([], options)).toEqual([]);
    });

    it('racing with the same import creates each person once', async () => {
      const { storage } = given();
      const batch = Array.from({ length: 20 }, (_, index) => person(`${index}`));
      const outcomes = await atOnce(10, async () => storage.importAccounts(batch, options));
      for (const index of batch.keys()) {
        const ofPerson = outcomes.map((outcome) => outcome[index]);
        expect(ofPerson.filter((outcome) => outcome === 'created')).toHaveLength(1);
        expect(ofPerson.filter((outcome) => outcome === 'unchanged')).toHaveLength(9);
      }
    });
  });
}
