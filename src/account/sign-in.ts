import type { Account } from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import type { KnownBrowser } from '../domain/notification.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { attemptAt } from './attempt-limits.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { networkOf } from './network.ts';
import { startSession, type Browser } from './session.ts';
import type { PhoneSettings } from './sign-in-identifier.ts';
import { whoIsMeant } from './who-is-meant.ts';

const LONGEST_DEVICE = 200;

export interface SignInDependencies {
  readonly storage: Pick<
    Storage,
    | 'findAccountBySignInIdentifier'
    | 'countAttempt'
    | 'forgiveAttempts'
    | 'takeBackAttempt'
    | 'rehashPassword'
    | 'startSession'
    | 'findSession'
    | 'endSession'
    | 'noteBrowser'
  >;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly institution: PhoneSettings;
  readonly lifetimes: {
    /** seconds */
    readonly session: number;
  };
}

export type SignInOutcome =
  | {
      readonly type: 'signed-in';
      readonly sessionSecret: string;
      readonly account: Account;
      /** The person signed in before, but never with such a browser in this network. */
      readonly isNewBrowser: boolean;
    }
  /** Nobody, two people, no password yet, deactivated, or wrong: on purpose the same. */
  | { readonly type: 'wrong-credentials' }
  | { readonly type: 'throttled'; readonly retryAt: Instant };

/**
 * Signs a person in by any of their identifiers. The attempt is counted before the password is looked at, also
 * when nobody is meant, and every refusal costs the same work, so nothing tells whether an account exists.
 */
export async function signIn(
  attempt: Browser & { readonly identifier: string; readonly password: string },
  deps: SignInDependencies,
): Promise<SignInOutcome> {
  const { storage, hashSecret } = deps;
  const { found, target } = await whoIsMeant(attempt.identifier, deps);
  const counted = attemptAt('sign-in', { target, address: attempt.address }, hashSecret);
  const permission = await storage.countAttempt({
    subjects: [counted.target, counted.network],
    at: deps.now,
  });
  if (permission.type === 'throttled') return permission;

  const passwordHash = found?.account.isActive === true ? found.passwordHash : null;
  const { matches, needsRehash } = await verifyPassword(attempt.password, passwordHash);
  if (!matches || found === undefined || passwordHash === null) {
    return { type: 'wrong-credentials' };
  }

  const { account } = found;
  if (needsRehash) {
    const replacement = await hashPassword(attempt.password, deps.random);
    await storage.rehashPassword(account.id, passwordHash, replacement);
  }
  const [sessionSecret, seen] = await Promise.all([
    startSession(account, attempt, deps),
    storage.noteBrowser(account.id, knownBrowser(attempt), deps.now),
    storage.forgiveAttempts([counted.target.key]),
    storage.takeBackAttempt([counted.network.key]),
  ]);
  return { type: 'signed-in', sessionSecret, account, isNewBrowser: seen === 'new' };
}

/** Without versions, which change every few weeks. */
function knownBrowser({ address, userAgent }: Browser): KnownBrowser {
  const device = userAgent.replaceAll(/[\d._]+|\p{Cc}/gu, '').slice(0, LONGEST_DEVICE);
  return { network: networkOf(address), device };
}
