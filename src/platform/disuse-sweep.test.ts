import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { addSeconds, instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { startDisuseSweep } from './disuse-sweep.ts';

const NOW = instant(Date.UTC(2026, 10, 24, 7, 30));
type Sweep = Parameters<Storage['endDisusedAuthorizations']>[0];

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function sweeping(
  unused: () => number | null,
  answer: (call: number) => { readonly ended: number; readonly next: number | null },
) {
  const calls: Sweep[] = [];
  const lines: unknown[] = [];
  const storage = {
    endDisusedAuthorizations: async (sweep: Sweep) => {
      calls.push(sweep);
      await Promise.resolve();
      return answer(calls.length);
    },
  };
  const log = (fields: unknown): unknown => lines.push(fields);
  const running = startDisuseSweep(
    { storage, clock: () => NOW, refreshTokenUnused: unused, log: { info: log, error: log } },
    1000,
  );
  return { calls, lines, running };
}

describe('access that apps do not use', () => {
  it('is left alone while refresh tokens never expire, and ended from when they do', async () => {
    let unused: number | null = null;
    const { calls, lines, running } = sweeping(
      () => unused,
      () => ({ ended: 3, next: null }),
    );
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toEqual([]);
    unused = 86_400;
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual([{ unusedSince: addSeconds(NOW, -86_400), at: NOW, after: null }]);
    expect(lines).toEqual([{ ended: 3 }]);
    await running.stop();
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(1);
  });

  it('is looked for a part at a time, going on where it stopped', async () => {
    const { calls, running } = sweeping(
      () => 60,
      (call) => ({ ended: 0, next: call === 25 ? null : call * 1000 }),
    );
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(20);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toHaveLength(25);
    expect(calls.at(-1)?.after).toBe(24_000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls.at(25)?.after).toBeNull();
    await running.stop();
  });

  it('is looked for again after a failure', async () => {
    const { calls, lines, running } = sweeping(
      () => 60,
      (call) => {
        if (call === 1) throw new Error('database away');
        return { ended: 0, next: null };
      },
    );
    await vi.advanceTimersByTimeAsync(2000);
    expect(calls).toHaveLength(2);
    expect(lines).toEqual([{ error: 'database away' }]);
    await running.stop();
  });
});
