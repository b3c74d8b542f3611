import type { LiveSettings } from '../institution/live-settings.ts';

interface SettingsRefreshDependencies {
  readonly settings: Pick<LiveSettings, 'refresh'>;
  readonly log: { warn(fields: Readonly<Record<string, unknown>>, message: string): void };
}

export interface SettingsRefresh {
  /** Starts no more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** What is saved in one process holds in all others within five seconds, a slow database included. */
const EVERY_MILLISECONDS = 3000;

/** Regularly reads what maintainers decided in other processes. */
export function startSettingsRefresh(
  { settings, log }: SettingsRefreshDependencies,
  everyMilliseconds: number = EVERY_MILLISECONDS,
): SettingsRefresh {
  let underWay: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    try {
      await settings.refresh();
    } catch (error) {
      log.warn(
        { error: (error as Error).message },
        'settings could not be read, the old ones hold',
      );
    }
    underWay = undefined;
  }

  const timer = setInterval(() => {
    underWay ??= refresh();
  }, everyMilliseconds).unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
