import { describe, expect, it } from 'vitest';
import type { AttemptSubject } from '../../domain/session.ts';
import { at, atOnce, NOW } from './campus.ts';
import type { Given } from './storage-under-test.ts';

function subject(key: string, limit: number, windowSeconds = 60): AttemptSubject {
  return { key, limit, windowSeconds };
}

export function attemptConformance(given: Given): void {
  describe('counting attempts', () => {
    it('allows as many as the limit within the window, and says when to come back', async () => {
      const { storage } = given();
      const subjects = [subject('account:1', 2)];
      const count = async (seconds: number) => storage.countAttempt({ subjects, at: at(seconds) });
      expect(await count(0)).toEqual({ type: 'allowed' });
      expect(await count(10)).toEqual({ type: 'allowed' });
      expect(await count(20)).toEqual({ type: 'throttled', retryAt: at(60) });
      expect(await count(59)).toEqual({ type: 'throttled', retryAt: at(60) });
      expect(await count(60)).toEqual({ type: 'allowed' });
      expect(await count(61)).toEqual({ type: 'throttled', retryAt: at(70) });
    });

    it('counts subjects apart', async () => {
      const { storage } = given();
      const one = { subjects: [subject('account:1', 1)], at: at(0) };
      const other = { subjects: [subject('account:10', 1)], at: at(0) };
      expect(await storage.countAttempt(one)).toEqual({ type: 'allowed' });
      expect(await storage.countAttempt(other)).toEqual({ type: 'allowed' });
    });

    it('counts against no subject when one of them is full, and waits for the last', async () => {
      const { storage } = given();
      const account = subject('account:1', 1);
      const network = subject('network:n', 1, 600);
      const both = { subjects: [account, network], at: at(1) };
      await storage.countAttempt({ subjects: [account], at: at(0) });
      expect(await storage.countAttempt(both)).toEqual({ type: 'throttled', retryAt: at(60) });
      // Had the network been counted, this would be throttled.
      const alone = await storage.countAttempt({ subjects: [network], at: at(2) });
      expect(alone).toEqual({ type: 'allowed' });
      expect(await storage.countAttempt(both)).toEqual({ type: 'throttled', retryAt: at(602) });
    });

    it('allows exactly the limit when all come at once', async () => {
      const { storage } = given();
      const outcomes = await atOnce(100, async (index) =>
        storage.countAttempt({
          subjects:
            index % 2 === 0
              ? [subject('account:1', 5), subject('network:n', 50)]
              : [subject('network:n', 50), subject('account:1', 5)],
          at: at(0),
        }),
      );
      expect(outcomes.filter(({ type }) => type === 'allowed')).toHaveLength(5);
      const network = await atOnce(100, async () =>
        storage.countAttempt({ subjects: [subject('network:n', 50)], at: at(1) }),
      );
      expect(network.filter(({ type }) => type === 'allowed')).toHaveLength(45);
    });

    it('starts again for those forgiven', async () => {
      const { storage } = given();
      const full = (key: string) => ({ subjects: [subject(key, 1)], at: at(0) });
      for (const key of ['a', 'b', 'c']) await storage.countAttempt(full(key));
      await storage.forgiveAttempts(['a', 'b', 'never seen']);
      expect(await storage.countAttempt(full('a'))).toEqual({ type: 'allowed' });
      expect(await storage.countAttempt(full('b'))).toEqual({ type: 'allowed' });
      expect(await storage.countAttempt(full('c'))).toMatchObject({ type: 'throttled' });
      await storage.forgiveAttempts([]);
    });

    it('takes the newest attempt back', async () => {
      const { storage } = given();
      const subjects = [subject('network:n', 2)];
      await storage.countAttempt({ subjects, at: at(0) });
      await storage.countAttempt({ subjects, at: at(10) });
      await storage.takeBackAttempt(['network:n', 'never seen']);
      expect(await storage.countAttempt({ subjects, at: at(20) })).toEqual({ type: 'allowed' });
      // Those left are of 0 and 20.
      const outcome = await storage.countAttempt({ subjects, at: at(61) });
      expect(outcome).toEqual({ type: 'allowed' });
      const throttled = await storage.countAttempt({ subjects, at: at(62) });
      expect(throttled).toEqual({ type: 'throttled', retryAt: at(80) });
    });

    it('takes back one for each who asks, when all ask at once', async () => {
      const { storage } = given();
      const subjects = [subject('network:n', 40)];
      await atOnce(40, async () => storage.countAttempt({ subjects, at: NOW }));
      await atOnce(25, async () => storage.takeBackAttempt(['network:n']));
      const outcomes = await atOnce(40, async () => storage.countAttempt({ subjects, at: NOW }));
      expect(outcomes.filter(({ type }) => type === 'allowed')).toHaveLength(25);
    });
  });
}
