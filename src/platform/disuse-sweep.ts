import type { AuthorizationId } from '../domain/authorization.ts';
import { addSeconds, type Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface DisuseSweepDependencies {
  readonly storage: Pick<Storage, 'endDisusedAuthorizations'>;
  readonly clock: Clock;
  /** In seconds, as the institution says now; null: refresh tokens never expire. */
  readonly refreshTokenUnused: () => number | null;
  readonly log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

export interface DisuseSweep {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

const EVERY_MILLISECONDS = 10 * 60 * 1000;

/** Of some thousand authorizations each, so a million is looked at within hours, and nobody waits for it. */
const CALLS_PER_TURN = 20;

/** Regularly ends the access of apps that forgot about it, a part of it each time. */
export function startDisuseSweep(
  { storage, clock, refreshTokenUnused, log }: DisuseSweepDependencies,
  everyMilliseconds: number = EVERY_MILLISECONDS,
): DisuseSweep {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;
  let after: AuthorizationId | null = null;

  async function sweep(): Promise<void> {
    let ended = 0;
    try {
      for (let call = 0; call < CALLS_PER_TURN && !stopping.signal.aborted; call += 1) {
        const unused = refreshTokenUnused();
        if (unused === null) break;
        const at = clock();
        const unusedSince = addSeconds(at, -unused);
        const swept = await storage.endDisusedAuthorizations({ unusedSince, at, after });
        ended += swept.ended;
        after = swept.next;
        if (after === null) break;
      }
    } catch (error) {
      log.error({ error: (error as Error).message }, 'ending unused access failed');
    }
    if (ended > 0) log.info({ ended }, 'ended access that apps did not use');
  }

  const timer = setInterval(() => {
    underWay ??= sweep().finally(() => {
      underWay = undefined;
    });
  }, everyMilliseconds).unref();
  return {
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await underWay;
    },
  };
}
