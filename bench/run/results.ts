import type { WorkloadName } from '../contenders/contender.ts';
import type { Failures, Latency } from '../load/load-result.ts';
import type { Machine } from '../machine/machine.ts';
import type { Plan } from './plan.ts';

/** Everything one run found; the report is made from this alone. */
export interface Results {
  /** ISO 8601 */
  readonly startedAt: string;
  readonly minutes: number;
  readonly commit: string;
  readonly machine: Machine;
  readonly plan: Plan;
  readonly generator: GeneratorCheck | null;
  readonly contenders: readonly ContenderResult[];
  readonly storeAlone: StoreAlone | null;
  readonly growth: readonly GrowthResult[];
}

/** Whether the load was the bottleneck: measured against the fastest server there is. */
export interface GeneratorCheck {
  readonly perSecond: number;
  /** Share of its core. */
  readonly generatorBusy: number;
  /** Share of its core. */
  readonly serverBusy: number;
  /** What wrk, written in C, got out of the same server; null: not installed. */
  readonly byWrk: number | null;
  /** The same at the end of the run: whether the machine stayed the same. */
  readonly perSecondAtTheEnd: number;
}

export interface ContenderResult {
  readonly name: string;
  readonly title: string;
  readonly storage: string;
  readonly notes: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly outcome:
    | { readonly type: 'measured' }
    | { readonly type: 'skipped'; readonly reason: string }
    | { readonly type: 'failed'; readonly reason: string };
  readonly workloads: Readonly<Partial<Record<WorkloadName, WorkloadResult>>>;
  readonly fixedLoads: readonly FixedLoadResult[];
  readonly memory: MemoryResult | null;
  /** Milliseconds from the start of the process to its first answer, each. */
  readonly coldStarts: readonly number[];
}

export interface WorkloadResult {
  /** Journeys a second, of the middle window. */
  readonly perSecond: number;
  /** Of all windows, in order. */
  readonly windows: readonly number[];
  readonly requestsPerJourney: number;
  readonly latency: Latency;
  readonly failures: Failures;
  /** Journeys for each second of processor time of the product itself, without its database. */
  readonly perCoreSecond: number;
  /** Share of the core that the product, and what runs beside it, used. */
  readonly serverBusy: number;
  readonly companionsBusy: number;
  readonly generatorBusy: number;
  readonly note: string;
  /** How passwords are hashed, for sign-ins. */
  readonly hash: string;
}

export interface FixedLoadResult {
  readonly workload: WorkloadName;
  readonly rate: number;
  readonly latency: Latency;
  readonly failures: Failures;
}

export interface MemoryResult {
  /** Bytes, after the start and without requests. */
  readonly atRest: number;
  /** Bytes, after all workloads and the hour's pairs. */
  readonly afterHour: number;
  /** How many of the hour's pairs it made in time. */
  readonly pairs: number;
}

/** Our storage called in-process, without HTTP: operations a second. */
export interface StoreAlone {
  readonly userData: number;
  readonly refresh: number;
  readonly codeFlow: number;
}

export interface GrowthResult {
  readonly name: string;
  readonly title: string;
  readonly steps: readonly {
    /** Access and refresh tokens stored. */
    readonly tokens: number;
    /** Of the database on disk; 0 where it is not ours to see. */
    readonly bytes: number;
    readonly userData: number;
    readonly refresh: number;
    readonly codeFlow: number;
  }[];
}
