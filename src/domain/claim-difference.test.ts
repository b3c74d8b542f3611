import { describe, expect, it } from 'vitest';
import { claimDifference, isSameClaimSet } from './claim-difference.ts';

describe('the difference between two sets of claims', () => {
  it('tells what was added, removed and kept, in the order of the set it stands in', () => {
    expect(claimDifference(['a.z', 'a.y', 'a.x'], ['b.b', 'a.x', 'b.a', 'a.z'])).toEqual({
      added: ['b.b', 'b.a'],
      removed: ['a.y'],
      kept: ['a.x', 'a.z'],
    });
  });

  it('ignores order when it compares', () => {
    expect(isSameClaimSet(['a.x', 'a.y'], ['a.y', 'a.x'])).toBe(true);
    expect(isSameClaimSet(['a.x', 'a.y'], ['a.y'])).toBe(false);
    expect(isSameClaimSet(['a.x'], ['a.x', 'a.y'])).toBe(false);
    expect(isSameClaimSet([], [])).toBe(true);
  });
});
