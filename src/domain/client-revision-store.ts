import type { AccountId } from './account.ts';
import type { ClientStanding, FirstState } from './client-lifecycle.ts';
import type {
  ChecklistAnswer,
  ClaimDecision,
  ClientMessage,
  ExpectedStanding,
  RequestedClaim,
} from './client-revision.ts';
import type { ClientNumber, TeamAction } from './client.ts';
import type { Instant } from './clock.ts';
import type { Environment } from './environment.ts';

export type StandingOutcome = 'changed' | 'changed-meanwhile' | 'not-found';

export interface ClientRevisionStore {
  /** What the grantable claims of a client's environment were asked for with, in the developer's order. */
  listGrantableTerms(
    number: ClientNumber,
    environment: Environment,
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
