import { displayName, type Account } from './account.ts';
import type { ClientRole } from './client-role.ts';
import type { Language } from './language.ts';
import { mailAddress } from './mail-address.ts';

/** What a mail tells, without the words: `src/mail` has those, in every language. */
export type MailTemplate =
  | {
      readonly type: 'password-reset';
      /** Secret: opening it is all it takes. */
      readonly link: string;
      readonly validSeconds: number;
      /** Where it was asked for. */
      readonly network: string;
    }
  | {
      readonly type: 'password-changed';
      /** Where it was changed. */
      readonly network: string;
      readonly forgotPasswordPage: string;
      readonly accountPage: string;
    }
  /** An app got access to the person's data. */
  | {
      readonly type: 'app-access';
      readonly app: string;
      /** It had access before, to less. */
      readonly widened: boolean;
      /** The data points it can read now and could not before; `''`: none but the username. */
      readonly data: string;
      readonly accountPage: string;
    }
  | (SecurityEvent & { readonly type: 'new-sign-in' })
  | (SecurityEvent & { readonly type: 'data-exported' })
  | {
      readonly type: 'team-member-added';
      readonly app: string;
      /** Name of who did it; null: not known any more. */
      readonly by: string | null;
      readonly role: ClientRole;
      readonly appPage: string;
    }
  | {
      readonly type: 'team-role-changed';
      readonly app: string;
      readonly by: string | null;
      readonly role: ClientRole;
      readonly appPage: string;
    }
  | {
      readonly type: 'team-invitation';
      readonly app: string;
      readonly by: string | null;
      readonly role: ClientRole;
      /** Secret: whoever opens it and signs in may join. */
      readonly link: string;
      readonly validSeconds: number;
    }
  /** All owners of an app leave soon. */
  | {
      readonly type: 'team-owners-leave';
      readonly app: string;
      /** `YYYY-MM-DD`: the last day of the last of them. */
      readonly date: string;
      /** Who becomes owner then; `''`: nobody was named. */
      readonly successor: string;
      readonly appPage: string;
    }
  | {
      readonly type: 'team-ownerless';
      readonly app: string;
      /** Who may take it over; `''`: nobody of its team. */
      readonly nextInLine: string;
      readonly appPage: string;
    }
  /** Somebody owns an app again. */
  | {
      readonly type: 'team-owner-succeeded';
      readonly app: string;
      readonly owner: string;
      readonly appPage: string;
    }
  | { readonly type: 'team-member-removed'; readonly app: string; readonly by: string | null }
  /** Removed by themselves. */
  | { readonly type: 'team-left'; readonly app: string }
  | (Decision & {
      readonly type: 'app-approved';
      /** After a suspension. */
      readonly again: boolean;
    })
  | (Decision & {
      readonly type: 'app-rejected';
      /** Something was approved before, and stays in force. */
      readonly isChange: boolean;
    })
  | (Decision & { readonly type: 'app-suspended' })
  | (Decision & {
      readonly type: 'app-changes-requested';
      /** Something was approved before, and stays in force. */
      readonly isChange: boolean;
    })
  /** Written on either side of the review desk. */
  | (Decision & {
      readonly type: 'app-message';
      /** Name of who wrote it; null: not known any more. */
      readonly by: string | null;
    })
  /** Is it still in use, and does it still need its data? */
  | { readonly type: 'app-attestation'; readonly app: string; readonly appPage: string }
  | (AboutSecret & {
      readonly type: 'client-secret-leaked';
      /** A web address as reported; `''`: not said. */
      readonly foundAt: string;
      /** Or the institution only warns. */
      readonly isRevoked: boolean;
    })
  | (AboutSecret & {
      readonly type: 'client-secret-expires';
      /** `YYYY-MM-DD` where the institution is. */
      readonly date: string;
    })
  /** To a maintainer who chooses the words of a mail: the words, with facts that are made up. */
  | { readonly type: 'words-tried-out'; readonly subject: string; readonly text: string };

/** Something that only the person should have done. */
interface SecurityEvent {
  /** Where it was done. */
  readonly network: string;
  /** With what: `Firefox on Linux`. */
  readonly device: string;
  readonly accountPage: string;
  readonly forgotPasswordPage: string;
}

interface AboutSecret {
  readonly app: string;
  /** What the developer calls it, and how it is recognised; never the secret. */
  readonly secret: string;
  readonly isSandbox: boolean;
  readonly appPage: string;
}

interface Decision {
  readonly app: string;
  /** What the reviewer wrote, in lines; may be empty. */
  readonly message: string;
  readonly appPage: string;
}

/** One mail to one person. */
export interface Message {
  readonly to: string;
  /** The person's, to greet them by. */
  readonly name: string;
  /** null: the institution's. */
  readonly language: Language | null;
  readonly template: MailTemplate;
}

/**
 * Hands a message to the institution's mail. Returns at once, never throws: delivery is retried in the
 * background and a failure is logged without the message's text, which may hold a secret link.
 */
export type SendMail = (message: Message) => void;

/**
 * A message in the language that the person chose.
 * @param readsNow the language of the page they are on, for whoever chose none
 * @returns undefined when there is no address known to be theirs
 */
export function messageTo(
  account: Account,
  template: MailTemplate,
  readsNow: Language | null = null,
): Message | undefined {
  const to = mailAddress(account.profile);
  if (to === undefined) return undefined;
  return { to, name: displayName(account), language: account.language ?? readsNow, template };
}
