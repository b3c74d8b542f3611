import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { type Storage, StorageUnavailableError } from '../domain/storage.ts';
import { patientStorage } from './patient-storage.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A database that answers after so many milliseconds, for a request that waits for 20 seconds. */
function slowStorage(milliseconds: number) {
  const isEmpty = vi.fn<Storage['isEmpty']>(
    async () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(false), milliseconds);
      }),
  );
  const noteDataRead = vi.fn<Storage['noteDataRead']>();
  const storage = patientStorage({ isEmpty, noteDataRead } as unknown as Storage, 20_000);
  return { storage, isEmpty, noteDataRead };
}

/** What became of a promise by now. */
function watch(promise: Promise<unknown>) {
  const seen: { outcome: unknown } = { outcome: 'waiting' };
  promise.then(
    (answer) => (seen.outcome = answer),
    (error: unknown) => (seen.outcome = error),
  );
  return seen;
}

const UNAVAILABLE = expect.any(StorageUnavailableError) as unknown;

describe('a request', () => {
  it('is given up when the database does not answer', async () => {
    const { storage } = slowStorage(3_600_000);
    const [one, other] = [watch(storage.isEmpty()), watch(storage.isEmpty())];
    await vi.advanceTimersByTimeAsync(19_000);
    expect([one.outcome, other.outcome]).toEqual(['waiting', 'waiting']);
    await vi.advanceTimersByTimeAsync(1000);
    expect([one.outcome, other.outcome]).toEqual([UNAVAILABLE, UNAVAILABLE]);
  });

  it('is given up when all its questions together take too long, and asks nothing more', async () => {
    const { storage, isEmpty } = slowStorage(9000);
    const request = watch(
      (async () => {
        for (;;) await storage.isEmpty();
      })(),
    );
    await vi.advanceTimersByTimeAsync(30_000);
    expect(request.outcome).toEqual(UNAVAILABLE);
    expect(isEmpty).toHaveBeenCalledTimes(3);
    await expect(storage.isEmpty()).rejects.toBeInstanceOf(StorageUnavailableError);
    expect(isEmpty).toHaveBeenCalledTimes(3);
  });

  it('of many quick questions goes on for as long as it needs', async () => {
    const { storage } = slowStorage(100);
    for (let question = 0; question < 1000; question += 1) {
      const asked = watch(storage.isEmpty());
      await vi.advanceTimersByTimeAsync(100);
      expect(asked.outcome).toBe(false);
    }
  });

  it('does not count what it does between its questions: a long upload', async () => {
    const { storage } = slowStorage(100);
    const first = watch(storage.isEmpty());
    await vi.advanceTimersByTimeAsync(60_000);
    const next = watch(storage.isEmpty());
    await vi.advanceTimersByTimeAsync(100);
    expect([first.outcome, next.outcome]).toEqual([false, false]);
  });

  it('leaves no timer behind', async () => {
    const { storage } = slowStorage(100);
    void storage.isEmpty();
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('notes without waiting', () => {
    const { storage, noteDataRead } = slowStorage(0);
    storage.noteDataRead(1, 2 as never, []);
    expect(noteDataRead).toHaveBeenCalledWith(1, 2, []);
    expect(vi.getTimerCount()).toBe(0);
  });
});
