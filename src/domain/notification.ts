import type { AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { InvitationId } from './client-invitation.ts';
import type { ClientNumber } from './client.ts';
import type { Instant } from './clock.ts';

interface AboutApp {
  readonly clientNumber: ClientNumber;
  /** As it was called then. */
  readonly app: string;
}

/** What a person is told about their account. */
export type NotificationContent =
  /** An app got access that had none. */
  | (AboutApp & { readonly type: 'app-allowed'; readonly claims: readonly ClaimCode[] })
  /** An app with access got more of it. */
  | (AboutApp & { readonly type: 'access-widened'; readonly claims: readonly ClaimCode[] })
  /** A maintainer stopped an app with access. */
  | (AboutApp & { readonly type: 'app-suspended' })
  /** Somebody wants them in the team of an app. */
  | (AboutApp & {
      readonly type: 'team-invitation';
      readonly invitationId: InvitationId;
      readonly by: string;
    })
  | { readonly type: 'password-changed'; readonly network: string }
  /** With a browser that was not seen in that network before. */
  | { readonly type: 'new-sign-in'; readonly network: string; readonly userAgent: string }
  | { readonly type: 'data-exported'; readonly network: string };

export interface Notification {
  readonly id: number;
  readonly at: Instant;
  /** null: not yet. */
  readonly readAt: Instant | null;
  readonly content: NotificationContent;
}

/** Which mails a person wants beside those that protect the account whatever they want. */
export interface NotificationChoice {
  readonly appAccessMail: boolean;
  readonly newSignInMail: boolean;
}

/** For whoever chose nothing. */
export const DEFAULT_NOTIFICATION_CHOICE: NotificationChoice = {
  appAccessMail: true,
  newSignInMail: true,
};

/** A browser somebody signs in with, as coarse as it takes to know it again. */
export interface KnownBrowser {
  readonly network: string;
  /** How it names itself, without versions. */
  readonly device: string;
}

/** Kept for a year. */
export interface NotificationStore {
  notify(accountId: AccountId, content: NotificationContent, at: Instant): Promise<void>;
  /** Tells everybody who let the app in and did not end its access, in one step. Answers how many. */
  notifyPeopleOfApp(
    clientNumber: ClientNumber,
    content: NotificationContent,
    at: Instant,
  ): Promise<number>;
  /** Newest first. */
  listNotifications(accountId: AccountId, limit: number): Promise<readonly Notification[]>;
  countUnreadNotifications(accountId: AccountId): Promise<number>;
  /** Of the person's own only. `all`: those up to this id; `one`: this one. */
  markNotificationsRead(
    accountId: AccountId,
    which: { readonly type: 'one' | 'all'; readonly id: number },
    at: Instant,
  ): Promise<void>;

  findNotificationChoice(accountId: AccountId): Promise<NotificationChoice>;
  chooseNotifications(accountId: AccountId, choice: NotificationChoice): Promise<void>;

  /** Notes that somebody signed in with it. `first`: with any at all, so that there is nothing to compare with. */
  noteBrowser(
    accountId: AccountId,
    browser: KnownBrowser,
    at: Instant,
  ): Promise<'known' | 'new' | 'first'>;
}
