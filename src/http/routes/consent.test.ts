import { describe, expect, it } from 'vitest';
import { roundedDown } from './consent.tsx';

describe('how many others use an app', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [9, 5],
    [10, 10],
    [47, 40],
    [99, 90],
    [100, 100],
    [999, 900],
    [10_000, 10_000],
  ])('%i are told as %i', (people, told) => {
    expect(roundedDown(people)).toBe(told);
  });
});
