import { describe, expect, it, vi } from 'vitest';

import { instant } from '../domain/clock.ts';
import { type ActivityNote, activityNotes, claimsKey } from './activity-notes.ts';

const HOUR = 3_600_000;
const read = (claims: readonly string[], authorizationId = 1) =>
  ({ authorizationId, kind: 'read', claims }) as const;

function kept() {
  const stored: (readonly ActivityNote[])[] = [];
  const notes = activityNotes(async (pending) => {
    stored.push(pending);
  });
  return { stored, notes };
}

describe('notes of what apps do', () => {
  it('count what is the same within an hour, in whatever order it comes', async () => {
    const { stored, notes } = kept();
    for (const at of [5, 1, 9]) notes.note(read(['a', 'b']), instant(HOUR + at));
    await notes.flush();
    expect(stored).toEqual([
      [
        {
          ...read(['a', 'b']),
          hour: 1,
          firstAt: HOUR + 1,
          lastAt: HOUR + 9,
          count: 3,
        },
      ],
    ]);
  });

  it('tell apart authorizations, hours, kinds and data points', async () => {
    const { stored, notes } = kept();
    notes.note(read(['a']), instant(0));
    notes.note(read(['a'], 2), instant(0));
    notes.note(read(['a']), instant(HOUR));
    notes.note({ ...read(['a']), kind: 'allowed' }, instant(0));
    notes.note(read(['a', 'b']), instant(0));
    await notes.flush();
    expect(stored.flat()).toHaveLength(5);
    expect(stored.flat().every(({ count }) => count === 1)).toBe(true);
  });

  it('are stored once, by themselves within a second', async () => {
    const { stored, notes } = kept();
    notes.note(read(['a']), instant(0));
    expect(stored).toEqual([]);
    await expect.poll(() => stored.length, { timeout: 5000 }).toBe(1);
    await notes.flush();
    expect(stored).toHaveLength(1);
  });

  it('that only count further are stored within half a minute, and none twice', async () => {
    vi.useFakeTimers();
    try {
      const { stored, notes } = kept();
      notes.note(read(['a']), instant(5));
      await vi.advanceTimersByTimeAsync(1000);
      expect(stored.flat()).toEqual([expect.objectContaining({ count: 1, lastAt: 5 })]);
      for (const at of [9, 7]) notes.note(read(['a']), instant(at));
      await vi.advanceTimersByTimeAsync(1000);
      expect(stored).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(29_000);
      expect(stored.flat().slice(1)).toEqual([
        expect.objectContaining({ count: 2, firstAt: 7, lastAt: 9 }),
      ]);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(stored).toHaveLength(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are written a few at a time, so that no answer waits long', async () => {
    const { stored, notes } = kept();
    for (let id = 0; id < 1000; id += 1) notes.note(read(['a'], id), instant(0));
    await notes.flush();
    expect(Math.max(...stored.map((some) => some.length))).toBeLessThanOrEqual(200);
    expect(new Set(stored.flat().map(({ authorizationId }) => authorizationId)).size).toBe(1000);
  });

  it('never stop an answer, though storing fails', async () => {
    const notes = activityNotes(async () => {
      throw new Error('full');
    });
    notes.note(read(['a']), instant(0));
    await expect(notes.flush()).resolves.toBeUndefined();
  });

  it('find rows of the same data points by a hash, which long lists fit in', () => {
    const long = Array.from({ length: 500 }, (_, index) => `category.data_point_${index}`);
    expect(claimsKey(long).hash).toHaveLength(32);
    expect(claimsKey(['a', 'b']).hash).toEqual(claimsKey(['a', 'b']).hash);
    expect(claimsKey(['a', 'b']).hash).not.toEqual(claimsKey(['b', 'a']).hash);
  });
});
