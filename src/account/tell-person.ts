import type { Account } from '../domain/account.ts';
import type { Client } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Language } from '../domain/language.ts';
import { messageTo, type MailTemplate, type SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { networkOf } from './network.ts';

export interface TellingDependencies {
  readonly storage: Pick<Storage, 'notify' | 'findNotificationChoice'>;
  readonly now: Instant;
  readonly sendMail: SendMail;
  readonly institution: {
    /** Origin of our own pages, without a trailing slash. */
    readonly issuer: string;
  };
}

interface SecurityEvent {
  readonly account: Account;
  /** Of whoever did it. */
  readonly address: string;
  readonly userAgent: string;
  /** What a person recognises the browser by, in `language`. */
  readonly device: string;
  /** Of the page it was done on. */
  readonly language: Language;
}

/** Tells of a sign-in with a browser that was not seen in that network before; by mail too, unless they want none. */
export async function tellOfNewSignIn(
  { account, address, userAgent, device, language }: SecurityEvent,
  deps: TellingDependencies,
): Promise<void> {
  const network = networkOf(address);
  await deps.storage.notify(account.id, { type: 'new-sign-in', network, userAgent }, deps.now);
  const { newSignInMail } = await deps.storage.findNotificationChoice(account.id);
  if (!newSignInMail) return;
  const { issuer } = deps.institution;
  mail(
    account,
    {
      type: 'new-sign-in',
      network,
      device,
      accountPage: `${issuer}/account`,
      forgotPasswordPage: `${issuer}/auth/forgot-password`,
    },
    { language, ...deps },
  );
}

/** Tells that all that is kept about a person was downloaded; by mail, whatever they chose. */
export async function tellOfExport(
  { account, address, device, language }: SecurityEvent,
  deps: TellingDependencies,
): Promise<void> {
  const network = networkOf(address);
  await deps.storage.notify(account.id, { type: 'data-exported', network }, deps.now);
  const { issuer } = deps.institution;
  mail(
    account,
    {
      type: 'data-exported',
      network,
      device,
      accountPage: `${issuer}/account`,
      forgotPasswordPage: `${issuer}/auth/forgot-password`,
    },
    { language, ...deps },
  );
}

/**
 * Tells everybody with access to an app that it was stopped. On their page only: a mail to half a campus is for the
 * institution to write.
 */
export async function tellOfSuspension(
  client: Pick<Client, 'number' | 'name'>,
  deps: { readonly storage: Pick<Storage, 'notifyPeopleOfApp'>; readonly now: Instant },
): Promise<void> {
  const about = { clientNumber: client.number, app: client.name };
  await deps.storage.notifyPeopleOfApp(
    client.number,
    { type: 'app-suspended', ...about },
    deps.now,
  );
}

/** To an address known to be theirs, if there is one. */
export function mail(
  account: Account,
  template: MailTemplate,
  { language, sendMail }: { readonly language: Language; readonly sendMail: SendMail },
): void {
  const message = messageTo(account, template, language);
  if (message !== undefined) sendMail(message);
}
