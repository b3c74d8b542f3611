import type { Instant } from '../../src/domain/clock.ts';
import { DAY } from './academic-calendar.ts';

/** What was made, by simulated day: from it follows how many rows there may be at most. */
export interface Ledger {
  readonly count: (what: Made, at: Instant) => void;
  /** How many were made on the day of `at` and so many days before it. */
  readonly within: (what: Made, days: number, at: Instant) => number;
  readonly total: (what: Made) => number;
  /** An authorization, of one person and app. */
  readonly countAuthorization: (pair: string, at: Instant) => void;
  /** Sums up what `of` makes of the days of each person and app on which there was an authorization. */
  readonly sumOfPairs: (of: (days: readonly number[]) => number) => number;
}

type Made =
  | 'session'
  | 'attempt'
  | 'password-reset'
  | 'authorization'
  | 'access-token'
  | 'rotation'
  | 'notification'
  | 'activity'
  | 'audit-event';

export function ledger(): Ledger {
  const made = new Map<Made, Map<number, number>>();
  const pairs = new Map<string, number[]>();
  const daysOf = (what: Made) => [...(made.get(what) ?? [])];

  function count(what: Made, at: Instant): void {
    const days = made.get(what) ?? new Map<number, number>();
    made.set(what, days);
    days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + 1);
  }

  return {
    count,
    within: (what, days, at) =>
      sum(
        daysOf(what)
          .filter(([day]) => day <= dayOf(at) && day >= dayOf(at) - days)
          .map(([, counted]) => counted),
      ),
    total: (what) => sum(daysOf(what).map(([, counted]) => counted)),
    countAuthorization(pair, at) {
      count('authorization', at);
      const days = pairs.get(pair);
      if (days === undefined) pairs.set(pair, [dayOf(at)]);
      else days.push(dayOf(at));
    },
    sumOfPairs: (of) => sum([...pairs.values()].map(of)),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, one) => all + one, 0);
}

export function dayOf(at: Instant): number {
  return Math.floor(at / DAY);
}
