import { describe, expect, it } from 'vitest';

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
