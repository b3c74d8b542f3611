import { describe, expect, it } from 'vitest';
import type { SettingsChange } from '../../domain/settings.ts';
import { addPerson, at, atOnce } from './campus.ts';
import type { Given } from './storage-under-test.ts';

export function settingsConformance(given: Given): void {
  describe('settings of the institution', () => {
    it('are empty until somebody decides', async () => {
      const { storage } = given();
      expect(await storage.readSettings()).toEqual([]);
      expect(await storage.listSettingsHistory(10)).toEqual([]);
    });

    it('hold what was saved last, each concern by itself', async () => {
      const { storage, reopen } = given();
      const actor = await addPerson(storage, '1');
      await storage.changeSettings(identity({ actor, document: { name: 'One' } }));
      await storage.changeSettings(
        identity({ actor, expectedVersion: 1, document: { name: 'Zwölf  \u0000\u2028' } }),
      );
      await storage.changeSettings({ ...identity({ actor }), concern: 'tokens', document: {} });
      await storage.close();
      expect(await (await reopen()).readSettings()).toEqual([
        { concern: 'identity', version: 2, document: { name: 'Zwölf  \u0000\u2028' } },
        { concern: 'tokens', version: 1, document: {} },
      ]);
    });

    it('are not saved over what somebody else saved meanwhile', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      expect(await storage.changeSettings(identity({ actor }))).toBe('changed');
      for (const expectedVersion of [0, 2, 7]) {
        const stale = identity({ actor, expectedVersion, document: { name: 'Stale' } });
        expect(await storage.changeSettings(stale)).toBe('changed-meanwhile');
      }
      expect(await storage.readSettings()).toEqual([
        { concern: 'identity', version: 1, document: { name: 'Campus' } },
      ]);
      expect(await storage.listSettingsHistory(10)).toHaveLength(1);
    });

    it('are saved by one of many who save at once', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      const outcomes = await atOnce(10, async (index) =>
        storage.changeSettings(identity({ actor, document: { name: `Name ${index}` } })),
      );
      expect(outcomes.filter((outcome) => outcome === 'changed')).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(9);
      const winner = outcomes.indexOf('changed');
      expect(await storage.readSettings()).toEqual([
        { concern: 'identity', version: 1, document: { name: `Name ${winner}` } },
      ]);
    });

    it('tell who changed what and when, newest first', async () => {
      const { storage } = given();
      const actor = await addPerson(storage, '1');
      await storage.changeSettings(identity({ actor, at: at(1) }));
      await storage.changeSettings({ ...identity({ actor: null, at: at(2) }), concern: 'review' });
      await storage.changeSettings(
        identity({ actor, at: at(3), expectedVersion: 1, document: { name: 'New' } }),
      );
      const history = await storage.listSettingsHistory(10);
      expect(history).toEqual([
        {
          concern: 'identity',
          version: 2,
          document: { name: 'New' },
          before: { name: 'Campus' },
          at: at(3),
          actor,
          actorName: 'Name of 1',
        },
        {
          concern: 'review',
          version: 1,
          document: { name: 'Campus' },
          before: null,
          at: at(2),
          actor: null,
          actorName: null,
        },
        {
          concern: 'identity',
          version: 1,
          document: { name: 'Campus' },
          before: null,
          at: at(1),
          actor,
          actorName: 'Name of 1',
        },
      ]);
      expect(await storage.listSettingsHistory(2)).toEqual(history.slice(0, 2));
    });
  });
}

function identity(change: Partial<SettingsChange>): SettingsChange {
  return {
    concern: 'identity',
    document: { name: 'Campus' },
    expectedVersion: 0,
    actor: null,
    at: at(0),
    ...change,
  };
}
