/** The same numbers every time, so that a run can be repeated. */
export interface SeededRandom {
  /** From 0 to below 1. */
  readonly fraction: () => number;
  /** From 0 to below `bound`, whole. */
  readonly below: (bound: number) => number;
  /** A whole number whose average is `expected`. */
  readonly about: (expected: number) => number;
}

const MODULUS = 2 ** 31 - 1;
const MULTIPLIER = 48_271;

/** Park and Miller's generator; good enough for who comes when. @param seed from 1 */
export function seededRandom(seed: number): SeededRandom {
  let state = seed;
  function fraction(): number {
    state = (state * MULTIPLIER) % MODULUS;
    return (state - 1) / (MODULUS - 1);
  }
  return {
    fraction,
    below: (bound) => Math.min(bound - 1, Math.floor(fraction() * bound)),
    about: (expected) => Math.floor(expected + fraction()),
  };
}
