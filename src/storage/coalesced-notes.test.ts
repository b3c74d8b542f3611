import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Instant, instant } from '../domain/clock.ts';
import { coalescedNotes } from './coalesced-notes.ts';

describe('coalesced notes', () => {
  const stored: [number, Instant][][] = [];
  const store = async (notes: ReadonlyMap<number, Instant>) => {
    stored.push([...notes]);
  };

  beforeEach(() => {
    vi.useFakeTimers();
    stored.length = 0;
  });
  afterEach(() => vi.useRealTimers());

  it('are stored within a second, the latest of each, many at a time', async () => {
    const notes = coalescedNotes(store);
    for (const [id, at] of [
      [1, 10],
      [2, 11],
      [1, 13],
      [1, 12],
    ] as const) {
      notes.note(id, instant(at));
    }
    expect(stored).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored).toEqual([
      [
        [1, 13],
        [2, 11],
      ],
    ]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored).toHaveLength(1);
  });

  it('are stored at once when asked to, and not again', async () => {
    const notes = coalescedNotes(store);
    await notes.flush();
    expect(stored).toEqual([]);
    notes.note(1, instant(10));
    await notes.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stored).toEqual([[[1, 10]]]);
  });

  it('go on after one could not be stored', async () => {
    let isBroken = true;
    const notes = coalescedNotes(async (latest) => {
      if (isBroken) throw new Error('disk full');
      await store(latest);
    });
    notes.note(1, instant(10));
    await vi.advanceTimersByTimeAsync(1000);
    isBroken = false;
    notes.note(2, instant(11));
    await vi.advanceTimersByTimeAsync(1000);
    expect(stored).toEqual([[[2, 11]]]);
  });
});
