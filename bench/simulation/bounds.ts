import type { Instant } from '../../src/domain/clock.ts';
import { dayOf, type Ledger } from './ledger.ts';
import { CAMPUS } from './volumes.ts';

const APPS = CAMPUS.webApps + CAMPUS.phoneApps + CAMPUS.nightlyApps;

/** As `Storage.pruneExpired` and `sweepAuthorizations` promise, in days; begun ones count whole. */
const KEPT = {
  session: 14,
  attempt: 1,
  passwordReset: 1,
  /** They work for ten hours and are told apart for a day more. */
  accessToken: 2,
  code: 2,
  /** Of each person and app beside the ten newest; a month, and a day more once ended. */
  authorization: 32,
  /** After they were spent. */
  refreshToken: 91,
  notification: 367,
  /** A year, and the rest of its month. */
  activity: 398,
} as const;
const KEPT_AUTHORIZATIONS = 10;

/**
 * How many rows a table may have at most: what was made for as long as it is kept. Nothing here grows with the time that
 * an installation runs, but for the audit log.
 */
export function rowBounds(
  made: Ledger,
  { at, people }: { readonly at: Instant; readonly people: number },
): Readonly<Record<string, number>> {
  const today = dayOf(at);
  const pairs = made.sumOfPairs(() => 1);
  const authorizations = made.sumOfPairs((days) => {
    const young = days.filter((day) => day >= today - KEPT.authorization).length;
    return Math.max(young, Math.min(days.length, KEPT_AUTHORIZATIONS));
  });
  return {
    session: made.within('session', KEPT.session, at),
    attempt: made.within('attempt', KEPT.attempt, at),
    password_reset: made.within('password-reset', KEPT.passwordReset, at),
    access_token: made.within('access-token', KEPT.accessToken, at),
    authorization_code: made.within('authorization', KEPT.code, at),
    authorization: authorizations,
    refresh_token: authorizations + made.within('rotation', KEPT.refreshToken, at),
    consent: pairs,
    notification: made.within('notification', KEPT.notification, at),
    app_activity: made.within('activity', KEPT.activity, at),
    // Four networks of each person, see campus-life.ts.
    known_browser: 4 * people,
    // The last hundred of each app in each environment.
    client_attempt: 2 * 100 * APPS,
  };
}
