interface RoundsOptions {
  /** One round. Whatever it rejects with is logged, and the next round tries again. */
  readonly work: (stopping: AbortSignal) => Promise<void>;
  readonly everyMilliseconds: number;
  /** Whether the first round is now instead of after `everyMilliseconds`. */
  readonly atOnce?: boolean;
  /** Tells that a round failed. */
  readonly failed: (fields: { readonly error: string }) => void;
}

/** Work that is done again and again, beside the answers. */
export interface Rounds {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/**
 * Does `work` regularly, never twice at once: a round that takes longer than the time between two is waited for.
 * Keeps no process alive.
 */
export function startRounds({ work, everyMilliseconds, atOnce, failed }: RoundsOptions): Rounds {
  const stopping = new AbortController();
  let underWay: Promise<void> | undefined;

  async function round(): Promise<void> {
    try {
      await work(stopping.signal);
    } catch (error) {
      failed({ error: (error as Error).message });
    }
  }

  function begin(): void {
    underWay ??= round().finally(() => {
      underWay = undefined;
    });
  }

  const timer = setInterval(begin, everyMilliseconds).unref();
  if (atOnce === true) begin();
  return {
    async stop() {
      stopping.abort();
      clearInterval(timer);
      await underWay;
    },
  };
}
