import type { AuthorizationId } from '../domain/authorization.ts';
import { addSeconds, type Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface AuthorizationSweepDependencies {
  readonly storage: Pick<Storage, 'sweepAuthorizations'>;
  readonly clock: Clock;
  /** In seconds, as the institution says now; null: refresh tokens never expire. */
  readonly refreshTokenUnused: () => number | null;
  readonly log: { info(fields: Readonly<Record<string, unknown>>, message: string): void };
}

/** Of some thousand authorizations each, so a million is looked at within hours, and nobody waits for it. */
const CALLS_PER_ROUND = 20;

/**
 * Rounds that go through all authorizations, each going on where the last one stopped: they end those that nobody uses
 * any more, and forget what is long spent.
 */
export function authorizationSweep(deps: AuthorizationSweepDependencies) {
  const { storage, clock, refreshTokenUnused, log } = deps;
  let after: AuthorizationId | null = null;

  return async function sweep(stopping: AbortSignal): Promise<void> {
    let ended = 0;
    let forgotten = 0;
    try {
      for (let call = 0; call < CALLS_PER_ROUND && !stopping.aborted; call += 1) {
        const unused = refreshTokenUnused();
        const at = clock();
        const unusedSince = unused === null ? null : addSeconds(at, -unused);
        const swept = await storage.sweepAuthorizations({ unusedSince, at, after });
        ended += swept.ended;
        forgotten += swept.forgotten;
        after = swept.next;
        if (after === null) break;
      }
    } finally {
      if (ended > 0) log.info({ ended }, 'ended access that apps did not use');
      if (forgotten > 0) log.info({ forgotten }, 'forgot refresh tokens spent long ago');
    }
  };
}
