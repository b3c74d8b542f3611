import { addSeconds, type Instant } from '../../src/domain/clock.ts';
import type { Storage } from '../../src/domain/storage.ts';
import { authorizationSweep } from '../../src/platform/authorization-sweep.ts';
import { pruning } from '../../src/platform/pruning.ts';
import { DAY, HOUR, isFirstOfMonth, trafficOf } from './academic-calendar.ts';
import { type CampusLife, campusLife, type Deed } from './campus-life.ts';
import { foundCampus } from './founding.ts';
import { ledger, type Ledger } from './ledger.ts';
import { seededRandom } from './seeded-random.ts';
import { tokenProtocol } from './tokens.ts';
import { CAMPUS, RATES, SANDBOX_RUNS } from './volumes.ts';

export interface Simulation {
  readonly storage: Storage;
  readonly people: number;
  readonly from: Instant;
  readonly days: number;
  /** Hours between two rounds of the work that is done beside the answers; a divisor of 24. */
  readonly roundHours?: number;
  /** Called at the beginning of each month but the first, and at the end. */
  readonly onMonth?: (at: Instant, made: Ledger) => Promise<void>;
}

const AT_ONCE = 64;

const LOG = { info: () => undefined };

/**
 * Lives through days of a campus against a real storage: everything that leaves something there happens as often as on
 * a campus of that size, and the rounds of a running server remove what is over.
 * @returns what was made
 */
export async function simulateCampus(simulation: Simulation): Promise<Ledger> {
  const { storage, people, from, days, roundHours = 6, onMonth } = simulation;
  const random = seededRandom(people);
  const made = ledger();
  const founded = await foundCampus(storage, { people, at: from });
  const protocol = tokenProtocol(storage, made);
  const life = campusLife({ storage, founded, random, made, protocol });

  let now = from;
  const clock = () => now;
  const never = new AbortController().signal;
  const prune = pruning({ storage, clock, log: LOG });
  const sweep = authorizationSweep({ storage, clock, refreshTokenUnused: () => null, log: LOG });

  const end = addSeconds(from, (days * DAY) / 1000);
  const seconds = (roundHours * HOUR) / 1000;
  for (; now < end; now = addSeconds(now, seconds)) {
    if (now > from && isFirstOfMonth(now)) await onMonth?.(now, made);
    const begins = now;
    const traffic = trafficOf(begins, roundHours) * people;
    const deeds = usualDeeds(life, (perPerson) => random.about(perPerson * traffic));
    // In the night; they come with the first hours of a day.
    if (begins % DAY === 0) deeds.push(...life.nightlyRefreshes());
    await atOnce(deeds.map((deed) => async () => deed(addSeconds(begins, random.below(seconds)))));
    await prune(never);
    await sweep(never);
  }
  await prune(never);
  await onMonth?.(now, made);
  return made;
}

/** @param about how often something happens, by how often it does for each person on an ordinary weekday */
function usualDeeds(life: CampusLife, about: (perPerson: number) => number): Deed[] {
  const apps = CAMPUS.webApps + CAMPUS.phoneApps + CAMPUS.nightlyApps;
  const usual: readonly (readonly [perPerson: number, deed: Deed])[] = [
    [RATES.signIns, life.signIn],
    [RATES.wrongPasswords, life.mistypePassword],
    [RATES.passwordResets, life.resetPassword],
    [RATES.webFlows, life.useWebApp],
    [RATES.lostCodes, life.loseCode],
    [RATES.phoneSetUps, life.setUpPhone],
    [RATES.phoneOpenings, life.openPhoneApp],
    [RATES.nightlyConnections, life.connectNightlyApp],
    [RATES.disconnections, life.disconnect],
    [RATES.maintenance, life.maintain],
    [(SANDBOX_RUNS * apps) / CAMPUS.people, life.tryInSandbox],
  ];
  return usual.flatMap(([perPerson, deed]) => Array.from({ length: about(perPerson) }, () => deed));
}

/** Runs them all, some at a time, as they would come to a server. */
async function atOnce(works: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = works.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const work of waiting) await work();
    }),
  );
}
