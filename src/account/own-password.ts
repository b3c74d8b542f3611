import type { Account, AccountId } from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { attemptAt } from './attempt-limits.ts';
import { networkOf } from './network.ts';
import { passwordChangedMail } from './password-mail.ts';
import { passwordProblem, type PasswordProblem } from './password-rules.ts';
import { hashPassword, verifyPassword } from './password.ts';

export interface ConfirmPasswordDependencies {
  readonly storage: Pick<
    Storage,
    'findAccountWithPassword' | 'countAttempt' | 'forgiveAttempts' | 'takeBackAttempt'
  >;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
}

export type PasswordConfirmation =
  | { readonly type: 'confirmed' }
  | { readonly type: 'wrong-password' }
  | { readonly type: 'throttled'; readonly retryAt: Instant };

/**
 * Whether the signed-in person knows their password: asked again before something that a borrowed browser
 * must not do. Attempts are counted, so that a stolen session cannot guess.
 */
export async function confirmOwnPassword(
  attempt: {
    readonly accountId: AccountId;
    readonly password: string;
    readonly address: string;
  },
  { storage, now, hashSecret }: ConfirmPasswordDependencies,
): Promise<PasswordConfirmation> {
  const target = { type: 'account', id: attempt.accountId } as const;
  const counted = attemptAt('own-password', { target, address: attempt.address }, hashSecret);
  const permission = await storage.countAttempt({
    subjects: [counted.target, counted.network],
    at: now,
  });
  if (permission.type === 'throttled') return permission;

  const found = await storage.findAccountWithPassword(attempt.accountId);
  const { matches } = await verifyPassword(attempt.password, found?.passwordHash ?? null);
  if (!matches) return { type: 'wrong-password' };
  await Promise.all([
    storage.forgiveAttempts([counted.target.key]),
    storage.takeBackAttempt([counted.network.key]),
  ]);
  return { type: 'confirmed' };
}

export interface ChangePasswordDependencies extends ConfirmPasswordDependencies {
  readonly storage: ConfirmPasswordDependencies['storage'] &
    Pick<Storage, 'changePassword' | 'notify'>;
  readonly random: Random;
  readonly sendMail: SendMail;
  readonly institution: {
    /** Origin of our own pages, without a trailing slash. */
    readonly issuer: string;
  };
}

export type PasswordChange =
  | { readonly type: 'changed' }
  | { readonly type: 'unacceptable-password'; readonly problem: PasswordProblem }
  | Exclude<PasswordConfirmation, { readonly type: 'confirmed' }>;

/** Changes the password of the signed-in person. Every other browser of theirs is signed out, and they get a mail. */
export async function changeOwnPassword(
  change: {
    readonly account: Account;
    readonly currentPassword: string;
    readonly newPassword: string;
    readonly address: string;
    /** Of the page it is done on. */
    readonly language: Language;
    /** Number of the session that goes on. */
    readonly keepSession: number;
  },
  deps: ChangePasswordDependencies,
): Promise<PasswordChange> {
  const { account, currentPassword, newPassword, address, keepSession } = change;
  const problem = passwordProblem(newPassword, account);
  if (problem !== undefined) return { type: 'unacceptable-password', problem };

  const accountId = account.id;
  const confirmation = await confirmOwnPassword(
    { accountId, password: currentPassword, address },
    deps,
  );
  if (confirmation.type !== 'confirmed') return confirmation;

  const passwordHash = await hashPassword(newPassword, deps.random);
  await deps.storage.changePassword({ accountId, passwordHash, keepSession });
  const network = networkOf(address);
  await deps.storage.notify(accountId, { type: 'password-changed', network }, deps.now);
  const mail = passwordChangedMail(account, deps.institution.issuer, change);
  if (mail !== undefined) deps.sendMail(mail);
  return { type: 'changed' };
}
