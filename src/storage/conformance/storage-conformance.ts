import { afterEach, beforeEach, describe } from 'vitest';
import { accountConformance } from './account.ts';
import { appActivityConformance } from './app-activity.ts';
import { attemptConformance } from './attempt.ts';
import { auditConformance } from './audit.ts';
import { authorizationCodeConformance } from './authorization-code.ts';
import { bearerAccessConformance } from './bearer-access.ts';
import { clientAuditConformance } from './client-audit.ts';
import { clientActivityConformance } from './client-activity.ts';
import { clientInvitationConformance } from './client-invitation.ts';
import { clientOwnershipConformance } from './client-ownership.ts';
import { clientReviewConformance } from './client-review.ts';
import { clientRevisionConformance } from './client-revision.ts';
import { clientSecretConformance } from './client-secret.ts';
import { clientTeamConformance } from './client-team.ts';
import { clientConformance } from './client.ts';
import { connectedClientConformance } from './connected-client.ts';
import { consentConformance } from './consent.ts';
import { authorizationSweepConformance } from './authorization-sweep.ts';
import { durabilityConformance } from './durability.ts';
import { environmentConformance } from './environment.ts';
import { importConformance } from './import.ts';
import { installationConformance } from './installation.ts';
import { mediaConformance } from './media.ts';
import { notificationConformance } from './notification.ts';
import { passwordConformance } from './password.ts';
import { peopleConformance } from './people.ts';
import { peopleImportConformance } from './people-import.ts';
import { pruningConformance } from './pruning.ts';
import { refreshTokenConformance } from './refresh-token.ts';
import { revocationConformance } from './revocation.ts';
import { sessionConformance } from './session.ts';
import { settingsConformance } from './settings.ts';
import type { Given, StorageUnderTest } from './storage-under-test.ts';

/**
 * Proves the contracts in `src/domain` for an engine, each with real races where it speaks of atomicity.
 * @param name of the engine
 * @param makeStorage called for each test
 */
export function storageConformance(
  name: string,
  makeStorage: () => Promise<StorageUnderTest>,
): void {
  describe(`storage in ${name}`, () => {
    let made: StorageUnderTest;
    const given: Given = () => made;
    beforeEach(async () => {
      made = await makeStorage();
    });
    afterEach(async () => made.remove());

    for (const conformance of [
      accountConformance,
      importConformance,
      passwordConformance,
      sessionConformance,
      attemptConformance,
      clientConformance,
      clientSecretConformance,
      clientTeamConformance,
      clientOwnershipConformance,
      clientInvitationConformance,
      clientReviewConformance,
      clientActivityConformance,
      clientRevisionConformance,
      environmentConformance,
      authorizationCodeConformance,
      refreshTokenConformance,
      bearerAccessConformance,
      revocationConformance,
      connectedClientConformance,
      appActivityConformance,
      consentConformance,
      notificationConformance,
      mediaConformance,
      installationConformance,
      settingsConformance,
      auditConformance,
      clientAuditConformance,
      peopleConformance,
      peopleImportConformance,
      pruningConformance,
      authorizationSweepConformance,
      durabilityConformance,
    ]) {
      conformance(given);
    }
  });
}
