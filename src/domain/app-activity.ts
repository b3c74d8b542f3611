import type { AccountId } from './account.ts';
import type { AuthorizationId } from './authorization.ts';
import type { ClaimCode } from './claim.ts';
import type { ClientNumber } from './client.ts';
import type { Instant } from './clock.ts';

/** `allowed`: the person let the app in, with or without being asked again; `read`: the app read data. */
export type AppActivityKind = 'allowed' | 'read';

/** What one app did under one authorization within an hour, the same data points each time. Kept for a year. */
export interface AppActivity {
  /** In order of beginning. */
  readonly id: number;
  readonly kind: AppActivityKind;
  readonly client: {
    readonly number: ClientNumber;
    /** As it is today; of a deleted app, as it last was. */
    readonly name: string;
  };
  readonly claims: readonly ClaimCode[];
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}

/** What apps did with people's data. The sandbox has none: nobody's data is read there. */
export interface AppActivityStore {
  /**
   * Notes that these claims were served: for `/account`, and the timeline. Returns at once; coalesced and stored
   * within a second, or within half a minute when the same was stored that recently and this only counts further,
   * and on close. What crashes meanwhile is lost.
   */
  noteDataRead(authorizationId: AuthorizationId, at: Instant, claims: readonly ClaimCode[]): void;
  /** The same for an authorization that was given. */
  noteAllowed(authorizationId: AuthorizationId, at: Instant, claims: readonly ClaimCode[]): void;

  /** Newest first, also of authorizations and apps that are no more. */
  listAppActivity(
    accountId: AccountId,
    page: {
      /** null: of every app. */
      readonly clientNumber: ClientNumber | null;
      /** Only older than the one with this id; null: from the newest. */
      readonly before: number | null;
      readonly limit: number;
    },
  ): Promise<readonly AppActivity[]>;
  /** The apps that the person's timeline tells of, by name. */
  listActiveApps(accountId: AccountId): Promise<readonly AppActivity['client'][]>;
}
