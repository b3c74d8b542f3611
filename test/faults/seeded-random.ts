/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  readonly seed: number;
  /** A whole number from 0 up to, but not including, a bound. */
  below(bound: number): number;
  /** True in so many of a hundred cases. */
  percent(chance: number): boolean;
  /** One of several. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** @param seed a whole number from 1; whatever fails names it, and the same one makes the same choices again */
export function seededRandom(seed: number): SeededRandom {
  // Lehmer's generator: exact in a double.
  const modulus = 2_147_483_647;
  let state = (seed % (modulus - 1)) + 1;
  const below = (bound: number): number => {
    state = (state * 48_271) % modulus;
    return Math.floor((state / modulus) * bound);
  };
  return {
    seed,
    below,
    percent: (chance) => below(100) < chance,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}
