import type { AccountId } from './account.ts';
import type { ClaimCode } from './claim.ts';
import type { ClientStanding, FirstState, RevisionState } from './client-lifecycle.ts';
import type { ClientNumber, TeamAction } from './client.ts';
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

export type StandingOutcome = 'changed' | 'changed-meanwhile' | 'not-found';

export interface ClientRevisionStore {
  /** What the grantable claims of a client's environment were asked for with, in the developer's order. */
  listGrantableTerms(
    number: ClientNumber,
    environment: 'live' | 'sandbox',
  ): Promise<readonly RequestedClaim[]>;

  /**
   * Stores another revision, which replaces an open one, and writes history, atomically, if the client still stands as
   * expected. `approved`: it is in force at once, since there is nothing to decide.
   */
  changeRequestedClaims(
    action: TeamAction,
    change: {
      readonly requestedClaims: readonly RequestedClaim[];
      readonly begins: FirstState;
      readonly expected: ExpectedStanding;
      readonly after: ClientStanding;
      /** What came and what went. */
      readonly message: string;
    },
  ): Promise<StandingOutcome>;

  /**
   * Moves the newest revision, with a history entry, atomically, if the client still stands as expected.
   * `withdrawn`: the client asks for what is approved again.
   */
  moveRevision(
    action: TeamAction,
    move: {
      readonly event: 'submitted' | 'taken-back' | 'withdrawn' | 'approved-by-itself';
      readonly expected: ExpectedStanding;
      readonly after: ClientStanding;
    },
  ): Promise<StandingOutcome>;

  /** Ends the client for ever: all its tokens with it. Its history stays. Atomic; false: it does not exist for them, or has ended. */
  retireClient(action: TeamAction): Promise<boolean>;

  /**
   * Stores what the first of two maintainers would approve, with a history entry, atomically, if the client still
   * stands as expected and nobody voted before: of two votes at once, one is recorded.
   */
  recordFirstVote(vote: {
    readonly number: ClientNumber;
    readonly reviewer: AccountId;
    readonly at: Instant;
    readonly message: string;
    readonly decisions: readonly ClaimDecision[];
    readonly checklist: readonly ChecklistAnswer[];
    readonly expected: ExpectedStanding;
  }): Promise<'recorded' | 'changed-meanwhile' | 'not-found'>;

  /** Adds a message to the conversation. False: there is no such client. */
  addClientMessage(
    number: ClientNumber,
    message: Omit<ClientMessage, 'authorName'>,
  ): Promise<boolean>;

  /** Notes that the team still uses the client and what it reads. False: it does not exist for them, or is not approved. */
  attestClient(action: TeamAction): Promise<boolean>;

  /**
   * Approved clients whose last approval or attestation is older than `attestedBefore`, and whose team was asked fewer
   * than `reminder` times: each is answered once for each reminder, whichever process asks.
   */
  takeDueAttestations(question: {
    readonly attestedBefore: Instant;
    /** 1: the question, 2: the reminder. */
    readonly reminder: number;
    readonly at: Instant;
  }): Promise<readonly { readonly number: ClientNumber; readonly name: string }[]>;
}
