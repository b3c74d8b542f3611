import type { Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface PruningDependencies {
  readonly storage: Pick<Storage, 'pruneExpired'>;
  readonly clock: Clock;
  readonly log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

export interface Pruning {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Often enough that little piles up, and never on a request's time. */
const EVERY_MILLISECONDS = 10 * 60 * 1000;

/** Regularly removes from storage what no answer depends on any more, a little at a time. */
export function startPruning(
  { storage, clock, log }: PruningDependencies,
  everyMilliseconds: number = EVERY_MILLISECONDS,
): Pruning {
  let stopped = false;
  let underWay: Promise<void> | undefined;

  async function prune(): Promise<void> {
    let removed = 0;
    try {
      for (;;) {
        const count = await storage.pruneExpired(clock());
        removed += count;
        if (count === 0 || stopped) break;
      }
    } catch (error) {
      log.error({ error: (error as Error).message }, 'removing what has expired failed');
    }
    if (removed > 0) log.info({ removed }, 'removed what has expired');
    underWay = undefined;
  }

  const timer = setInterval(() => {
    underWay ??= prune();
  }, everyMilliseconds).unref();
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
