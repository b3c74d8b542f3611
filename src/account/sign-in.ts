import type { Account, AccountWithPassword } from '../domain/account.ts';
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
    | 'findAccountWithPassword'
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

  const entered = await enter(attempt, found, deps);
  if (entered === undefined) return { type: 'wrong-credentials' };
  const { account, sessionSecret } = entered;
  const [seen] = await Promise.all([
    storage.noteBrowser(account.id, knownBrowser(attempt), deps.now),
    storage.forgiveAttempts([counted.target.key]),
    storage.takeBackAttempt([counted.network.key]),
  ]);
  return { type: 'signed-in', sessionSecret, account, isNewBrowser: seen === 'new' };
}

/**
 * Starts a session of whoever is meant, if it is their password: undefined if not. A password that fits and is replaced
 * before the session starts is looked at once more, as another sign-in may only have stored a better hash of it.
 */
async function enter(
  attempt: Browser & { readonly password: string },
  found: AccountWithPassword | undefined,
  deps: SignInDependencies,
): Promise<{ readonly account: Account; readonly sessionSecret: string } | undefined> {
  let meant = found;
  for (const isLastLook of [false, true]) {
    const verified = await verify(attempt.password, meant, deps);
    if (verified === undefined) return undefined;
    const sessionSecret = await startSession(verified, attempt, deps);
    const { account } = verified;
    if (sessionSecret !== undefined) return { account, sessionSecret };
    if (!isLastLook) meant = await deps.storage.findAccountWithPassword(account.id);
  }
  return undefined;
}

/** The account with the password as it is stored from now on; undefined when it is not theirs. */
async function verify(
  password: string,
  found: AccountWithPassword | undefined,
  { storage, random }: SignInDependencies,
): Promise<AccountWithPassword | undefined> {
  const passwordHash = found?.account.isActive === true ? found.passwordHash : null;
  const { matches, needsRehash } = await verifyPassword(password, passwordHash);
  if (!matches || found === undefined || passwordHash === null) return undefined;
  if (!needsRehash) return found;
  const replacement = await hashPassword(password, random);
  await storage.rehashPassword(found.account.id, passwordHash, replacement);
  return { ...found, passwordHash: replacement };
}

/** Without versions, which change every few weeks. */
function knownBrowser({ address, userAgent }: Browser): KnownBrowser {
  const device = userAgent.replaceAll(/[\d._]+|\p{Cc}/gu, '').slice(0, LONGEST_DEVICE);
  return { network: networkOf(address), device };
}
