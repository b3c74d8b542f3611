import type { Scale } from '../campus.ts';
import type { Address } from '../load/connection.ts';
import type { Journeys } from '../load/journey.ts';
import type { Command } from '../machine/server-process.ts';

/** A product, set up the way its users run it, or the way it is fastest. */
export interface Contender {
  /** For the command line and file names. */
  readonly name: string;
  readonly title: string;
  /** Where it keeps what must not be lost. */
  readonly storage: string;
  /** What a reader must know to judge its figures. */
  readonly notes: readonly string[];
  /**
   * Fills a campus below the directory.
   * @throws NotAvailableError when it cannot be run here
   */
  prepare(place: Place): Promise<Site>;
}

export interface Place {
  /** Empty, and deleted afterwards. */
  readonly directory: string;
  readonly scale: Scale;
}

/** A campus, ready to be served. */
export interface Site {
  readonly address: Address;
  readonly server: Command;
  /** A request whose answer, whichever it is, shows that the server serves. */
  readonly probe: string;
  /** Program and version. */
  readonly versions: Readonly<Record<string, string>>;
  /** First processes of what runs beside the server, such as its database. */
  readonly companions: readonly number[];
  /** Called once the server answers. */
  readonly workloads: () => Workloads | Promise<Workloads>;
  /** Whether a restart finds everything again; else it is timed without a campus. */
  readonly durable: boolean;
  close(): Promise<void>;
}

export interface Workload {
  readonly journeys: Journeys;
  /** Requests of one journey. */
  readonly requests: number;
  readonly note?: string;
  /** Before the first journey, and after the last: what only this workload needs. */
  readonly begin?: () => Promise<void>;
  readonly end?: () => Promise<void>;
  /** Instead of as many as everyone has, where a product gives wrong answers with more. */
  readonly connections?: number;
}

/** What is asked of every server; absent where a product does not do it. */
export interface Workloads {
  /** The person's data by bearer token, over all tokens. */
  readonly userData?: Workload;
  /** A refresh token for a new pair, over all tokens. */
  readonly refresh?: Workload;
  /** From the app's link to the token pair, by a signed-in person who is asked for consent. */
  readonly codeFlow?: Workload;
  /** The same when nobody is asked, because of an earlier consent or for lack of a consent screen. */
  readonly codeFlowUnasked?: Workload;
  /** With the right password. */
  readonly signIn?: Workload & { readonly hash: string };
}

export type WorkloadName = keyof Workloads;

/** The contender cannot be run on this machine; says what is missing. */
export class NotAvailableError extends Error {
  /** @param reason what is missing, and how to get it */
  constructor(reason: string) {
    super(reason);
    this.name = 'NotAvailableError';
  }
}
