import type { SecretIncident } from '../domain/client-secret-store.ts';
import type { MailTemplate, SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { mailMembers } from '../domain/mail-members.ts';

export interface TellTeamDependencies {
  readonly storage: Pick<Storage, 'listTeam' | 'findAccount'>;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

/** What every mail about a secret tells. */
export function aboutSecret(
  { client, clientName, secret }: SecretIncident,
  issuer: string,
): {
  readonly app: string;
  readonly secret: string;
  readonly isSandbox: boolean;
  readonly appPage: string;
} {
  return {
    app: clientName,
    secret: secret.name === '' ? secret.hint : `${secret.name} (${secret.hint})`,
    isSandbox: secret.environment === 'sandbox',
    appPage: `${issuer}/developer/${client}#credentials`,
  };
}

/** Mails to every member of the client's team who has an address and whose account is active. */
export async function tellTeamOfSecret(
  { client }: SecretIncident,
  template: MailTemplate,
  { storage, sendMail }: TellTeamDependencies,
): Promise<void> {
  await mailMembers(await storage.listTeam(client), template, { storage, sendMail });
}
