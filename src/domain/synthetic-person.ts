import type { AccountIn, Profile } from './account.ts';
import type { Instant } from './clock.ts';

/**
 * Somebody who does not exist, for apps under construction. Nobody signs in as them, nobody finds them, and no
 * client reaches them but with sandbox credentials.
 */
export type SyntheticPerson = AccountIn<'sandbox'>;

export interface SyntheticPersonStore {
  /** All of them, in the order in which they were first stored. */
  listSyntheticPeople(): Promise<readonly SyntheticPerson[]>;
  /** Stores or updates them by username, atomically; writes nothing that is so already. */
  storeSyntheticPeople(
    people: readonly { readonly username: string; readonly profile: Profile }[],
    at: Instant,
  ): Promise<void>;
}
