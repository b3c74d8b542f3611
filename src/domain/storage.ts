import type { AccountStore } from './account.ts';
import type { AppActivityStore } from './app-activity.ts';
import type { AuditStore } from './audit-event.ts';
import type { AuthorizationStore } from './authorization.ts';
import type { ClientActivityStore } from './client-activity.ts';
import type { InvitationStore } from './client-invitation.ts';
import type { ClientRevisionStore } from './client-revision-store.ts';
import type { ClientSecretStore } from './client-secret-store.ts';
import type { ClientTeamStore } from './client-team-store.ts';
import type { ClientStore } from './client.ts';
import type { Instant } from './clock.ts';
import type { ConsentStore } from './consent.ts';
import type { MediaStore } from './media.ts';
import type { NotificationStore } from './notification.ts';
import type { PeopleImportStore } from './people-import.ts';
import type { PeopleStore } from './people.ts';
import type { AttemptStore, PasswordResetStore, SessionStore } from './session.ts';
import type { SettingsStore } from './settings.ts';
import type { SyntheticPersonStore } from './synthetic-person.ts';

/** Facts about the installation itself. */
export interface InstallationStore {
  /** Whether the database holds nobody yet. Synthetic people and their pictures do not count. */
  isEmpty(): Promise<boolean>;
  /** Whether the demo campus was ever seeded here. */
  holdsDemoData(): Promise<boolean>;
  markDemoData(): Promise<void>;
}

/**
 * The database cannot serve now: it is not reached, too slow, overloaded, full or read-only. Any method may reject
 * with it, in bounded time, and the same may work a moment later. Whether a write took place is not known.
 */
export class StorageUnavailableError extends Error {
  override readonly name = 'StorageUnavailableError';
}

/** Everything that is kept. A method is one atomic unit; there is no open transaction on the port. */
export interface Storage
  extends
    AccountStore,
    AppActivityStore,
    AttemptStore,
    AuditStore,
    AuthorizationStore,
    ClientActivityStore,
    ClientRevisionStore,
    ClientSecretStore,
    ClientStore,
    ClientTeamStore,
    ConsentStore,
    InstallationStore,
    InvitationStore,
    MediaStore,
    NotificationStore,
    PasswordResetStore,
    PeopleImportStore,
    PeopleStore,
    SessionStore,
    SettingsStore,
    SyntheticPersonStore {
  /**
   * Removes what no answer depends on any more, a bounded amount per call, and answers how much it was:
   * - sessions, reset links and attempts that are over;
   * - access tokens a day after they expired (until then the answer is "expired");
   * - redeemed codes a day after they expired (until then a replay is recognised);
   * - authorizations a day after they were revoked, or after their code expired unused, with all that descends from them;
   * - what is left of a deleted client;
   * - how much apps did, notifications and known browsers after a year; what they did after a year and a month at most;
   * - single requests of apps after a month, and invitations a month after they expired;
   * - the last import of people a month after its process was last seen.
   */
  pruneExpired(at: Instant): Promise<number>;
  /** Stores what is pending, and closes. Anything asked for afterwards is rejected. */
  close(): Promise<void>;
}
