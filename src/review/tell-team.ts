import type { ClientDossier, ReviewDecision } from '../domain/client.ts';
import { mailMembers, type MailMembersDependencies } from '../domain/mail-members.ts';
import type { MailTemplate } from '../domain/mailer.ts';

interface Decided {
  /** As it was when it was decided. */
  readonly dossier: ClientDossier;
  readonly type: ReviewDecision['type'];
  readonly message: string;
}

export interface TellDependencies extends MailMembersDependencies {
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

/** Mails a decision to the team. */
export async function tellTeam(decided: Decided, deps: TellDependencies): Promise<void> {
  await mailMembers(decided.dossier.team, templateFor(decided, deps.issuer), deps);
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
