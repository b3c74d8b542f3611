import { describe, expect, it } from 'vitest';

import { addSeconds, instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { authorizationSweep } from './authorization-sweep.ts';

const NOW = instant(Date.UTC(2026, 10, 24, 7, 30));
type Sweep = Parameters<Storage['sweepAuthorizations']>[0];

function sweeping(
  unused: () => number | null,
  answer: (call: number) => {
    readonly ended: number;
    readonly forgotten?: number;
    readonly next: number | null;
  },
) {
  const calls: Sweep[] = [];
  const lines: unknown[] = [];
  const storage = {
    sweepAuthorizations: async (sweep: Sweep) => {
      calls.push(sweep);
      await Promise.resolve();
      return { forgotten: 0, ...answer(calls.length) };
    },
  };
  const log = { info: (fields: unknown): unknown => lines.push(fields) };
  const sweep = authorizationSweep({ storage, clock: () => NOW, refreshTokenUnused: unused, log });
  const stopping = new AbortController();
  return { calls, lines, stopping, round: async () => sweep(stopping.signal) };
}

describe('access that apps do not use', () => {
  it('ends as soon as the institution says how long refresh tokens may go unused', async () => {
    let unused: number | null = null;
    const { calls, lines, round } = sweeping(
      () => unused,
      () => ({ ended: 3, forgotten: 5, next: null }),
    );
    await round();
    unused = 86_400;
    await round();
    expect(calls).toEqual([
      { unusedSince: null, at: NOW, after: null },
      { unusedSince: addSeconds(NOW, -86_400), at: NOW, after: null },
    ]);
    expect(lines).toEqual([{ ended: 3 }, { forgotten: 5 }, { ended: 3 }, { forgotten: 5 }]);
  });

  it('is looked for a part at a time, going on where it stopped', async () => {
    const { calls, round } = sweeping(
      () => 60,
      (call) => ({ ended: 0, next: call === 25 ? null : call * 1000 }),
    );
    await round();
    expect(calls).toHaveLength(20);
    await round();
    expect(calls).toHaveLength(25);
    expect(calls.at(-1)?.after).toBe(24_000);
    await round();
    expect(calls.at(25)?.after).toBeNull();
  });

  it('is told of even when the round fails later, which goes on there the next time', async () => {
    const { calls, lines, round } = sweeping(
      () => 60,
      (call) => {
        if (call === 2) throw new Error('database away');
        return { ended: 1, next: call === 1 ? 500 : null };
      },
    );
    await expect(round()).rejects.toThrow('database away');
    expect(lines).toEqual([{ ended: 1 }]);
    await round();
    expect(calls.map(({ after }) => after)).toEqual([null, 500, 500]);
  });

  it('is looked for no further once the process stops', async () => {
    const { calls, stopping, round } = sweeping(
      () => 60,
      (call) => {
        stopping.abort();
        return { ended: 0, next: call };
      },
    );
    await round();
    expect(calls).toHaveLength(1);
  });
});
