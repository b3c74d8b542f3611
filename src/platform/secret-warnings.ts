interface SecretWarningDependencies {
  /** Warns of what is due now; answers how many it was. */
  readonly warn: () => Promise<number>;
  readonly log: {
    info(fields: Readonly<Record<string, unknown>>, message: string): void;
    error(fields: Readonly<Record<string, unknown>>, message: string): void;
  };
}

export interface SecretWarnings {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Warnings are about days. */
const EVERY_MILLISECONDS = 60 * 60 * 1000;

/** Warns teams whose client secrets expire soon, at the start and regularly; several processes may do so at once. */
export function startSecretWarnings(
  { warn, log }: SecretWarningDependencies,
  everyMilliseconds: number = EVERY_MILLISECONDS,
): SecretWarnings {
  let underWay: Promise<void> | undefined;

  async function round(): Promise<void> {
    try {
      const secrets = await warn();
      if (secrets > 0) log.info({ secrets }, 'warned of client secrets that expire soon');
    } catch (error) {
      log.error({ error: (error as Error).message }, 'warning of expiring client secrets failed');
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
