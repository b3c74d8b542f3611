import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { instant } from '../domain/clock.ts';
import { startPruning, type Pruning } from './pruning.ts';

const lines: unknown[] = [];
const log = {
  info: (fields: unknown, text: string) => lines.push([text, fields]),
  error: (fields: unknown, text: string) => lines.push([text, fields]),
};

beforeEach(() => {
  vi.useFakeTimers();
  lines.length = 0;
});
afterEach(() => vi.useRealTimers());

function pruningOf(pruneExpired: () => Promise<number>): Pruning {
  return startPruning({ storage: { pruneExpired }, clock: () => instant(0), log }, 1000);
}

describe('pruning', () => {
  it('goes on until nothing is left, and says how much it was', async () => {
    const pruneExpired = vi.fn<() => Promise<number>>();
    pruneExpired.mockResolvedValueOnce(500).mockResolvedValueOnce(3).mockResolvedValue(0);
    const pruning = pruningOf(pruneExpired);
    expect(pruneExpired).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(pruneExpired).toHaveBeenCalledTimes(3);
    expect(lines).toEqual([['removed what has expired', { removed: 503 }]]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(pruneExpired).toHaveBeenCalledTimes(4);
    await pruning.stop();
  });

  it('never runs twice at once', async () => {
    let finish: (count: number) => void = () => undefined;
    const pruneExpired = vi.fn(
      async () =>
        new Promise<number>((resolve) => {
          finish = resolve;
        }),
    );
    const pruning = pruningOf(pruneExpired);
    await vi.advanceTimersByTimeAsync(5000);
    expect(pruneExpired).toHaveBeenCalledTimes(1);
    finish(0);
    await pruning.stop();
  });

  it('logs a failure and tries again the next time', async () => {
    const pruneExpired = vi.fn<() => Promise<number>>();
    pruneExpired.mockRejectedValueOnce(new Error('database is locked')).mockResolvedValue(0);
    const pruning = pruningOf(pruneExpired);
    await vi.advanceTimersByTimeAsync(2000);
    expect(pruneExpired).toHaveBeenCalledTimes(2);
    expect(lines).toEqual([['removing what has expired failed', { error: 'database is locked' }]]);
    await pruning.stop();
  });

  it('stops after what is under way, however much is left', async () => {
    let finish: (count: number) => void = () => undefined;
    const pruneExpired = vi.fn(
      async () =>
        new Promise<number>((resolve) => {
          finish = resolve;
        }),
    );
    const pruning = pruningOf(pruneExpired);
    await vi.advanceTimersByTimeAsync(1000);
    const stopped = pruning.stop();
    finish(500);
    await stopped;
    await vi.advanceTimersByTimeAsync(5000);
    expect(pruneExpired).toHaveBeenCalledTimes(1);
  });
});
