import type { AccountId } from '../domain/account.ts';
import type {
  Client,
  ClientDossier,
  ClientNumber,
  ClientStatus,
  ReviewDecision,
} from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { tellTeam } from './tell-team.ts';

export type DecisionType = ReviewDecision['type'];

/** In characters. */
const LONGEST_MESSAGE = 4000;

/** What can be decided about a client of each status. */
const POSSIBLE_DECISIONS: Readonly<Record<ClientStatus, readonly DecisionType[]>> = {
  'in-review': ['approved', 'rejected', 'suspended'],
  approved: ['suspended'],
  rejected: ['approved', 'suspended'],
  suspended: ['approved'],
};

/** A decision as a reviewer sends it. */
export interface Verdict {
  readonly number: ClientNumber;
  readonly reviewer: AccountId;
  /** One of `DecisionType`; anything else is none. */
  readonly type: string;
  readonly message: string;
  /** What the reviewer had on the screen. */
  readonly seen: { readonly revision: number; readonly status: string };
}

export interface ReviewDependencies {
  readonly storage: Pick<Storage, 'findClientForReview' | 'recordReviewDecision' | 'findAccount'>;
  readonly now: Instant;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export type VerdictProblem =
  /** No decision was chosen, or one that this status does not allow. */
  | 'decision-missing'
  /** Rejecting and suspending need a reason that helps the developer. */
  | 'message-missing'
  | 'message-too-long'
  /** The reviewer is in the team. */
  | 'own-client';

export type VerdictOutcome =
  | { readonly type: 'recorded'; readonly decision: DecisionType; readonly name: string }
  | { readonly type: 'invalid'; readonly problem: VerdictProblem }
  /** What the reviewer saw is no longer what is asked, or somebody else decided. */
  | { readonly type: 'changed-meanwhile' }
  | { readonly type: 'not-found' };

/** What this reviewer may decide now; nothing about a client of their own team. */
export function possibleDecisions(
  dossier: ClientDossier,
  reviewer: AccountId,
): readonly DecisionType[] {
  return isOwnClient(dossier, reviewer) ? [] : POSSIBLE_DECISIONS[dossier.client.status];
}

/** Whether the reviewer is in the client's team. */
export function isOwnClient({ team }: ClientDossier, reviewer: AccountId): boolean {
  return team.some(({ accountId }) => accountId === reviewer);
}

/** Records a maintainer's decision and mails it to the team. */
export async function decideOnClient(
  verdict: Verdict,
  { storage, now, sendMail, issuer }: ReviewDependencies,
): Promise<VerdictOutcome> {
  const dossier = await storage.findClientForReview(verdict.number);
  if (dossier === undefined) return { type: 'not-found' };
  const { client } = dossier;
  if (isOwnClient(dossier, verdict.reviewer)) return { type: 'invalid', problem: 'own-client' };
  if (client.revision !== verdict.seen.revision || client.status !== verdict.seen.status) {
    return { type: 'changed-meanwhile' };
  }
  const message = visibleMessage(verdict.message);
  const type = POSSIBLE_DECISIONS[client.status].find((possible) => possible === verdict.type);
  if (type === undefined) return { type: 'invalid', problem: 'decision-missing' };
  const problem = messageProblem(type, message);
  if (problem !== undefined) return { type: 'invalid', problem };

  const outcome = await storage.recordReviewDecision({
    number: verdict.number,
    reviewer: verdict.reviewer,
    at: now,
    type,
    message,
    expectedRevision: client.revision,
    expectedStatus: client.status,
    status: type,
    approvedClaims: approvedClaimsAfter(type, client),
  });
  if (outcome !== 'recorded') return { type: outcome };
  await tellTeam({ dossier, type, message }, { storage, sendMail, issuer });
  return { type: 'recorded', decision: type, name: client.name };
}

function approvedClaimsAfter(type: DecisionType, client: Client): Client['approvedClaims'] {
  return type === 'approved' ? client.requestedClaims : client.approvedClaims;
}

function messageProblem(type: DecisionType, message: string): VerdictProblem | undefined {
  if (message.length > LONGEST_MESSAGE) return 'message-too-long';
  return message === '' && type !== 'approved' ? 'message-missing' : undefined;
}

/** The message as it is kept: `\n` for line breaks, trimmed, no control characters. */
function visibleMessage(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .trim();
}
