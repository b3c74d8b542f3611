import type { AppActivityStore } from '../../domain/app-activity.ts';
import type { AuthorizationStore } from '../../domain/authorization.ts';
import type { ClientActivityStore } from '../../domain/client-activity.ts';
import type { ClientSecretStore } from '../../domain/client-secret-store.ts';
import type { ClientStore } from '../../domain/client.ts';
import type { AttemptStore, SessionStore } from '../../domain/session.ts';
import type { Storage } from '../../domain/storage.ts';
import { accountImportStore } from './account-import-store.ts';
import { accountStore } from './account-store.ts';
import { appActivityStore } from './app-activity-store.ts';
import { auditStore } from './audit-store.ts';
import { clientInvitationStore } from './client-invitation-store.ts';
import { clientOwnershipStore } from './client-ownership-store.ts';
import { clientRegistrationStore } from './client-registration-store.ts';
import { clientReviewStore } from './client-review-store.ts';
import { clientRevisionStore } from './client-revision-store.ts';
import { clientSecretStore } from './client-secret-store.ts';
import { clientTeamStore } from './client-team-store.ts';
import { connectedClientStore } from './connected-client-store.ts';
import { consentStore } from './consent-store.ts';
import { authorizationSweepStore } from './authorization-sweep-store.ts';
import { expiryStore } from './expiry-store.ts';
import { installationStore } from './installation-store.ts';
import { knownBrowserStore } from './known-browser-store.ts';
import { mediaStore } from './media-store.ts';
import { notificationStore } from './notification-store.ts';
import { passwordResetStore } from './password-reset-store.ts';
import { peopleImportStore } from './people-import-store.ts';
import { peopleStore } from './people-store.ts';
import type { RelationalDatabase } from './relational-database.ts';
import { settingsStore } from './settings-store.ts';
import { syntheticPersonStore } from './synthetic-person-store.ts';

/** What every request needs, which each engine does by hand, and what notes first and stores within a second. */
type HotStores = AttemptStore &
  ClientActivityStore &
  SessionStore &
  Pick<AppActivityStore, 'noteAllowed' | 'noteDataRead'> &
  Pick<ClientSecretStore, 'noteSecretUsed'> &
  Pick<ClientStore, 'findClientByClientId'> &
  Omit<AuthorizationStore, 'listConnectedClients' | 'disconnectClient' | 'sweepAuthorizations'>;

/** All the rest, written once for any engine. */
export function relationalStores(
  database: RelationalDatabase,
): Omit<Storage, keyof HotStores | 'close'> {
  return {
    ...accountStore(database),
    ...accountImportStore(database),
    ...passwordResetStore(database),
    ...clientSecretStore(database),
    ...clientRegistrationStore(database),
    ...clientTeamStore(database),
    ...clientOwnershipStore(database),
    ...clientInvitationStore(database),
    ...clientReviewStore(database),
    ...clientRevisionStore(database),
    ...connectedClientStore(database),
    ...appActivityStore(database),
    ...consentStore(database),
    ...notificationStore(database),
    ...knownBrowserStore(database),
    ...syntheticPersonStore(database),
    ...mediaStore(database),
    ...installationStore(database),
    ...settingsStore(database),
    ...auditStore(database),
    ...peopleStore(database),
    ...peopleImportStore(database),
    ...expiryStore(database),
    ...authorizationSweepStore(database),
  };
}
