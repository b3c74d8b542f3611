import type { AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { ClientStanding, RevisionState } from './client-lifecycle.ts';
import type { Instant } from './clock.ts';

/** A data point that an app asks for, with what its team says about it; people read that on the consent screen. */
export interface RequestedClaim {
  readonly code: ClaimCode;
  /** Or people may leave it out and use the app without it. */
  readonly required: boolean;
  /** What the app needs it for, in one line; `''`: not said. */
  readonly reason: string;
}

/** A data point asked for without another word, as apps did before there were any: required, no reason. */
export function plainClaim(code: ClaimCode): RequestedClaim {
  return { code, required: true, reason: '' };
}

/** What a reviewer decided about one data point. */
export interface ClaimDecision {
  readonly code: ClaimCode;
  readonly approved: boolean;
  /** Why not; `''` where it is approved. */
  readonly reason: string;
}

/** One question of the checklist as it was put to the reviewer, and whether it was ticked. */
export interface ChecklistAnswer {
  readonly question: string;
  readonly yes: boolean;
}

/** Where two maintainers must agree, what the first of them would approve. */
export interface FirstVote {
  readonly reviewer: AccountId;
  /** As it is today. */
  readonly reviewerName: string;
  readonly at: Instant;
  readonly message: string;
  readonly decisions: readonly ClaimDecision[];
  readonly checklist: readonly ChecklistAnswer[];
}

/** One version of what a client asks for. What it says never changes, only what becomes of it. */
export interface ClientRevision {
  readonly number: number;
  readonly state: RevisionState;
  readonly claims: readonly RequestedClaim[];
  readonly createdAt: Instant;
  /** When it came into its state. */
  readonly since: Instant;
  /** null: not needed, or nobody voted. */
  readonly firstVote: FirstVote | null;
  /** Empty before it was decided. */
  readonly decisions: readonly ClaimDecision[];
  readonly checklist: readonly ChecklistAnswer[];
}

/** On which side of the review desk somebody writes. */
export type ConversationSide = 'team' | 'reviewer';

/** What a team and the reviewers write to each other about an app; kept with it. */
export interface ClientMessage {
  readonly at: Instant;
  readonly author: AccountId;
  /** As it is today. */
  readonly authorName: string;
  readonly side: ConversationSide;
  readonly text: string;
}

/** What a step was decided on; it is stored only if the client still stands there. */
export type ExpectedStanding = Pick<ClientStanding, 'status' | 'revision' | 'revisionState'>;
