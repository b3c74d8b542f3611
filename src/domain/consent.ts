import type { AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { ClientNumber } from './client.ts';
import type { Instant } from './clock.ts';

/** What a person last answered one app: one for each person and app, however often they sign in to it. */
export interface Consent {
  readonly granted: readonly ClaimCode[];
  /** Was on the screen, could be left out, and was. */
  readonly declined: readonly ClaimCode[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** When the person ended the app's access; null: they did not. */
  readonly endedAt: Instant | null;
}

export interface ConsentNow extends Consent {
  /** Whether an authorization given with it still yields data. */
  readonly isLive: boolean;
}

interface ConsentAnswered {
  readonly accountId: AccountId;
  readonly clientNumber: ClientNumber;
  readonly granted: readonly ClaimCode[];
  readonly declined: readonly ClaimCode[];
  readonly at: Instant;
}

/** Live only: nobody consents in the sandbox. */
export interface ConsentStore {
  findConsent(
    accountId: AccountId,
    clientNumber: ClientNumber,
    at: Instant,
  ): Promise<ConsentNow | undefined>;
  /** Stores an answer instead of the one before, which it answers; atomic. */
  recordConsent(answered: ConsentAnswered): Promise<ConsentNow | undefined>;
  /** How many others let the app in and did not end it, counted up to `most`. */
  countOthersWithConsent(
    clientNumber: ClientNumber,
    others: { readonly than: AccountId; readonly most: number },
  ): Promise<number>;
  /** All that a person ever answered apps that there are, latest first. */
  listConsents(accountId: AccountId): Promise<
    readonly (Consent & {
      readonly client: { readonly number: ClientNumber; readonly name: string };
    })[]
  >;
}
