import type { Account } from '../domain/account.ts';
import type { ClaimCode } from '../domain/claim.ts';
import type { Client } from '../domain/client.ts';
import type { Language } from '../domain/language.ts';
import type { InstitutionSettings } from '../domain/settings.ts';
import type { Storage } from '../domain/storage.ts';
import { mail, type TellingDependencies } from './tell-person.ts';

/** A person's answer on the consent screen that lets an app in. */
export interface Agreement {
  readonly account: Account;
  readonly client: Pick<Client, 'number' | 'name'>;
  readonly granted: readonly ClaimCode[];
  readonly declined: readonly ClaimCode[];
  /** Of the page it was given on. */
  readonly language: Language;
  /** Names data points for the mail, in that language. */
  readonly labelsOf: (claims: readonly ClaimCode[]) => readonly string[];
}

export interface AgreementDependencies extends TellingDependencies {
  readonly storage: TellingDependencies['storage'] & Pick<Storage, 'recordConsent'>;
  readonly policy: InstitutionSettings['notifications'];
}

/**
 * Remembers the answer, and tells the person when an app gets access for the first time, after they had ended it, or
 * to more than before. An app they use every day is no news.
 */
export async function agreeToApp(
  { account, client, granted, declined, language, labelsOf }: Agreement,
  deps: AgreementDependencies,
): Promise<void> {
  const { storage, now, institution } = deps;
  const answered = { accountId: account.id, clientNumber: client.number, granted, declined };
  const before = await storage.recordConsent({ ...answered, at: now });
  const had = before === undefined || before.endedAt !== null ? undefined : before.granted;
  const claims = granted.filter((code) => had?.includes(code) !== true);
  if (had !== undefined && claims.length === 0) return;

  const widened = had !== undefined;
  const type = widened ? 'access-widened' : 'app-allowed';
  const app = client.name;
  await storage.notify(account.id, { type, clientNumber: client.number, app, claims }, now);
  if (!deps.policy.mailOnNewAccess) return;
  const { appAccessMail } = await storage.findNotificationChoice(account.id);
  if (!appAccessMail) return;
  mail(
    account,
    {
      type: 'app-access',
      app,
      widened,
      data: labelsOf(claims).join(', '),
      accountPage: `${institution.issuer}/account`,
    },
    { language, ...deps },
  );
}
