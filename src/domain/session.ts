import type { Account, AccountId, PasswordHash } from './account.ts';
import type { Instant } from './clock.ts';
import type { SecretHash } from './secret-hash.ts';

/** A signed-in browser. */
export interface Session {
  /** Public number, for the list on `/account`; never the cookie's value. */
  readonly number: number;
  readonly accountId: AccountId;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** As the browser names itself, at most 300 characters. */
  readonly userAgent: string;
  readonly network: string;
}

export interface SessionStore {
  /**
   * Starts a session, if the account is still active and has the password that was verified: in one atomic unit, so
   * that none that the old password opens outlives a new one.
   */
  startSession(
    session: Omit<Session, 'number' | 'lastSeenAt'> & {
      readonly hash: SecretHash;
      /** As it was stored when it was verified; null: the account had none. */
      readonly passwordHash: PasswordHash | null;
    },
  ): Promise<'started' | 'changed-meanwhile'>;
  /** The live session and its active account; undefined when unknown, ended, expired at `at`, or the account is deactivated. Notes `lastSeenAt` at most once a minute. */
  findSession(
    hash: SecretHash,
    at: Instant,
  ): Promise<{ session: Session; account: Account } | undefined>;
  listSessions(accountId: AccountId, at: Instant): Promise<readonly Session[]>;
  /** Ends one of the account's own sessions. */
  endSession(accountId: AccountId, number: number): Promise<'ended' | 'not-found'>;
  /** Ends all of the account's sessions, but for the one to keep, if any. Answers how many. */
  endOtherSessions(accountId: AccountId, keep: number | null): Promise<number>;
}

/** The single-use link of a forgotten password. */
export interface PasswordResetStore {
  /** Stores a link; earlier unused links of the account stop working. Atomic. */
  issuePasswordReset(reset: {
    readonly accountId: AccountId;
    readonly hash: SecretHash;
    readonly issuedAt: Instant;
    readonly expiresAt: Instant;
  }): Promise<void>;
  /** Whose link it is, if it would still be accepted at `at`; of a deactivated account none is. Consumes nothing. */
  findPasswordReset(hash: SecretHash, at: Instant): Promise<Account | undefined>;
  /**
   * Consumes the link, sets the password and ends every session of the account: one atomic unit.
   * For a given link at most one call ever returns `reset`.
   */
  redeemPasswordReset(redemption: {
    readonly hash: SecretHash;
    readonly passwordHash: PasswordHash;
    readonly at: Instant;
  }): Promise<{ type: 'reset'; accountId: AccountId } | { type: 'invalid' }>;
}

/** Counts attempts so that guessing is slow, per subject (an account, a network, …). */
export interface AttemptStore {
  /**
   * Counts an attempt against every subject, atomically and before the secret is looked at, unless one of them
   * already has `limit` attempts in its window: then counts nothing and answers when to come back.
   */
  countAttempt(attempt: {
    readonly subjects: readonly AttemptSubject[];
    readonly at: Instant;
  }): Promise<{ type: 'allowed' } | { type: 'throttled'; retryAt: Instant }>;
  /** Forgets the attempts against the subjects (after a success). */
  forgiveAttempts(subjectKeys: readonly string[]): Promise<void>;
  /**
   * Takes the newest attempt against each subject back: it was no guess. So a network counts failures only,
   * and a campus behind one address does not lock itself out by signing in.
   */
  takeBackAttempt(subjectKeys: readonly string[]): Promise<void>;
}

export interface AttemptSubject {
  /** E.g. `sign-in:account:17`, `sign-in:network:203.0.113.0/24`. Holds no secret. */
  readonly key: string;
  readonly limit: number;
  readonly windowSeconds: number;
}
