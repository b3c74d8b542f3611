import { displayName, type Account } from '../domain/account.ts';
import { mailAddress } from '../domain/mail-address.ts';
import type { Message } from '../domain/mailer.ts';
import { networkOf } from './network.ts';

/** What mails call the institution, and where their links lead. */
export interface MailSettings {
  readonly name: string;
  /** Origin without a trailing slash. */
  readonly issuer: string;
}

interface Occasion {
  /** Of whoever did it. */
  readonly address: string;
  readonly institution: MailSettings;
}

/** The mail with a single-use link; undefined when there is no address known to be the person's. */
export function passwordResetMail(
  account: Account,
  link: string,
  { address, institution, lifetime }: Occasion & { readonly lifetime: number },
): Message | undefined {
  return messageTo(account, {
    subject: `Choose a new password for ${institution.name}`,
    paragraphs: [
      `Somebody, hopefully you, asked for a new password for your ${institution.name} account. ` +
        `To choose one, open this link:`,
      link,
      `It works once, within ${duration(lifetime)}. Please do not forward this mail: the link is all it takes.`,
      `It was not you? Then there is nothing to do: your password stays as it is, and without this mail the link ` +
        `cannot be used. The request came from the network ${networkOf(address)}.`,
    ],
  });
}

/** Tells that the password is another one now; undefined when there is no address known to be the person's. */
export function passwordChangedMail(
  account: Account,
  { address, institution }: Occasion,
): Message | undefined {
  return messageTo(account, {
    subject: `Your password for ${institution.name} was changed`,
    paragraphs: [
      `The password of your ${institution.name} account was changed just now, from the network ` +
        `${networkOf(address)}. Browsers that were signed in before have been signed out.`,
      `It was you? Then there is nothing to do.`,
      `It was not you? Choose a new password at once, and look at the apps that have access to your data:`,
      `${institution.issuer}/auth/forgot-password`,
      `${institution.issuer}/account`,
    ],
  });
}

function messageTo(
  account: Account,
  { subject, paragraphs }: { readonly subject: string; readonly paragraphs: readonly string[] },
): Message | undefined {
  const to = mailAddress(account.profile);
  if (to === undefined) return undefined;
  const text = [`Hello ${displayName(account)},`, ...paragraphs].join('\n\n');
  return { to, subject, text: `${text}\n` };
}

/** `30 minutes`, `1 hour`, `3 days`: in the largest unit that fits exactly. */
export function duration(seconds: number): string {
  const units = [
    [86_400, 'day'],
    [3600, 'hour'],
    [60, 'minute'],
  ] as const;
  const [length, name] = units.find(([unit]) => seconds % unit === 0) ?? [1, 'second'];
  const count = seconds / length;
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
