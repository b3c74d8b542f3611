import type { ClientDossier, ReviewDecision, TeamMember } from '../domain/client.ts';
import { messageTo, type MailTemplate, type SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';

interface Decided {
  /** As it was when it was decided. */
  readonly dossier: ClientDossier;
  readonly type: ReviewDecision['type'];
  readonly message: string;
}

export interface TellDependencies {
  readonly storage: Pick<Storage, 'findAccount'>;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

/** Mails a decision to the team. */
export async function tellTeam(decided: Decided, deps: TellDependencies): Promise<void> {
  await mailTeam(decided.dossier.team, templateFor(decided, deps.issuer), deps);
}

/** Mails every member of a team who has an address and whose account is active. */
export async function mailTeam(
  team: readonly Pick<TeamMember, 'accountId'>[],
  template: MailTemplate,
  { storage, sendMail }: Pick<TellDependencies, 'storage' | 'sendMail'>,
): Promise<void> {
  const accounts = await Promise.all(
    team.map(async ({ accountId }) => storage.findAccount(accountId)),
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
  const isChange = client.approvedRevision !== null;
  switch (type) {
    case 'approved':
      return { type: 'app-approved', again: false, ...told };
    case 'reinstated':
      return { type: 'app-approved', again: true, ...told };
    case 'changes-requested':
      return { type: 'app-changes-requested', isChange, ...told };
    case 'rejected':
      return { type: 'app-rejected', isChange, ...told };
    case 'suspended':
      return { type: 'app-suspended', ...told };
  }
}
