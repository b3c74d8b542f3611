import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type Rounds, startRounds } from './rounds.ts';

const failures: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  failures.length = 0;
});
afterEach(() => vi.useRealTimers());

function everySecond(work: (stopping: AbortSignal) => Promise<void>, atOnce = false): Rounds {
  return startRounds({
    work,
    everyMilliseconds: 1000,
    atOnce,
    failed: (fields) => failures.push(fields),
  });
}

describe('work that is done again and again', () => {
  it('is done after each time between two rounds', async () => {
    const work = vi.fn<() => Promise<void>>().mockResolvedValue();
    const rounds = everySecond(work);
    await vi.advanceTimersByTimeAsync(999);
    expect(work).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(work).toHaveBeenCalledTimes(3);
    await rounds.stop();
  });

  it('is done at once as well where that is asked for', async () => {
    const work = vi.fn<() => Promise<void>>().mockResolvedValue();
    const rounds = everySecond(work, true);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(2);
    await rounds.stop();
  });

  it('tells of a failure and is tried again the next time', async () => {
    const work = vi.fn<() => Promise<void>>();
    work.mockRejectedValueOnce(new Error('database is locked')).mockResolvedValue();
    const rounds = everySecond(work);
    await vi.advanceTimersByTimeAsync(2000);
    expect(work).toHaveBeenCalledTimes(2);
    expect(failures).toEqual([{ error: 'database is locked' }]);
    await rounds.stop();
  });

  it('is never done twice at once', async () => {
    const slow = Promise.withResolvers<undefined>();
    const work = vi.fn<() => Promise<void>>();
    work.mockImplementationOnce(async () => slow.promise).mockResolvedValue();
    const rounds = everySecond(work);
    await vi.advanceTimersByTimeAsync(5000);
    expect(work).toHaveBeenCalledTimes(1);
    slow.resolve(undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect(work).toHaveBeenCalledTimes(2);
    await rounds.stop();
  });

  it('learns that it shall stop, is waited for, and is not begun again', async () => {
    const slow = Promise.withResolvers<undefined>();
    let told: AbortSignal | undefined;
    let begun = 0;
    const rounds = everySecond(async (stopping) => {
      begun += 1;
      told = stopping;
      await slow.promise;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(told?.aborted).toBe(false);
    let isStopped = false;
    const stopped = rounds.stop().then(() => {
      isStopped = true;
    });
    expect(told?.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(5000);
    expect(isStopped).toBe(false);
    slow.resolve(undefined);
    await stopped;
    await vi.advanceTimersByTimeAsync(5000);
    expect(begun).toBe(1);
  });
});
