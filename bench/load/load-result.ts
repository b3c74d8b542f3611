import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

/** What a load came to. */
export interface LoadResult {
  /** Journeys completed and right. */
  readonly journeys: number;
  /** Requests answered, of all journeys. */
  readonly requests: number;
  readonly seconds: number;
  /** Journeys. */
  readonly perSecond: number;
  readonly latency: Latency;
  readonly failures: Failures;
}

/** Milliseconds of a journey from its beginning to its last answer. */
export interface Latency {
  readonly mean: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
}

export interface Failures {
  readonly count: number;
  /** What the first few were. */
  readonly examples: readonly string[];
}

/** Counts what happens during a window of time. */
export interface Tally {
  journeys: number;
  requests: number;
  failures: number;
  readonly examples: string[];
  readonly histogram: RecordableHistogram;
}

/** More than these, and the figure would be of something else: the load stops. */
export const TOO_MANY_FAILURES = 50;
const EXAMPLES = 3;

export function newTally(): Tally {
  const histogram = createHistogram({ lowest: 1, highest: 3_600_000_000, figures: 3 });
  return { journeys: 0, requests: 0, failures: 0, examples: [], histogram };
}

export function noteFailure(tally: Tally, problem: string): void {
  tally.failures += 1;
  if (tally.examples.length < EXAMPLES) tally.examples.push(problem);
}

/** @param startedAt in milliseconds of `performance.now()` */
export function noteJourney(tally: Tally, startedAt: number): void {
  tally.journeys += 1;
  tally.histogram.record(Math.max(1, Math.round((performance.now() - startedAt) * 1000)));
}

/** @param seconds how long it was counted */
export function resultOf(tally: Tally, seconds: number): LoadResult {
  const { histogram, journeys } = tally;
  const milliseconds = (microseconds: number): number =>
    journeys === 0 ? 0 : round(microseconds / 1000);
  return {
    journeys,
    requests: tally.requests,
    seconds: round(seconds),
    perSecond: round(journeys / seconds),
    latency: {
      mean: milliseconds(histogram.mean),
      p50: milliseconds(histogram.percentile(50)),
      p90: milliseconds(histogram.percentile(90)),
      p99: milliseconds(histogram.percentile(99)),
      max: milliseconds(histogram.max),
    },
    failures: { count: tally.failures, examples: tally.examples },
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
