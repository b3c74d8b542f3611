import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { startSettingsRefresh } from './settings-refresh.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('settings saved in another process', () => {
  it('are read within five seconds, again and again', async () => {
    let count = 0;
    const settings = {
      refresh: async (): Promise<void> => {
        count += 1;
        await Promise.resolve();
      },
    };
    const refreshing = startSettingsRefresh({ settings, log: { warn: () => undefined } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(count).toBe(1);
    await vi.advanceTimersByTimeAsync(5000);
    expect(count).toBe(3);
    await refreshing.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(count).toBe(3);
  });

  it('are asked for once at a time, and a failure is told and tried again', async () => {
    const slow = Promise.withResolvers<undefined>();
    let count = 0;
    const settings = {
      refresh: async (): Promise<void> => {
        count += 1;
        if (count === 1) await slow.promise;
      },
    };
    const warnings: unknown[] = [];
    const log = { warn: (fields: unknown): unknown => warnings.push(fields) };
    const refreshing = startSettingsRefresh({ settings, log }, 1000);
    await vi.advanceTimersByTimeAsync(3000);
    expect(count).toBe(1);
    slow.reject(new Error('database away'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(count).toBe(2);
    expect(warnings).toEqual([{ error: 'database away' }]);
    await refreshing.stop();
  });
});
