import type { Scale } from '../campus.ts';
import type { WorkloadName } from '../contenders/contender.ts';

/** How long and how much, of everything. */
export interface Plan {
  readonly mode: 'quick' | 'full';
  readonly scale: Scale;
  /** Seconds. */
  readonly warmUp: number;
  /** Measurements of each workload; the middle one is reported. */
  readonly windows: number;
  /** Seconds of each. */
  readonly window: number;
  readonly connections: Readonly<Record<WorkloadName, number>>;
  /** Journeys a second. One that is more than 70 % of what a server can do is left out for it. */
  readonly fixedLoads: readonly { readonly workload: WorkloadName; readonly rate: number }[];
  /** Seconds of each. */
  readonly fixedLoad: number;
  /** Seconds without requests before memory is read. */
  readonly rest: number;
  /** Token pairs of an hour, made by code flows. */
  readonly hourOfPairs: number;
  /** Seconds after which it stops making them. */
  readonly hourLimit: number;
  readonly coldStarts: number;
  /** Tokens stored, access and refresh tokens together, at which ours is measured again. */
  readonly growth: readonly number[];
}

const CONNECTIONS = { userData: 32, refresh: 32, codeFlow: 32, codeFlowUnasked: 32, signIn: 8 };

/** @param largest tokens stored at the end of the growth, at least a million */
export function fullPlan(largest: number): Plan {
  return {
    mode: 'full',
    scale: { people: 1000, apps: 50, tokens: 10_000 },
    warmUp: 3,
    windows: 3,
    window: 4,
    connections: CONNECTIONS,
    fixedLoads: [
      { workload: 'userData', rate: 200 },
      { workload: 'userData', rate: 2000 },
      { workload: 'refresh', rate: 50 },
      { workload: 'codeFlow', rate: 20 },
      { workload: 'codeFlowUnasked', rate: 20 },
    ],
    fixedLoad: 6,
    rest: 5,
    // Ten people a second: a campus on the first Monday of a term.
    hourOfPairs: 36_000,
    hourLimit: 45,
    coldStarts: 5,
    growth: [10_000, 100_000, 1_000_000, 10_000_000].filter((tokens) => tokens <= largest),
  };
}

/** Everything once and briefly: whether it works, not how fast. */
export function quickPlan(): Plan {
  return {
    ...fullPlan(0),
    mode: 'quick',
    scale: { people: 200, apps: 10, tokens: 1000 },
    warmUp: 0.4,
    windows: 1,
    window: 0.6,
    fixedLoads: [
      { workload: 'userData', rate: 200 },
      { workload: 'codeFlow', rate: 20 },
    ],
    fixedLoad: 0.6,
    rest: 0.3,
    hourOfPairs: 200,
    hourLimit: 1,
    coldStarts: 1,
    growth: [2000, 6000],
  };
}
