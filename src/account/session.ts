import type { Account, AccountWithPassword } from '../domain/account.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Session } from '../domain/session.ts';
import type { Storage } from '../domain/storage.ts';
import { networkOf } from './network.ts';

const SECRET_BYTES = 32;
const SECRET_FORMAT = /^[\w-]{43}$/u;
const LONGEST_USER_AGENT = 300;

/** A secret for a session or a link: 256 random bits as base64url, 43 characters. */
export function newSecret(random: Random): string {
  return Buffer.from(random(SECRET_BYTES)).toString('base64url');
}

/** Whether the text can be one of our secrets at all; what cannot is not looked up. */
export function isSecret(text: string): boolean {
  return SECRET_FORMAT.test(text);
}

/** The browser a session is started for. */
export interface Browser {
  readonly address: string;
  readonly userAgent: string;
  /** The session this browser has so far, if any. It ends: a session never outlives a sign-in. */
  readonly sessionSecret?: string | undefined;
}

interface StartSessionDependencies {
  readonly storage: Pick<Storage, 'startSession' | 'findSession' | 'endSession'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly lifetimes: {
    /** seconds */
    readonly session: number;
  };
}

/**
 * Starts a session with a new secret, so that one planted before the sign-in is worth nothing.
 * @param account with the password that was verified
 * @returns the secret for the cookie, which is kept nowhere here; undefined when that is not the password any more
 */
export async function startSession(
  { account, passwordHash }: AccountWithPassword,
  browser: Browser,
  deps: StartSessionDependencies,
): Promise<string | undefined> {
  const { storage, now, random, hashSecret, lifetimes } = deps;
  const sessionSecret = newSecret(random);
  const outcome = await storage.startSession({
    hash: hashSecret(sessionSecret),
    accountId: account.id,
    passwordHash,
    createdAt: now,
    expiresAt: addSeconds(now, lifetimes.session),
    userAgent: printable(browser.userAgent),
    network: networkOf(browser.address),
  });
  if (outcome === 'changed-meanwhile') return undefined;
  if (browser.sessionSecret !== undefined) await signOut(browser.sessionSecret, deps);
  return sessionSecret;
}

interface FindSessionDependencies {
  readonly storage: Pick<Storage, 'findSession'>;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
}

/** Who the browser's cookie says is signed in; undefined when nobody is (any more). */
export async function findSignedIn(
  sessionSecret: string,
  { storage, now, hashSecret }: FindSessionDependencies,
): Promise<{ readonly session: Session; readonly account: Account } | undefined> {
  if (!isSecret(sessionSecret)) return undefined;
  return storage.findSession(hashSecret(sessionSecret), now);
}

/** Ends the session of the browser, if it still has one. */
export async function signOut(
  sessionSecret: string,
  deps: FindSessionDependencies & { readonly storage: Pick<Storage, 'endSession'> },
): Promise<void> {
  const signedIn = await findSignedIn(sessionSecret, deps);
  if (signedIn === undefined) return;
  await deps.storage.endSession(signedIn.account.id, signedIn.session.number);
}

/** As the browser names itself, without what could confuse a terminal or a page. */
function printable(userAgent: string): string {
  return userAgent.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, LONGEST_USER_AGENT);
}
