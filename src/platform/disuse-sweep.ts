import type { AuthorizationId } from '../domain/authorization.ts';
import { addSeconds, type Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface DisuseSweepDependencies {
  readonly storage: Pick<Storage, 'endDisusedAuthorizations'>;
  readonly clock: Clock;
  /** In seconds, as the institution says now; null: refresh tokens never expire. */
  readonly refreshTokenUnused: () => number | null;
  readonly log: { info(fields: Readonly<Record<string, unknown>>, message: string): void };
}

/** Of some thousand authorizations each, so a million is looked at within hours, and nobody waits for it. */
const CALLS_PER_ROUND = 20;

/** Rounds that end the access of apps that forgot about it, each going on where the last one stopped. */
export function disuseSweep(deps: DisuseSweepDependencies) {
  const { storage, clock, refreshTokenUnused, log } = deps;
  let after: AuthorizationId | null = null;

  return async function sweep(stopping: AbortSignal): Promise<void> {
    let ended = 0;
    try {
      for (let call = 0; call < CALLS_PER_ROUND && !stopping.aborted; call += 1) {
        const unused = refreshTokenUnused();
        if (unused === null) break;
        const at = clock();
        const unusedSince = addSeconds(at, -unused);
        const swept = await storage.endDisusedAuthorizations({ unusedSince, at, after });
        ended += swept.ended;
        after = swept.next;
        if (after === null) break;
      }
    } finally {
      if (ended > 0) log.info({ ended }, 'ended access that apps did not use');
    }
  };
}
