import type { Clock } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import type { LiveSettings } from '../institution/live-settings.ts';
import { authorizationSweep } from './authorization-sweep.ts';
import { pruning } from './pruning.ts';
import { type Rounds, startRounds } from './rounds.ts';

type LogLine = (fields: Readonly<Record<string, unknown>>, message: string) => void;

interface BackgroundWorkDependencies {
  readonly storage: Pick<Storage, 'pruneExpired' | 'sweepAuthorizations'>;
  readonly clock: Clock;
  readonly settings: Pick<LiveSettings, 'refresh'>;
  /** In seconds, as the institution says now; null: refresh tokens never expire. */
  readonly refreshTokenUnused: () => number | null;
  /** Warns teams whose client secrets expire soon; answers how many secrets it was. */
  readonly warnOfExpiringSecrets: () => Promise<number>;
  /** Finds owners for apps whose own are gone, or tells their teams; answers how many apps it was. */
  readonly settleOwnerships: () => Promise<number>;
  /** Asks the teams that are due whether their apps are still in use; answers how many it was. */
  readonly askForReattestation: () => Promise<number>;
  /** Tells other processes how far an import in this one is, and starts what they confirmed. */
  readonly noteImport: () => Promise<void>;
  readonly log: { readonly info: LogLine; readonly warn: LogLine; readonly error: LogLine };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Starts all that is done regularly and never on a request's time. Several processes may do so at once. */
export function startBackgroundWork(deps: BackgroundWorkDependencies): Rounds {
  const { settings, log } = deps;
  const prune = pruning(deps);
  const sweep = authorizationSweep(deps);
  const rounds = [
    startRounds({
      // Often enough that little piles up.
      everyMilliseconds: 10 * MINUTE,
      work: prune,
      failed: (error) => log.error(error, 'removing what has expired failed'),
    }),
    startRounds({
      everyMilliseconds: 10 * MINUTE,
      work: sweep,
      failed: (error) => log.error(error, 'ending unused access failed'),
    }),
    startRounds({
      // What is saved in one process holds in all others within five seconds, a slow database included.
      everyMilliseconds: 3 * SECOND,
      work: async () => settings.refresh(),
      failed: (error) => log.warn(error, 'settings could not be read, the old ones hold'),
    }),
    startRounds({
      // A maintainer who confirmed an import watches it begin.
      everyMilliseconds: 2 * SECOND,
      work: deps.noteImport,
      failed: (error) => log.warn(error, 'how far an import is could not be noted'),
    }),
    startRounds({
      // Warnings are about days.
      everyMilliseconds: HOUR,
      atOnce: true,
      async work() {
        const secrets = await deps.warnOfExpiringSecrets();
        if (secrets > 0) log.info({ secrets }, 'warned of client secrets that expire soon');
      },
      failed: (error) => log.error(error, 'warning of expiring client secrets failed'),
    }),
    startRounds({
      // About days, too; whom maintainers deactivate is looked after at once.
      everyMilliseconds: HOUR,
      atOnce: true,
      async work() {
        const apps = await deps.settleOwnerships();
        if (apps > 0) log.info({ apps }, 'looked after apps whose owners leave or left');
      },
      failed: (error) => log.error(error, 'looking after apps without owners failed'),
    }),
    startRounds({
      // It is about months, and a mail is best read in the morning after.
      everyMilliseconds: 6 * HOUR,
      atOnce: true,
      async work() {
        const teams = await deps.askForReattestation();
        if (teams > 0) log.info({ teams }, 'asked whether apps are still in use');
      },
      failed: (error) => log.error(error, 'asking whether apps are in use failed'),
    }),
  ];
  return {
    async stop() {
      await Promise.all(rounds.map(async (one) => one.stop()));
    },
  };
}
