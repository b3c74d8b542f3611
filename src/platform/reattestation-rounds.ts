interface ReattestationDependencies {
  /** Asks the teams that are due now; answers how many it was. */
  readonly ask: () => Promise<number>;
  readonly log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

export interface ReattestationRounds {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** It is about months, and a mail is best read in the morning after. */
const EVERY_MILLISECONDS = 6 * 60 * 60 * 1000;

/** Asks teams whether their apps are still in use, at the start and regularly; several processes may do so at once. */
export function startReattestationRounds(
  { ask, log }: ReattestationDependencies,
  everyMilliseconds: number = EVERY_MILLISECONDS,
): ReattestationRounds {
  let underWay: Promise<void> | undefined;

  async function round(): Promise<void> {
    try {
      const teams = await ask();
      if (teams > 0) log.info({ teams }, 'asked whether apps are still in use');
    } catch (error) {
      log.error({ error: (error as Error).message }, 'asking whether apps are in use failed');
    }
    underWay = undefined;
  }

  const timer = setInterval(() => {
    underWay ??= round();
  }, everyMilliseconds).unref();
  underWay = round();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
