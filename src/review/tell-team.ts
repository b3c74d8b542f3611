import { displayName } from '../domain/account.ts';
import type { ClientDossier, ReviewDecision } from '../domain/client.ts';
import { mailAddress } from '../domain/mail-address.ts';
import type { SendMail } from '../domain/mailer.ts';
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
  const { client, team } = decided.dossier;
  const accounts = await Promise.all(
    team.map(async ({ accountId }) => storage.findAccount(accountId)),
  );
  for (const account of accounts) {
    const to = account?.isActive === true ? mailAddress(account.profile) : undefined;
    if (account === undefined || to === undefined) continue;
    const paragraphs = [
      `Hello ${displayName(account)},`,
      explanation(decided),
      decided.message === '' ? '' : `The reviewer wrote:\n\n${quoted(decided.message)}`,
      `${nextStep(decided.type)}\n${issuer}/developer/${client.number}`,
    ];
    sendMail({
      to,
      subject: subject(decided),
      text: `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`,
    });
  }
}

function subject({ dossier: { client }, type }: Decided): string {
  switch (type) {
    case 'approved':
      return client.status === 'suspended'
        ? `${client.name} is approved again`
        : `${client.name} is approved`;
    case 'rejected':
      return `${client.name} is not approved`;
    case 'suspended':
      return `${client.name} is suspended`;
  }
}

function explanation({ dossier: { client }, type }: Decided): string {
  switch (type) {
    case 'approved':
      return `A maintainer approved ${client.name} with the data points it asks for. People can sign in to it now.`;
    case 'rejected':
      return client.approvedClaims.length === 0
        ? `A maintainer did not approve ${client.name}. People cannot sign in to it.`
        : `A maintainer did not approve the changed data points of ${client.name}. ` +
            'Nobody new can sign in to it; access given before goes on with what was approved then.';
    case 'suspended':
      return `A maintainer suspended ${client.name}. Nobody can sign in to it, and its tokens are refused.`;
  }
}

function nextStep(type: ReviewDecision['type']): string {
  switch (type) {
    case 'approved':
      return 'Your app:';
    case 'rejected':
      return 'Change what the reviewer asks for, then send your app to review again:';
    case 'suspended':
      return 'Talk to the maintainers to have the suspension lifted. Your app:';
  }
}

/** Set apart, so that no sentence of a reviewer passes for one of ours. */
function quoted(message: string): string {
  return message
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
