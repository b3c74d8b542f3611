import type { AccountId } from './account.ts';
import { messageTo, type MailTemplate, type SendMail } from './mailer.ts';
import type { Storage } from './storage.ts';

export interface MailMembersDependencies {
  readonly storage: Pick<Storage, 'findAccount'>;
  readonly sendMail: SendMail;
}

/** Mails everybody of these who has an address and whose account is active. */
export async function mailMembers(
  members: readonly { readonly accountId: AccountId }[],
  template: MailTemplate,
  { storage, sendMail }: MailMembersDependencies,
): Promise<void> {
  const accounts = await Promise.all(
    members.map(async ({ accountId }) => storage.findAccount(accountId)),
  );
  for (const account of accounts) {
    if (account?.isActive !== true) continue;
    const message = messageTo(account, template);
    if (message !== undefined) sendMail(message);
  }
}
