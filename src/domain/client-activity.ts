import type { ClientNumber } from './client.ts';
import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';
import type { FailureReason } from './failure-reason.ts';

/** Where an app, or a person for it, came. */
export type AttemptedEndpoint = 'authorize' | 'token' | 'revoke' | 'user-data';

/** What is counted per app and day. */
export type UsageKind =
  | 'consent-shown'
  | 'consent-allowed'
  | 'consent-denied'
  | 'tokens-issued'
  | 'tokens-refreshed'
  | 'data-read'
  | 'error';

/** One request of an app, as its team may see it. */
export interface ClientAttempt {
  readonly at: Instant;
  readonly endpoint: AttemptedEndpoint;
  /** null: it did what it was for. */
  readonly reason: FailureReason | null;
  /** What was sent: names, and of values only those that give nothing away. Never a secret, a code or a token. */
  readonly parameters: readonly SentParameter[];
  /** Where it came from: `203.0.113.0/24`. */
  readonly network: string;
  /** Of the answer's `X-Request-Id` header. */
  readonly requestId: string;
}

export interface SentParameter {
  readonly name: string;
  /** null: left out here, because it is secret or nobody knows what it is. */
  readonly value: string | null;
}

/** Something that an app did. */
export interface ClientActivityNote {
  readonly clientNumber: ClientNumber;
  readonly environment: Environment;
  /** Of the institution, as `YYYY-MM-DD`. */
  readonly day: string;
  /** What to count; null: nothing. */
  readonly kind: UsageKind | null;
  /** What to show; null: counted only. */
  readonly attempt: ClientAttempt | null;
}

interface ClientUsage {
  /** As `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: UsageKind;
  readonly count: number;
}

/** What apps do and why it fails, for those who make them. Nothing is decided by it. */
export interface ClientActivityStore {
  /**
   * Returns at once; coalesced and stored within a second, and on close. What crashes within that second is lost, and
   * so are attempts beyond what fits into memory; of an app that is no more, everything.
   */
  noteClientActivity(note: ClientActivityNote): void;

  /** Newest first: the last 100, those of this process to the moment. */
  listClientAttempts(query: {
    readonly clientNumber: ClientNumber;
    readonly environment: Environment;
    readonly failuresOnly: boolean;
  }): Promise<readonly ClientAttempt[]>;

  /** By day and kind; what did not happen is left out. */
  listClientUsage(query: {
    readonly clientNumber: ClientNumber;
    readonly environment: Environment;
    /** The first day, as `YYYY-MM-DD`. */
    readonly from: string;
  }): Promise<readonly ClientUsage[]>;

  /** How many people's data the app can read in live at this moment. */
  countPeopleWithAccess(clientNumber: ClientNumber, at: Instant): Promise<number>;
}
