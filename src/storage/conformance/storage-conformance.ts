import { afterEach, beforeEach, describe } from 'vitest';
import type { Storage } from '../../domain/storage.ts';
import { accountConformance } from './account.ts';
import { attemptConformance } from './attempt.ts';
import { authorizationCodeConformance } from './authorization-code.ts';
import { bearerAccessConformance } from './bearer-access.ts';
import { clientReviewConformance } from './client-review.ts';
import { clientTeamConformance } from './client-team.ts';
import { clientConformance } from './client.ts';
import { connectedClientConformance } from './connected-client.ts';
import { durabilityConformance } from './durability.ts';
import { importConformance } from './import.ts';
import { installationConformance } from './installation.ts';
import { mediaConformance } from './media.ts';
import { passwordConformance } from './password.ts';
import { pruningConformance } from './pruning.ts';
import { refreshTokenConformance } from './refresh-token.ts';
import { revocationConformance } from './revocation.ts';
import { sessionConformance } from './session.ts';

/** An empty storage that a test may do anything to. */
export interface StorageUnderTest {
  readonly storage: Storage;
  /** Opens what was stored again, once it was closed. */
  reopen(): Promise<Storage>;
  /** Closes it, should it be open, and removes all traces. */
  remove(): Promise<void>;
}

/** The storage of the running test. */
export type Given = () => StorageUnderTest;

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
      clientTeamConformance,
      clientReviewConformance,
      authorizationCodeConformance,
      refreshTokenConformance,
      bearerAccessConformance,
      revocationConformance,
      connectedClientConformance,
      mediaConformance,
      installationConformance,
      pruningConformance,
      durabilityConformance,
    ]) {
      conformance(given);
    }
  });
}
