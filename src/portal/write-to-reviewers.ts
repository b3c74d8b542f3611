import type { AccountId } from '../domain/account.ts';
import { mayDo } from '../domain/client-role.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import { messageTo, type SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { visibleParagraphs } from '../domain/visible-text.ts';

/** Of a message, in characters. */
const LONGEST_MESSAGE = 4000;

type MessageProblem = 'missing' | 'too-long';

export type MessageOutcome =
  | { readonly type: 'sent' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: MessageProblem };

export interface WriteDependencies {
  readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'addClientMessage' | 'findAccount'>;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

/**
 * Adds to the conversation about an app, and mails it to the maintainers who took part in its review. Where none did
 * yet, nobody is mailed: the review desk shows that a team waits for an answer.
 */
export async function writeToReviewers(
  action: TeamAction,
  typed: string,
  { storage, sendMail, issuer }: WriteDependencies,
): Promise<MessageOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  const own = dossier?.team.find(({ accountId }) => accountId === action.actor);
  if (dossier === undefined || own === undefined || !mayDo(own.role, 'review')) {
    return { type: 'not-found' };
  }
  const text = visibleParagraphs(typed);
  if (text === '') return { type: 'invalid', problem: 'missing' };
  if (text.length > LONGEST_MESSAGE) return { type: 'invalid', problem: 'too-long' };
  const { number, actor: author, at } = action;
  if (!(await storage.addClientMessage(number, { at, author, side: 'team', text }))) {
    return { type: 'not-found' };
  }
  const from = own.name;
  for (const id of reviewersOf(dossier)) {
    const account = await storage.findAccount(id);
    if (account?.isActive !== true) continue;
    const appPage = `${issuer}/review/${number}#conversation`;
    const app = dossier.client.name;
    const mail = messageTo(account, { type: 'app-message', app, by: from, message: text, appPage });
    if (mail !== undefined) sendMail(mail);
  }
  return { type: 'sent' };
}

const REVIEW_EVENTS: ReadonlySet<string> = new Set([
  'approval-proposed',
  'approved',
  'changes-requested',
  'rejected',
  'suspended',
  'reinstated',
]);

/** Who wrote from the review desk, voted or decided; nobody of the team. */
function reviewersOf({ team, history, conversation }: ClientDossier): ReadonlySet<AccountId> {
  const wrote = conversation.filter(({ side }) => side === 'reviewer').map(({ author }) => author);
  const decided = history.filter(({ type }) => REVIEW_EVENTS.has(type));
  const all = [...wrote, ...decided.flatMap(({ actor }) => actor ?? [])];
  return new Set(all.filter((id) => !team.some(({ accountId }) => accountId === id)));
}
