import { describe, expect, it } from 'vitest';
import type { AppActivity } from '../../domain/app-activity.ts';
import type { Storage } from '../../domain/storage.ts';
import {
  addClient,
  addPerson,
  addPersonWithClient,
  addSynthetic,
  addTokens,
  at,
  DAY,
  NOW,
  SANDBOX,
} from './campus.ts';
import type { Given } from './storage-under-test.ts';

type Page = Parameters<Storage['listAppActivity']>[1];

const NAME = ['person.full_name'];
const HOUR = 3600;
const ALL: Page = { clientNumber: null, before: null, limit: 100 };

async function timeline(
  storage: Storage,
  accountId: number,
  page: Partial<Page> = {},
): Promise<readonly Omit<AppActivity, 'id'>[]> {
  const activity = await storage.listAppActivity(accountId, { ...ALL, ...page });
  return activity.map(({ id: _id, ...rest }) => rest);
}

export function appActivityConformance(given: Given): void {
  describe('the timeline of what apps did', () => {
    it('has one entry for an authorization, an hour and the same data points', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      const id = await addTokens(storage, parties, '1');
      storage.noteAllowed(id, at(0), NAME);
      for (const seconds of [2, 9, 5]) storage.noteDataRead(id, at(seconds), NAME);
      storage.noteDataRead(id, at(7), [...NAME, 'student.branch.name']);
      storage.noteDataRead(id, at(HOUR + 1), NAME);
      await storage.close();
      const reopened = await reopen();
      reopened.noteDataRead(id, at(1), NAME);
      reopened.noteDataRead(id, at(11), NAME);
      await reopened.close();
      const client = { number: clientNumber, name: 'noticeboard' };
      const entries = await timeline(await reopen(), accountId);
      const read = { kind: 'read', client, claims: NAME };
      expect(entries).toHaveLength(4);
      expect(entries).toEqual(
        expect.arrayContaining([
          { ...read, firstAt: at(1), lastAt: at(11), count: 5 },
          {
            ...read,
            claims: [...NAME, 'student.branch.name'],
            firstAt: at(7),
            lastAt: at(7),
            count: 1,
          },
          { ...read, firstAt: at(HOUR + 1), lastAt: at(HOUR + 1), count: 1 },
          { ...read, kind: 'allowed', firstAt: at(0), lastAt: at(0), count: 1 },
        ]),
      );
    });

    it('is of this person, of one app if asked, and comes in pages, newest first', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId } = parties;
      const other = await addPerson(storage, '2');
      const another = await addClient(storage, other, 'another');
      const one = await addTokens(storage, parties, '1');
      const two = await addTokens(storage, { accountId, clientNumber: another }, '2');
      const theirs = await addTokens(storage, { accountId: other, clientNumber: another }, '3');
      for (const hours of [0, 1, 2]) storage.noteDataRead(one, at(hours * HOUR), NAME);
      await storage.close();
      const second = await reopen();
      second.noteDataRead(two, at(3 * HOUR), NAME);
      second.noteDataRead(theirs, at(3 * HOUR), NAME);
      await second.close();
      const last = await reopen();
      expect(await timeline(last, accountId)).toHaveLength(4);
      const ofOne = await timeline(last, accountId, { clientNumber: another });
      expect(ofOne.map(({ client }) => client.name)).toEqual(['another']);
      const [newest, ...older] = await last.listAppActivity(accountId, { ...ALL, limit: 1 });
      expect([newest?.client.name, older]).toEqual(['another', []]);
      const rest = await last.listAppActivity(accountId, { ...ALL, before: newest!.id });
      expect(rest.map(({ firstAt }) => firstAt)).toEqual([at(2 * HOUR), at(HOUR), at(0)]);
      expect((await last.listActiveApps(accountId)).map(({ name }) => name)).toEqual([
        'another',
        'noticeboard',
      ]);
    });

    it('outlives the authorization and the app, for a year and at most a month', async () => {
      const { storage, reopen } = given();
      const parties = await addPersonWithClient(storage);
      const { accountId, clientNumber } = parties;
      const id = await addTokens(storage, parties, '1');
      storage.noteDataRead(id, at(1), NAME);
      await storage.close();
      const last = await reopen();
      await last.deleteClient({ number: clientNumber, actor: accountId, at: at(2) });
      for (let pruned = 1; pruned > 0;) pruned = await last.pruneExpired(at(365 * DAY));
      expect((await timeline(last, accountId)).map(({ client }) => client.name)).toEqual([
        'noticeboard',
      ]);
      expect(await last.listActiveApps(accountId)).toEqual([
        { number: clientNumber, name: 'noticeboard' },
      ]);
      for (let pruned = 1; pruned > 0;) pruned = await last.pruneExpired(at(398 * DAY));
      expect(await timeline(last, accountId)).toEqual([]);
    });

    it('has nothing of the sandbox', async () => {
      const { storage, reopen } = given();
      const { clientNumber } = await addPersonWithClient(storage);
      const accountId = await addSynthetic(storage, 'student');
      const id = await addTokens(storage, { accountId, clientNumber, ...SANDBOX }, '1');
      storage.noteDataRead(id, NOW, NAME);
      await storage.close();
      expect(await timeline(await reopen(), accountId)).toEqual([]);
    });
  });
}
