import type { AccountId } from '../domain/account.ts';
import type { ClientNumber } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { isOwnClient } from './decide.ts';
import { LONGEST_MESSAGE, visibleMessage } from './message-text.ts';
import { mailMembers } from '../domain/mail-members.ts';
import type { TellDependencies } from './tell-team.ts';

type WriteProblem = 'missing' | 'too-long' | 'own-client';

export type WriteOutcome =
  | { readonly type: 'sent' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: WriteProblem };

/** Adds a reviewer's message to the conversation about an app, and mails it to the team. */
export async function writeToTeam(
  message: {
    readonly number: ClientNumber;
    readonly author: AccountId;
    readonly authorName: string;
    readonly at: Instant;
    readonly typed: string;
  },
  deps: TellDependencies & {
    readonly storage: Pick<Storage, 'findClientForReview' | 'addClientMessage'>;
  },
): Promise<WriteOutcome> {
  const { number, author, authorName, at, typed } = message;
  const dossier = await deps.storage.findClientForReview(number);
  if (dossier === undefined) return { type: 'not-found' };
  // Whoever is in the team writes from the dashboard, as one of the team.
  if (isOwnClient(dossier, author)) return { type: 'invalid', problem: 'own-client' };
  const text = visibleMessage(typed);
  if (text === '') return { type: 'invalid', problem: 'missing' };
  if (text.length > LONGEST_MESSAGE) return { type: 'invalid', problem: 'too-long' };
  if (!(await deps.storage.addClientMessage(number, { at, author, side: 'reviewer', text }))) {
    return { type: 'not-found' };
  }
  const appPage = `${deps.issuer}/developer/${number}#conversation`;
  const app = dossier.client.name;
  const mail = { type: 'app-message', app, by: authorName, message: text, appPage } as const;
  await mailMembers(dossier.team, mail, deps);
  return { type: 'sent' };
}
