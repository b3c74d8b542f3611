import type { Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface PruningDependencies {
  readonly storage: Pick<Storage, 'pruneExpired'>;
  readonly clock: Clock;
  readonly log: { info(fields: Readonly<Record<string, unknown>>, message: string): void };
}

/**
 * A round that removes from storage what no answer depends on any more, a little at a time until nothing is left.
 * What was removed before a failure is told as well.
 */
export function pruning({ storage, clock, log }: PruningDependencies) {
  return async function prune(stopping: AbortSignal): Promise<void> {
    let removed = 0;
    try {
      let count: number;
      do {
        count = await storage.pruneExpired(clock());
        removed += count;
      } while (count > 0 && !stopping.aborted);
    } finally {
      if (removed > 0) log.info({ removed }, 'removed what has expired');
    }
  };
}
