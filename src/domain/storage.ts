import type { AccountStore } from './account.ts';
import type { AuthorizationStore } from './authorization.ts';
import type { ClientStore } from './client.ts';
import type { MediaStore } from './media.ts';
import type { AttemptStore, PasswordResetStore, SessionStore } from './session.ts';

/** Facts about the installation itself. */
export interface InstallationStore {
  /** Whether the database holds nobody and nothing yet. */
  isEmpty(): Promise<boolean>;
  /** Whether the demo campus was ever seeded here. */
  holdsDemoData(): Promise<boolean>;
  markDemoData(): Promise<void>;
}

/** Everything that is kept. A method is one atomic unit; there is no open transaction on the port. */
export interface Storage
  extends
    AccountStore,
    AttemptStore,
    AuthorizationStore,
    ClientStore,
    InstallationStore,
    MediaStore,
    PasswordResetStore,
    SessionStore {
  /** Flushes what is pending and closes. */
  close(): Promise<void>;
}
