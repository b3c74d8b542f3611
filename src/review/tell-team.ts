import type { ClientDossier, ReviewDecision } from '../domain/client.ts';
import { messageTo, type MailTemplate, type SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';

interface Decided {
  /** As it was when it was decided. */
  readonly dossier: ClientDossier;
  readonly type: ReviewDecision['type'];
  readonly message: string;
}

interface TellDependencies {
  readonly storage: Pick<Storage, 'findAccount'>;
  readonly sendMail: SendMail;
  readonly issuer: string;
}

/** Mails a decision to every member of the team who has an address and whose account is active. */
export async function tellTeam(
  decided: Decided,
  { storage, sendMail, issuer }: TellDependencies,
): Promise<void> {
  const template = templateFor(decided, issuer);
  const accounts = await Promise.all(
    decided.dossier.team.map(async ({ accountId }) => storage.findAccount(accountId)),
  );
  for (const account of accounts) {
    if (account?.isActive !== true) continue;
    const message = messageTo(account, template);
    if (message !== undefined) sendMail(message);
  }
}

function templateFor(
  { dossier: { client }, type, message }: Decided,
  issuer: string,
): MailTemplate {
  const told = { app: client.name, message, appPage: `${issuer}/developer/${client.number}` };
  switch (type) {
    case 'approved':
      return { type: 'app-approved', again: client.status === 'suspended', ...told };
    case 'rejected':
      return { type: 'app-rejected', isChange: client.approvedClaims.length > 0, ...told };
    case 'suspended':
      return { type: 'app-suspended', ...told };
  }
}
