import { describe, expect, it } from 'vitest';
import { addPerson, hash, newSession, NOW, profileOf } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function accountConformance(given: Given): void {
  describe('what a person can sign in with', () => {
    it('is listed for this person, in alphabetical order', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1', {
        identifiers: ['b@x.example', '1', 'a@x.example'],
      });
      const other = await addPerson(storage, '2', { identifiers: [] });
      expect(await storage.listSignInIdentifiers(one)).toEqual(['1', 'a@x.example', 'b@x.example']);
      expect(await storage.listSignInIdentifiers(other)).toEqual([]);
    });
  });

  describe('accounts', () => {
    it('are found by id and by username, with and without their password', async () => {
      const { storage } = given();
      const profile = profileOf('Asha Rao', { enrolment_number: '15114009', current_year: 4 });
      const id = await addPerson(storage, '15114009', { profile, passwordHash: '$argon2id$1' });
      const account = {
        environment: 'live',
        id,
        username: '15114009',
        profile,
        isActive: true,
        language: null,
      };

      expect(id).toBeGreaterThan(0);
      expect(await storage.findAccount(id)).toEqual(account);
      expect(await storage.findAccountByUsername('15114009')).toEqual(account);
      const withPassword = { account, passwordHash: '$argon2id$1' };
      expect(await storage.findAccountWithPassword(id)).toEqual(withPassword);
    });

    it('are undefined when there is none', async () => {
      const { storage } = given();
      expect(await storage.findAccount(1)).toBeUndefined();
      expect(await storage.findAccountByUsername('15114009')).toBeUndefined();
      expect(await storage.findAccountWithPassword(1)).toBeUndefined();
      expect(await storage.findAccountBySignInIdentifier(['15114009'])).toBeUndefined();
    });

    it('keep any text as it is', async () => {
      const { storage } = given();
      const profile = profileOf(`O'Neil "Ñandú" \u0000 \u{1F600} 漢字 -- ; DROP TABLE account`);
      const id = await addPerson(storage, 'ünï\'"', { profile });
      expect(await storage.findAccount(id)).toMatchObject({ username: 'ünï\'"', profile });
    });
  });

  describe('a sign-in identifier', () => {
    it('fits the one person who has it, whichever it is', async () => {
      const { storage } = given();
      const identifiers = ['15114009', 'asha@mail.example', '919999999999'];
      const id = await addPerson(storage, '15114009', { identifiers, passwordHash: 'hash' });
      await addPerson(storage, '15114010');

      for (const identifier of identifiers) {
        const found = await storage.findAccountBySignInIdentifier([identifier]);
        expect(found).toMatchObject({ account: { id }, passwordHash: 'hash' });
      }
    });

    it('may be typed in ways that all mean the same person', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '15114009', { identifiers: ['15114009', '9999'] });
      const found = await storage.findAccountBySignInIdentifier(['9999', '15114009', 'nobody']);
      expect(found?.account.id).toBe(id);
    });

    it('that fits two people fits nobody, also when one of them is deactivated', async () => {
      const { storage } = given();
      await addPerson(storage, '15114009', { identifiers: ['15114009', 'shared@mail.example'] });
      await addPerson(storage, '15114010', {
        identifiers: ['15114010', 'shared@mail.example'],
        isActive: false,
      });

      expect(await storage.findAccountBySignInIdentifier(['shared@mail.example'])).toBeUndefined();
      expect(await storage.findAccountBySignInIdentifier(['15114009'])).toBeDefined();
      expect(await storage.findAccountBySignInIdentifier(['15114009', '15114010'])).toBeUndefined();
    });

    it('may be typed with any character, and then is nobody’s', async () => {
      const { storage } = given();
      await addPerson(storage, '15114009');
      for (const typed of ['15114009\u0000', '\u0000', '15114009\uD800', '\uFFFF']) {
        expect(await storage.findAccountBySignInIdentifier([typed])).toBeUndefined();
        expect(await storage.findAccountByUsername(typed)).toBeUndefined();
      }
    });

    it('is nothing when nothing was typed', async () => {
      const { storage } = given();
      await addPerson(storage, '15114009');
      expect(await storage.findAccountBySignInIdentifier([])).toBeUndefined();
    });
  });

  describe('the language a person chose', () => {
    it('is none at first, then the one chosen last, of this person alone', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '15114009');
      const other = await addPerson(storage, '15114010');
      expect(await storage.findAccount(id)).toMatchObject({ language: null });
      await storage.chooseLanguage(id, 'en');
      await storage.chooseLanguage(id, 'hi');
      expect(await storage.findAccount(id)).toMatchObject({ language: 'hi' });
      expect(await storage.findAccount(other)).toMatchObject({ language: null });
    });

    it('is known wherever the account is read, and survives an import', async () => {
      const { storage } = given();
      const id = await addPerson(storage, '15114009');
      await storage.chooseLanguage(id, 'hi');
      await addPerson(storage, '15114009', { profile: profileOf('Another Name') });
      await storage.startSession(newSession(id, 'cookie'));

      expect(await storage.findAccountByUsername('15114009')).toMatchObject({ language: 'hi' });
      expect(await storage.findAccountBySignInIdentifier(['15114009'])).toMatchObject({
        account: { language: 'hi' },
      });
      expect(await storage.findSession(hash('cookie'), NOW)).toMatchObject({
        account: { language: 'hi' },
      });
    });
  });

  describe('assigning roles', () => {
    it('replaces the roles of one account and leaves the rest of its profile', async () => {
      const { storage } = given();
      const profile = profileOf('Asha Rao', { current_year: 4 });
      const id = await addPerson(storage, '15114009', { profile });
      const other = await addPerson(storage, '15114010', { profile });
      const roles = [{ role: 'Maintainer', startDate: '2026-01-01', endDate: null }] as const;

      await storage.assignRoles(id, roles);

      expect(await storage.findAccount(id)).toMatchObject({ profile: { ...profile, roles } });
      expect(await storage.findAccount(other)).toMatchObject({ profile });
    });
  });
}
