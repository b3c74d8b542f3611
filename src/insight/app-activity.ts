import type { AccountId } from '../domain/account.ts';
import type { ClientAttempt, UsageKind } from '../domain/client-activity.ts';
import type { Client, ClientNumber } from '../domain/client.ts';
import { addSeconds, calendarDate, type Instant } from '../domain/clock.ts';
import type { Environment } from '../domain/environment.ts';
import type { Storage } from '../domain/storage.ts';

const DAYS = 30;
const DAY_IN_SECONDS = 24 * 60 * 60;

export interface AppActivityView {
  readonly client: Client;
  /** Newest first. */
  readonly attempts: readonly ClientAttempt[];
  /** The last thirty days, today last; every day is there. */
  readonly days: readonly UsageDay[];
  /** In live, at this moment. */
  readonly peopleWithAccess: number;
}

interface UsageDay {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly counts: Readonly<Record<UsageKind, number>>;
}

export interface AppActivityQuestion {
  readonly number: ClientNumber;
  /** Who asks. */
  readonly actor: AccountId;
  readonly environment: Environment;
  readonly failuresOnly: boolean;
}

/** Why requests of an app failed and how much it is used, for a member of its team; undefined for anybody else. */
export async function readAppActivity(
  { number, actor, environment, failuresOnly }: AppActivityQuestion,
  deps: {
    readonly storage: Pick<
      Storage,
      'findClientOfTeamMember' | 'listClientAttempts' | 'listClientUsage' | 'countPeopleWithAccess'
    >;
    readonly now: Instant;
    readonly timeZone: string;
  },
): Promise<AppActivityView | undefined> {
  const { storage, now, timeZone } = deps;
  const dossier = await storage.findClientOfTeamMember(number, actor);
  if (dossier === undefined) return undefined;
  const days = lastDays(calendarDate(now, timeZone));
  const of = { clientNumber: number, environment };
  const [attempts, usage, peopleWithAccess] = await Promise.all([
    storage.listClientAttempts({ ...of, failuresOnly }),
    storage.listClientUsage({ ...of, from: days[0] ?? '' }),
    storage.countPeopleWithAccess(number, now),
  ]);
  const byDay = Map.groupBy(usage, ({ day }) => day);
  return {
    client: dossier.client,
    attempts,
    peopleWithAccess,
    days: days.map((day) => ({
      day,
      counts: {
        ...NOTHING,
        ...Object.fromEntries((byDay.get(day) ?? []).map(({ kind, count }) => [kind, count])),
      },
    })),
  };
}

const NOTHING: Readonly<Record<UsageKind, number>> = {
  'consent-shown': 0,
  'consent-allowed': 0,
  'consent-denied': 0,
  'tokens-issued': 0,
  'tokens-refreshed': 0,
  'data-read': 0,
  error: 0,
};

/** @param today `YYYY-MM-DD`; days of the calendar, so that a change of the clocks loses none */
function lastDays(today: string): readonly string[] {
  const noon = Date.parse(`${today}T12:00:00Z`) as Instant;
  return Array.from({ length: DAYS }, (_, index) =>
    calendarDate(addSeconds(noon, (index + 1 - DAYS) * DAY_IN_SECONDS), 'UTC'),
  );
}
