import { issuePasswordLink } from '../account/password-reset.ts';
import { displayName } from '../domain/account.ts';
import { hashSecret } from '../protocol/secret-hash.ts';
import { findPerson } from './find-person.ts';
import { clock, random, readConfig, RefusalError, withStorage } from './machine.ts';

/** `omniport people password-link USERNAME`: prints a link with which the person chooses a password. */
export async function passwordLinkCommand(username: string): Promise<void> {
  const config = readConfig();
  const { institution, lifetimes } = config;
  await withStorage(config, { create: false }, async (storage) => {
    const account = await findPerson(username, storage);
    if (!account.isActive) {
      throw new RefusalError(
        `The account of ${displayName(account)} is deactivated, so no link works.`,
      );
    }
    const { url, expiresAt } = await issuePasswordLink(
      { accountId: account.id, lifetime: lifetimes.passwordReset },
      { storage, now: clock(), random, hashSecret, institution },
    );
    await storage.appendAuditEvent({
      at: clock(),
      actor: null,
      action: 'account.password-link-issued',
      subject: { type: 'account', id: String(account.id), label: displayName(account) },
      details: { delivery: 'shown' },
    });
    const until = new Intl.DateTimeFormat('en-GB', {
      timeZone: institution.timeZone,
      dateStyle: 'long',
      timeStyle: 'long',
    });
    console.error(
      `Whoever opens this link chooses the password of ${displayName(account)}, once, ` +
        `until ${until.format(expiresAt)}:`,
    );
    console.log(url);
  });
}
