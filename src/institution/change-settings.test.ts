import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../test/support/test-campus.ts';
import type { AccountId } from '../domain/account.ts';
import { DEFAULT_SETTINGS } from '../domain/settings.ts';
import { changeSettings } from './change-settings.ts';
import { openSettings, type LiveSettings } from './live-settings.ts';

let campus: TestCampus;
let settings: LiveSettings;
let actor: AccountId;
const warnings: unknown[] = [];
const log = { warn: (fields: unknown): unknown => warnings.push(fields) };

beforeEach(async () => {
  campus = await openTestCampus();
  warnings.length = 0;
  settings = await openSettings({ storage: campus.storage, defaults: DEFAULT_SETTINGS, log });
  actor = (await campus.welcome({ username: '1' })).id;
});
afterEach(async () => campus.close());

async function rename(name: string, expectedVersion: number): Promise<string> {
  return changeSettings(
    { concern: 'identity', values: { name }, expectedVersion, actor },
    { storage: campus.storage, settings, now: campus.deps.now },
  );
}

describe('a change of the settings', () => {
  it('holds at once, and is remembered with who made it', async () => {
    expect(await rename('Example University', 0)).toBe('changed');
    expect(settings.current().identity.name).toBe('Example University');
    expect(await campus.storage.listSettingsHistory(5)).toMatchObject([
      { concern: 'identity', version: 1, actor, document: { name: 'Example University' } },
    ]);
  });

  it('made at once by two is made by one, and the other is told', async () => {
    const outcomes = await Promise.all([rename('One', 0), rename('Other', 0)]);
    expect(outcomes.toSorted()).toEqual(['changed', 'changed-meanwhile']);
    const winner = outcomes[0] === 'changed' ? 'One' : 'Other';
    expect(settings.current().identity.name).toBe(winner);
    expect(await campus.storage.listSettingsHistory(5)).toHaveLength(1);
  });

  it('that changes nothing is none', async () => {
    expect(await rename(DEFAULT_SETTINGS.identity.name, 0)).toBe('unchanged');
    await rename('Example University', 0);
    expect(await rename('Example University', 1)).toBe('unchanged');
    expect(await campus.storage.listSettingsHistory(5)).toHaveLength(1);
  });

  it('is saved even when it cannot be read back at once', async () => {
    const failing: LiveSettings = {
      ...settings,
      refresh: async () => {
        await Promise.resolve();
        throw new Error('database away');
      },
    };
    const outcome = await changeSettings(
      { concern: 'sandbox', values: { isOn: false }, expectedVersion: 0, actor },
      { storage: campus.storage, settings: failing, now: campus.deps.now },
    );
    expect(outcome).toBe('changed');
    await settings.refresh();
    expect(settings.current().sandbox.isOn).toBe(false);
  });
});

describe('the copy of another process', () => {
  it('follows when it reads, and is the same object until then', async () => {
    const other = await openSettings({ storage: campus.storage, defaults: DEFAULT_SETTINGS, log });
    const before = other.current();
    await other.refresh();
    expect(other.current()).toBe(before);
    await rename('Example University', 0);
    expect(other.current()).toBe(before);
    await other.refresh();
    expect(other.current().identity.name).toBe('Example University');
  });

  it('is never set back by an answer that came late', async () => {
    const first = Promise.withResolvers<undefined>();
    let questions = 0;
    const storage = {
      readSettings: async () => {
        questions += 1;
        const answer = await campus.storage.readSettings();
        if (questions === 2) await first.promise;
        return answer;
      },
    };
    const other = await openSettings({ storage, defaults: DEFAULT_SETTINGS, log });
    const slow = other.refresh();
    // Let the slow question be answered with the old state before the change.
    await campus.storage.readSettings();
    await rename('Example University', 0);
    await other.refresh();
    first.resolve(undefined);
    await slow;
    expect(other.current().identity.name).toBe('Example University');
  });

  it('warns of what it cannot read', async () => {
    await campus.storage.changeSettings({
      concern: 'tokens',
      document: { accessTokenSeconds: 'long' },
      expectedVersion: 0,
      actor: null,
      at: campus.deps.now,
    });
    await settings.refresh();
    expect(settings.current()).toEqual(DEFAULT_SETTINGS);
    expect(warnings).toEqual([{ members: ['tokens.accessTokenSeconds'] }]);
  });
});
