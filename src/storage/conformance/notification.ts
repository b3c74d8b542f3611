import { describe, expect, it } from 'vitest';
import {
  DEFAULT_NOTIFICATION_CHOICE,
  type NotificationContent,
} from '../../domain/notification.ts';
import { addPerson, addPersonWithClient, at, DAY } from './campus.ts';
import type { Given } from './storage-under-test.ts';

const CHANGED: NotificationContent = { type: 'password-changed', network: '203.0.113.0/24' };
const BROWSER = { network: '203.0.113.0/24', device: 'Firefox' };

export function notificationConformance(given: Given): void {
  describe('notifications', () => {
    it('come newest first, to this person, as they were said', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      const exported: NotificationContent = { type: 'data-exported', network: 'नेटवर्क' };
      await storage.notify(one, CHANGED, at(1));
      await storage.notify(one, exported, at(2));
      await storage.notify(other, CHANGED, at(3));
      const listed = await storage.listNotifications(one, 10);
      expect(listed.map(({ id: _id, ...rest }) => rest)).toEqual([
        { at: at(2), readAt: null, content: exported },
        { at: at(1), readAt: null, content: CHANGED },
      ]);
      expect(await storage.listNotifications(one, 1)).toHaveLength(1);
    });

    it('are unread until they are marked, one or all up to the last one seen', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      for (const seconds of [1, 2, 3]) await storage.notify(one, CHANGED, at(seconds));
      await storage.notify(other, CHANGED, at(3));
      const [newest, middle, oldest] = await storage.listNotifications(one, 10);
      expect(await storage.countUnreadNotifications(one)).toBe(3);
      await storage.markNotificationsRead(one, { type: 'one', id: oldest!.id }, at(4));
      await storage.markNotificationsRead(other, { type: 'one', id: middle!.id }, at(4));
      expect(await storage.countUnreadNotifications(one)).toBe(2);
      await storage.markNotificationsRead(one, { type: 'all', id: middle!.id }, at(5));
      const marked = await storage.listNotifications(one, 10);
      expect(marked.map(({ id, readAt }) => [id, readAt])).toEqual([
        [newest!.id, null],
        [middle!.id, at(5)],
        [oldest!.id, at(4)],
      ]);
      expect(await storage.countUnreadNotifications(other)).toBe(1);
    });

    it('reach everybody with access to an app, and nobody else', async () => {
      const { storage } = given();
      const { accountId, clientNumber } = await addPersonWithClient(storage);
      const ended = await addPerson(storage, '2');
      const never = await addPerson(storage, '3');
      for (const person of [accountId, ended]) {
        const answered = { clientNumber, granted: [], declined: [], at: at(1) };
        await storage.recordConsent({ ...answered, accountId: person });
      }
      await storage.disconnectClient(ended, clientNumber, at(2));
      const content: NotificationContent = {
        type: 'app-suspended',
        clientNumber,
        app: 'noticeboard',
      };
      expect(await storage.notifyPeopleOfApp(clientNumber, content, at(3))).toBe(1);
      const [told] = await storage.listNotifications(accountId, 10);
      expect(told).toMatchObject({ at: at(3), readAt: null, content });
      for (const person of [ended, never]) {
        expect(await storage.listNotifications(person, 10)).toEqual([]);
      }
    });

    it('go after a year, with the browsers nobody used since', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1');
      await storage.notify(one, CHANGED, at(0));
      await storage.noteBrowser(one, BROWSER, at(0));
      for (let pruned = 1; pruned > 0;) pruned = await storage.pruneExpired(at(365 * DAY));
      expect(await storage.listNotifications(one, 10)).toHaveLength(1);
      for (let pruned = 1; pruned > 0;) pruned = await storage.pruneExpired(at(367 * DAY));
      expect(await storage.listNotifications(one, 10)).toEqual([]);
      expect(await storage.noteBrowser(one, BROWSER, at(367 * DAY))).toBe('first');
    });

    it('are mailed as the person chose', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1');
      expect(await storage.findNotificationChoice(one)).toEqual(DEFAULT_NOTIFICATION_CHOICE);
      for (const appAccessMail of [false, true]) {
        const choice = { appAccessMail, newSignInMail: false };
        await storage.chooseNotifications(one, choice);
        expect(await storage.findNotificationChoice(one)).toEqual(choice);
      }
    });
  });

  describe('a browser somebody signs in with', () => {
    it('is the first one, a new one in a network or of a kind, or known', async () => {
      const { storage } = given();
      const one = await addPerson(storage, '1');
      const other = await addPerson(storage, '2');
      const note = async (changes: Partial<typeof BROWSER>, seconds: number) =>
        storage.noteBrowser(one, { ...BROWSER, ...changes }, at(seconds));
      expect(await note({}, 1)).toBe('first');
      expect(await note({}, 2)).toBe('known');
      expect(await note({ network: '198.51.100.0/24' }, 3)).toBe('new');
      expect(await note({ device: 'Chrome' }, 4)).toBe('new');
      expect(await note({ device: 'Chrome' }, 5)).toBe('known');
      expect(await storage.noteBrowser(other, BROWSER, at(6))).toBe('first');
    });
  });
}
