/** Enough for any conflict that is no overload. */
const ATTEMPTS = 5;

/**
 * Does a unit of work again when it was given up for another one's sake: a deadlock, a serialization failure.
 * @param unit stores all or nothing
 * @param isConflict whether an error says so
 */
export async function retryingConflicts<Result>(
  unit: () => Promise<Result>,
  isConflict: (error: unknown) => boolean,
): Promise<Result> {
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      return await unit();
    } catch (error) {
      if (left === 0 || !isConflict(error)) throw error;
    }
  }
}
