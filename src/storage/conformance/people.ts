import { describe, expect, it } from 'vitest';
import type { RoleAssignment, RoleName } from '../../domain/account.ts';
import { EVERY_AUDIT_EVENT } from '../../domain/audit-event.ts';
import type { AccountAction, PeopleSearch } from '../../domain/people.ts';
import type { Storage } from '../../domain/storage.ts';
import {
  addPerson,
  addPersonWithClient,
  addSynthetic,
  addTokens,
  at,
  atOnce,
  hash,
  newSession,
  NOW,
  profileOf,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

const TODAY = '2026-01-01';
const MAINTAINER: RoleAssignment<RoleName> = {
  role: 'Maintainer',
  startDate: '2025-01-01',
  endDate: null,
};

export function peopleConformance(given: Given): void {
  describe('a search for people', () => {
    it('finds by the beginning of every word, in names and identifiers', async () => {
      const { storage } = given();
      const aarohi = await addNamed(storage, '21114009', 'Aarohi Mehta', ['aarohi_m@ee.example']);
      const rohan = await addNamed(storage, '21114010', 'Rohan Mehta', ['+919876543210']);
      const found = async (words: readonly string[]) => ids(storage, { words });
      expect(await found(['aarohi'])).toEqual([aarohi]);
      expect(await found(['meh'])).toEqual([aarohi, rohan]);
      expect(await found(['meh', 'ro'])).toEqual([rohan]);
      expect(await found(['ohi'])).toEqual([]);
      expect(await found(['2111401'])).toEqual([rohan]);
      expect(await found(['aarohi_m@'])).toEqual([aarohi]);
      expect(await found(['mehta', '2111400'])).toEqual([aarohi]);
      expect(await found(['%'])).toEqual([]);
      expect(await found([])).toEqual([aarohi, rohan]);
    });

    it('shows first whom a whole identifier fits, and nobody twice', async () => {
      const { storage } = given();
      const one = await addNamed(storage, '1', 'Asha One', ['asha', 'shared']);
      const two = await addNamed(storage, '2', 'Asha Two', ['asha@x.example']);
      const search = { identifiers: ['asha@x.example'], words: ['asha'] };
      expect(await ids(storage, search)).toEqual([two, one]);
      const page = { after: one, limit: 10 };
      expect(await storage.searchPeople({ ...EVERYBODY, ...search }, page)).toEqual([]);
    });

    it('follows names and roles that change', async () => {
      const { storage } = given();
      const id = await addNamed(storage, '1', 'Old Name', ['1']);
      await addNamed(storage, '1', 'Brand New', ['1']);
      expect(await ids(storage, { words: ['old'] })).toEqual([]);
      expect(await ids(storage, { words: ['brand'] })).toEqual([id]);
      expect(await ids(storage, { role: 'Maintainer' })).toEqual([]);
      await storage.assignRoles(id, [MAINTAINER]);
      expect(await ids(storage, { role: 'Maintainer', words: ['brand'] })).toEqual([id]);
      await storage.assignRoles(id, []);
      expect(await ids(storage, { role: 'Maintainer' })).toEqual([]);
    });

    it('tells active and deactivated people apart, and never finds synthetic ones', async () => {
      const { storage } = given();
      const active = await addNamed(storage, '1', 'Asha', ['1']);
      const gone = await addPerson(storage, '2', { profile: profileOf('Asha'), isActive: false });
      await addSynthetic(storage, 'asha', profileOf('Asha'));
      const words = ['asha'];
      expect(await ids(storage, { words, isActive: true })).toEqual([active]);
      expect(await ids(storage, { words, isActive: false })).toEqual([gone]);
      expect(await ids(storage, { words })).toEqual([active, gone]);
      expect(await ids(storage, {})).toEqual([active, gone]);
    });

    it('goes on after the last one of a page', async () => {
      const { storage } = given();
      const all: number[] = [];
      for (const name of ['1', '2', '3']) all.push(await addNamed(storage, name, 'Asha', [name]));
      const search = { ...EVERYBODY, words: ['asha'] };
      const first = await storage.searchPeople(search, { after: null, limit: 2 });
      expect(first.map(({ id }) => id)).toEqual(all.slice(0, 2));
      const rest = await storage.searchPeople(search, { after: all[1]!, limit: 2 });
      expect(rest.map(({ id }) => id)).toEqual(all.slice(2));
    });
  });

  describe('an account that a maintainer deactivates', () => {
    it('loses its sessions, links and authorizations for good', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, 'maintainer');
      const parties = await addPersonWithClient(storage);
      const { accountId } = parties;
      await addTokens(storage, parties, 'a');
      await storage.startSession(newSession(accountId, 'session'));
      const link = { accountId, hash: hash('link'), issuedAt: NOW, expiresAt: at(60) };
      await storage.issuePasswordReset(link);

      const action = { accountId, actor, at: at(1), today: TODAY };
      expect(await storage.deactivateAccount(action)).toBe('changed');
      expect(await storage.deactivateAccount(action)).toBe('unchanged');
      expect((await storage.findAccount(accountId))?.isActive).toBe(false);
      expect(await storage.reactivateAccount({ ...action, at: at(2) })).toBe('changed');
      expect(await storage.reactivateAccount({ ...action, at: at(2) })).toBe('unchanged');
      expect((await storage.findAccount(accountId))?.isActive).toBe(true);

      expect(await storage.findSession(hash('session'), at(3))).toBeUndefined();
      expect(await storage.findPasswordReset(hash('link'), at(3))).toBeUndefined();
      expect(await storage.findBearerAccess(hash('access-a'))).toBeUndefined();
      expect(await storage.listConnectedClients(accountId, at(3))).toEqual([]);
      expect(await actions(storage)).toEqual(['account.reactivated', 'account.deactivated']);
    });

    it('is a person who exists', async () => {
      const { storage } = given();
      const synthetic = await addSynthetic(storage, 's');
      for (const accountId of [synthetic, 999_999]) {
        const action = { accountId, actor: null, at: NOW, today: TODAY };
        expect(await storage.deactivateAccount(action)).toBe('not-found');
        expect(await storage.reactivateAccount(action)).toBe('not-found');
      }
      expect(await actions(storage)).toEqual([]);
    });
  });

  describe('roles that a maintainer changes', () => {
    it('are kept and recorded, and nothing else of the profile changes', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, 'maintainer');
      const accountId = await addPerson(storage, '1');
      const before = await storage.findAccount(accountId);
      const action = { accountId, actor, at: at(1), today: TODAY };
      const given_ = { ...MAINTAINER, endDate: '2027-01-01' };
      expect(await storage.changeRole(action, { type: 'given', ...given_ })).toBe('changed');
      expect(await storage.changeRole(action, { type: 'given', ...given_ })).toBe('unchanged');
      const after = await storage.findAccount(accountId);
      expect(after?.profile).toEqual({
        ...before?.profile,
        roles: [...before!.profile.roles, given_],
      });
      const [event] = await storage.listAuditEvents(EVERY_AUDIT_EVENT, { before: null, limit: 9 });
      expect(event).toMatchObject({
        seq: 1,
        actor: { id: actor, name: 'Name of maintainer' },
        action: 'account.role-given',
        subject: { type: 'account', id: String(accountId), label: 'Name of 1' },
        details: { role: 'Maintainer', startDate: '2025-01-01', endDate: '2027-01-01' },
      });
    });
  });

  describe('the last active maintainer', () => {
    it('stays one, except for the operator', async () => {
      const { storage } = given();
      const [one, two] = await addMaintainers(storage, 2);
      expect(await storage.deactivateAccount(by(one!, two!))).toBe('changed');
      for (const change of changesThatEnd(storage, by(two!, two!))) {
        expect(await change()).toBe('last-maintainer');
      }
      expect((await storage.findAccount(two!))?.isActive).toBe(true);
      expect(await actions(storage)).toEqual(['account.deactivated']);
      expect(await storage.deactivateAccount({ ...by(two!, two!), actor: null })).toBe('changed');
    });

    it('may go when another one is there today', async () => {
      const { storage } = given();
      const [one, two] = await addMaintainers(storage, 2);
      await storage.assignRoles(two!, [{ ...MAINTAINER, startDate: '2026-01-02' }]);
      expect(await storage.deactivateAccount(by(one!, one!))).toBe('last-maintainer');
      await storage.assignRoles(two!, [MAINTAINER]);
      expect(await storage.deactivateAccount(by(one!, one!))).toBe('changed');
    });

    it('is left, however many end each other at once', async () => {
      const { storage, reopen } = given();
      const maintainers = await addMaintainers(storage, 6);
      const other = await reopen();
      const outcomes = await atOnce(6, async (index) => {
        const action = by(maintainers[index]!, maintainers[(index + 1) % 6]!);
        const where = index % 2 === 0 ? storage : other;
        return index % 3 === 0
          ? where.changeRole(action, { type: 'ended', role: 'Maintainer', today: TODAY })
          : where.deactivateAccount(action);
      });
      await other.close();
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(5);
      expect(outcomes.filter((outcome) => outcome === 'last-maintainer')).toHaveLength(1);
    });
  });
}

const EVERYBODY: PeopleSearch = { identifiers: [], words: [], role: null, isActive: null };

async function ids(storage: Storage, search: Partial<PeopleSearch>): Promise<readonly number[]> {
  const page = { after: null, limit: 100 };
  const people = await storage.searchPeople({ ...EVERYBODY, ...search }, page);
  return people.map(({ id }) => id);
}

async function addNamed(
  storage: Storage,
  username: string,
  ...[name, identifiers]: readonly [name: string, identifiers: readonly string[]]
): Promise<number> {
  const all = [...new Set([username, ...identifiers])];
  return addPerson(storage, username, { profile: profileOf(name), identifiers: all });
}

async function addMaintainers(storage: Storage, count: number): Promise<readonly number[]> {
  const added: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const profile = { ...profileOf(`Maintainer ${index}`), roles: [MAINTAINER] };
    added.push(await addPerson(storage, `maintainer ${index}`, { profile }));
  }
  return added;
}

function by(accountId: number, actor: number): AccountAction {
  return { accountId, actor, at: NOW, today: TODAY };
}

function changesThatEnd(storage: Storage, action: AccountAction) {
  return [
    async () => storage.deactivateAccount(action),
    async () => storage.changeRole(action, { type: 'ended', role: 'Maintainer', today: TODAY }),
    async () => storage.changeRole(action, { type: 'given', ...MAINTAINER, endDate: '2025-12-31' }),
    async () =>
      storage.changeRole(action, { type: 'given', ...MAINTAINER, startDate: '2026-01-02' }),
  ];
}

async function actions(storage: Storage): Promise<readonly string[]> {
  const filter = { ...EVERY_AUDIT_EVENT, action: 'account' };
  const events = await storage.listAuditEvents(filter, { before: null, limit: 100 });
  return events.map(({ action }) => action);
}
