import type { Account, AccountId } from '../domain/account.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import { mailAddress } from '../domain/mail-address.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { attemptAt } from './attempt-limits.ts';
import { networkOf } from './network.ts';
import { passwordChangedMail, passwordResetMail } from './password-mail.ts';
import { passwordProblem, type PasswordProblem } from './password-rules.ts';
import { hashPassword } from './password.ts';
import { isSecret, newSecret } from './session.ts';
import type { PhoneSettings } from './sign-in-identifier.ts';
import { whoIsMeant } from './who-is-meant.ts';

interface OwnPages {
  /** Their origin without a trailing slash. */
  readonly issuer: string;
}

interface IssueLinkDependencies {
  readonly storage: Pick<Storage, 'issuePasswordReset'>;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly institution: OwnPages;
}

export interface PasswordLink {
  readonly url: string;
  readonly expiresAt: Instant;
}

/**
 * Makes the single-use link with which a person chooses a password. Earlier links of the account stop working.
 * On the command line, a maintainer makes one for somebody who gets no mail, and hands it over.
 * @param link.lifetime in seconds
 */
export async function issuePasswordLink(
  link: { readonly accountId: AccountId; readonly lifetime: number },
  { storage, now, random, hashSecret, institution }: IssueLinkDependencies,
): Promise<PasswordLink> {
  const secret = newSecret(random);
  const expiresAt = addSeconds(now, link.lifetime);
  await storage.issuePasswordReset({
    accountId: link.accountId,
    hash: hashSecret(secret),
    issuedAt: now,
    expiresAt,
  });
  return { url: `${institution.issuer}/auth/reset-password?token=${secret}`, expiresAt };
}

export interface RequestResetDependencies extends IssueLinkDependencies {
  readonly storage: IssueLinkDependencies['storage'] &
    Pick<Storage, 'findAccountBySignInIdentifier' | 'countAttempt'>;
  readonly sendMail: SendMail;
  readonly institution: OwnPages & PhoneSettings;
  readonly lifetimes: {
    /** seconds */
    readonly passwordReset: number;
  };
}

export type ResetRequestOutcome =
  | {
      readonly type: 'accepted';
      /**
       * Settles once the link is mailed, or it is clear that there is nobody to mail it to. Answer the browser
       * without awaiting it, else the time the answer takes tells whether the account exists.
       */
      readonly delivery: Promise<void>;
    }
  | { readonly type: 'throttled'; readonly retryAt: Instant };

export interface ResetRequest {
  readonly identifier: string;
  readonly address: string;
  /** Of the page it was asked for on. */
  readonly language: Language;
}

/**
 * Mails a link to choose a new password, to an address known to be the person's: a verified e-mail address or
 * the institute's. The answer is the same whether or not the account exists.
 */
export async function requestPasswordReset(
  request: ResetRequest,
  deps: RequestResetDependencies,
): Promise<ResetRequestOutcome> {
  const { found, target } = await whoIsMeant(request.identifier, deps);
  const { address } = request;
  const counted = attemptAt('password-reset', { target, address }, deps.hashSecret);
  const permission = await deps.storage.countAttempt({
    subjects: [counted.target, counted.network],
    at: deps.now,
  });
  if (permission.type === 'throttled') return permission;
  return { type: 'accepted', delivery: deliver(found?.account, request, deps) };
}

async function deliver(
  account: Account | undefined,
  request: ResetRequest,
  deps: RequestResetDependencies,
): Promise<void> {
  if (account?.isActive !== true) return;
  // A link nobody gets must not replace one that was handed over.
  if (mailAddress(account.profile) === undefined) return;
  const lifetime = deps.lifetimes.passwordReset;
  const { url } = await issuePasswordLink({ accountId: account.id, lifetime }, deps);
  const mail = passwordResetMail(account, { link: url, validSeconds: lifetime }, request);
  if (mail !== undefined) deps.sendMail(mail);
}

interface FindResetDependencies {
  readonly storage: Pick<Storage, 'findPasswordReset'>;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
}

/** Whose password the link would change; undefined when it is used, expired, replaced or made up. */
export async function findPasswordReset(
  secret: string,
  { storage, now, hashSecret }: FindResetDependencies,
): Promise<Account | undefined> {
  if (!isSecret(secret)) return undefined;
  return storage.findPasswordReset(hashSecret(secret), now);
}

export interface ResetPasswordDependencies extends FindResetDependencies {
  readonly storage: FindResetDependencies['storage'] &
    Pick<Storage, 'redeemPasswordReset' | 'forgiveAttempts' | 'notify'>;
  readonly random: Random;
  readonly sendMail: SendMail;
  readonly institution: OwnPages;
}

export type PasswordResetOutcome =
  | { readonly type: 'reset' }
  | { readonly type: 'invalid-link' }
  /** The link still works. */
  | { readonly type: 'unacceptable-password'; readonly problem: PasswordProblem };

/** Uses the link up: sets the password, ends every session of the account, and tells the person by mail. */
export async function resetPassword(
  reset: {
    readonly secret: string;
    readonly password: string;
    readonly address: string;
    /** Of the page it was done on. */
    readonly language: Language;
  },
  deps: ResetPasswordDependencies,
): Promise<PasswordResetOutcome> {
  const { storage, now, hashSecret, institution } = deps;
  const account = await findPasswordReset(reset.secret, deps);
  if (account === undefined) return { type: 'invalid-link' };
  const problem = passwordProblem(reset.password, account);
  if (problem !== undefined) return { type: 'unacceptable-password', problem };

  const passwordHash = await hashPassword(reset.password, deps.random);
  const hash = hashSecret(reset.secret);
  const redemption = await storage.redeemPasswordReset({ hash, passwordHash, at: now });
  if (redemption.type === 'invalid') return { type: 'invalid-link' };

  const { address } = reset;
  const target = { type: 'account', id: account.id } as const;
  // Whoever forgot the password and tried in vain may sign in now.
  await storage.forgiveAttempts([attemptAt('sign-in', { target, address }, hashSecret).target.key]);
  const network = networkOf(address);
  await storage.notify(account.id, { type: 'password-changed', network }, now);
  const mail = passwordChangedMail(account, institution.issuer, reset);
  if (mail !== undefined) deps.sendMail(mail);
  return { type: 'reset' };
}
