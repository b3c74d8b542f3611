import type { Account } from '../domain/account.ts';
import type { Language } from '../domain/language.ts';
import { messageTo, type Message } from '../domain/mailer.ts';
import { networkOf } from './network.ts';

interface Occasion {
  /** Of whoever did it. */
  readonly address: string;
  /** Of the page it was done on. */
  readonly language: Language;
}

/** The mail with a single-use link; undefined when there is no address known to be the person's. */
export function passwordResetMail(
  account: Account,
  { link, validSeconds }: { readonly link: string; readonly validSeconds: number },
  { address, language }: Occasion,
): Message | undefined {
  const network = networkOf(address);
  return messageTo(account, { type: 'password-reset', link, validSeconds, network }, language);
}

/**
 * Tells that the password is another one now; undefined when there is no address known to be the person's.
 * @param issuer origin of our own pages
 */
export function passwordChangedMail(
  account: Account,
  issuer: string,
  { address, language }: Occasion,
): Message | undefined {
  return messageTo(
    account,
    {
      type: 'password-changed',
      network: networkOf(address),
      forgotPasswordPage: `${issuer}/auth/forgot-password`,
      accountPage: `${issuer}/account`,
    },
    language,
  );
}
