import type { AccountId } from '../domain/account.ts';
import {
  afterClientEvent,
  afterRevisionEvent,
  type ClientStanding,
} from '../domain/client-lifecycle.ts';
import type {
  ChecklistAnswer,
  ClaimDecision,
  ClientRevision,
  FirstVote,
} from '../domain/client-revision.ts';
import type { ClientDossier, ClientNumber, ReviewDecision } from '../domain/client.ts';
import type { Instant } from '../domain/clock.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { LONGEST_MESSAGE, visibleMessage } from './message-text.ts';
import { tellTeam } from './tell-team.ts';

const DECISION_TYPES = [
  'approved',
  'changes-requested',
  'rejected',
  'suspended',
  'reinstated',
] as const satisfies readonly ReviewDecision['type'][];
export type DecisionType = (typeof DECISION_TYPES)[number];

/** A decision as a reviewer sends it. */
export interface Verdict {
  readonly number: ClientNumber;
  readonly reviewer: AccountId;
  /** One of `DecisionType`; anything else is none. */
  readonly type: string;
  readonly message: string;
  /** What the reviewer had on the screen. */
  readonly seen: {
    readonly revision: number;
    readonly status: string;
    readonly revisionState: string;
  };
  /** Data points that are not approved with the rest, each with why not. */
  readonly declined: readonly { readonly code: string; readonly reason: string }[];
  readonly checklist: readonly ChecklistAnswer[];
}

export interface ReviewDependencies {
  readonly storage: Pick<
    Storage,
    'findClientForReview' | 'recordReviewDecision' | 'recordFirstVote' | 'findAccount'
  >;
  readonly now: Instant;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
  /** An approval needs two maintainers. */
  readonly fourEyes: boolean;
}

type VerdictProblem =
  /** No decision was chosen, or one that is not possible now. */
  | 'decision-missing'
  /** Whoever is not approved needs a reason that helps the developer. */
  | 'message-missing'
  | 'message-too-long'
  /** A data point is declined without a word. */
  | 'reason-missing'
  /** Every data point is declined: that is a rejection. */
  | 'nothing-approved'
  /** Two must agree, and the first of them was this one. */
  | 'voted-already'
  /** The reviewer is in the team. */
  | 'own-client';

export type VerdictOutcome =
  | { readonly type: 'recorded'; readonly decision: DecisionType; readonly name: string }
  /** The first of two approvals; the second decides. */
  | { readonly type: 'vote-recorded'; readonly name: string }
  | { readonly type: 'invalid'; readonly problem: VerdictProblem }
  /** What the reviewer saw is no longer what is asked, or somebody else decided. */
  | { readonly type: 'changed-meanwhile' }
  | { readonly type: 'not-found' };

/** What this reviewer may decide now; nothing about a client of their own team. */
export function possibleDecisions(
  dossier: Pick<ClientDossier, 'client' | 'team'>,
  reviewer: AccountId,
): readonly DecisionType[] {
  if (isOwnClient(dossier, reviewer)) return [];
  return DECISION_TYPES.filter((type) => standingAfter(dossier.client, type) !== undefined);
}

/** Whether the reviewer is in the client's team. */
export function isOwnClient({ team }: Pick<ClientDossier, 'team'>, reviewer: AccountId): boolean {
  return team.some(({ accountId }) => accountId === reviewer);
}

/** Records a maintainer's decision and mails it to the team; or, where two must agree, the first's vote. */
export async function decideOnClient(
  verdict: Verdict,
  deps: ReviewDependencies,
): Promise<VerdictOutcome> {
  const dossier = await deps.storage.findClientForReview(verdict.number);
  if (dossier === undefined) return { type: 'not-found' };
  const { client } = dossier;
  if (isOwnClient(dossier, verdict.reviewer)) return { type: 'invalid', problem: 'own-client' };
  if (!isAsSeen(client, verdict.seen)) return { type: 'changed-meanwhile' };
  const type = possibleDecisions(dossier, verdict.reviewer).find((one) => one === verdict.type);
  const after = type === undefined ? undefined : standingAfter(client, type);
  if (type === undefined || after === undefined) {
    return { type: 'invalid', problem: 'decision-missing' };
  }
  const message = visibleMessage(verdict.message);
  const revision = dossier.revisions.find(({ number }) => number === client.revision);
  const decisions = type === 'approved' ? decisionsAbout(revision, verdict.declined) : [];
  const problem = messageProblem(type, message) ?? decisionsProblem(decisions);
  if (problem !== undefined) return { type: 'invalid', problem };
  const decided = { dossier, type, message, after, decisions, checklist: verdict.checklist };
  return record(decided, verdict.reviewer, deps);
}

interface Decided {
  readonly dossier: ClientDossier;
  readonly type: DecisionType;
  readonly message: string;
  readonly after: ClientStanding;
  readonly decisions: readonly ClaimDecision[];
  readonly checklist: readonly ChecklistAnswer[];
}

async function record(
  decided: Decided,
  reviewer: AccountId,
  deps: ReviewDependencies,
): Promise<VerdictOutcome> {
  const { dossier, type, message, after, checklist } = decided;
  const { client } = dossier;
  const vote = dossier.revisions.find(({ number }) => number === client.revision)?.firstVote;
  const step = { number: client.number, reviewer, at: deps.now, expected: client };
  const needsTwo = deps.fourEyes && type === 'approved';
  if (needsTwo && vote === null) {
    const { decisions } = decided;
    const voted = { ...step, message, decisions, checklist };
    const outcome = await deps.storage.recordFirstVote(voted);
    return outcome === 'recorded'
      ? { type: 'vote-recorded', name: client.name }
      : { type: outcome };
  }
  if (needsTwo && vote?.reviewer === reviewer) return { type: 'invalid', problem: 'voted-already' };
  const confirmed = needsTwo ? (vote ?? null) : null;
  const decisions = agreed(decided.decisions, confirmed);
  if (decisionsProblem(decisions) !== undefined) {
    return { type: 'invalid', problem: 'nothing-approved' };
  }
  const outcome = await deps.storage.recordReviewDecision({
    ...step,
    type,
    message,
    after,
    decisions,
    checklist,
    confirms: confirmed?.reviewer ?? null,
  });
  if (outcome !== 'recorded') return { type: outcome };
  await tellTeam({ dossier, type, message }, deps);
  return { type: 'recorded', decision: type, name: client.name };
}

/** Where a decision leads; undefined: it cannot be made from here. */
export function standingAfter(
  client: ClientStanding,
  type: DecisionType,
): ClientStanding | undefined {
  switch (type) {
    case 'approved':
      return afterRevisionEvent(client, 'approve');
    case 'changes-requested':
      return afterRevisionEvent(client, 'request-changes');
    case 'rejected':
      return afterRevisionEvent(client, 'reject');
    case 'suspended':
      return afterClientEvent(client, 'suspend');
    case 'reinstated':
      return afterClientEvent(client, 'reinstate');
  }
}

function isAsSeen(client: ClientStanding, seen: Verdict['seen']): boolean {
  return (
    client.revision === seen.revision &&
    client.status === seen.status &&
    client.revisionState === seen.revisionState
  );
}

function decisionsAbout(
  revision: ClientRevision | undefined,
  declined: Verdict['declined'],
): readonly ClaimDecision[] {
  return (revision?.claims ?? []).map(({ code }) => {
    const no = declined.find((one) => one.code === code);
    return no === undefined
      ? { code, approved: true, reason: '' }
      : { code, approved: false, reason: visibleMessage(no.reason) };
  });
}

/** Where two decide, a data point is approved that both would approve. */
function agreed(
  decisions: readonly ClaimDecision[],
  first: FirstVote | null,
): readonly ClaimDecision[] {
  if (first === null) return decisions;
  return decisions.map((decision) => {
    const other = first.decisions.find(({ code }) => code === decision.code);
    return decision.approved && other?.approved === false ? other : decision;
  });
}

function decisionsProblem(decisions: readonly ClaimDecision[]): VerdictProblem | undefined {
  if (decisions.length > 0 && decisions.every(({ approved }) => !approved)) {
    return 'nothing-approved';
  }
  if (decisions.some(({ approved, reason }) => !approved && reason === '')) return 'reason-missing';
  return decisions.some(({ reason }) => reason.length > LONGEST_MESSAGE)
    ? 'message-too-long'
    : undefined;
}

function messageProblem(type: DecisionType, message: string): VerdictProblem | undefined {
  if (message.length > LONGEST_MESSAGE) return 'message-too-long';
  const isKind = type === 'approved' || type === 'reinstated';
  return message === '' && !isKind ? 'message-missing' : undefined;
}
