import type { AccountId } from '../../domain/account.ts';
import type { ClaimCode } from '../../domain/claim.ts';
import type { ClientStatus, OpenState, RevisionState } from '../../domain/client-lifecycle.ts';
import type {
  ClaimDecision,
  ClientMessage,
  ClientRevision,
  RequestedClaim,
} from '../../domain/client-revision.ts';
import type { ClientEvent, ClientNumber, ClientType, TeamMember } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';

/** What is shown of an app everywhere. */
export interface AppSummary {
  readonly number: ClientNumber;
  readonly name: string;
  /** URL of the logo. */
  readonly logo: string | null;
  readonly status: ClientStatus;
  /** Where a change beside what is approved stands; null: there is none. */
  readonly pending: OpenState | null;
}

/** An app with all its team or a reviewer sees. */
export interface AppView extends AppSummary {
  readonly clientId: string;
  readonly clientType: ClientType;
  readonly description: string;
  readonly redirectUris: readonly string[];
  /** What it asks for now, in its words. */
  readonly requested: readonly RequestedClaim[];
  /** What is approved, in its words; null before the first approval. */
  readonly approved: readonly RequestedClaim[] | null;
  /** Data points that were declined when the rest was approved. */
  readonly declined: readonly ClaimDecision[];
  readonly revision: number;
  readonly revisionState: RevisionState;
  /** Newest first. */
  readonly revisions: readonly ClientRevision[];
  readonly createdBy: AccountId;
  readonly createdAt: Instant;
  readonly team: readonly TeamMember[];
  /** Newest first. */
  readonly history: readonly ClientEvent[];
  /** Oldest first. */
  readonly conversation: readonly ClientMessage[];
  /** When the team last confirmed that it is in use, if it is asked to now. */
  readonly attestationAsked: Instant | null;
}

/** How what is asked for differs from what is approved. */
export interface ClaimChange {
  readonly added: readonly ClaimCode[];
  readonly removed: readonly ClaimCode[];
  /** Asked for before as well, but another reason, or required otherwise. */
  readonly reworded: readonly ClaimCode[];
}

/** What another request would change. */
export function claimChange(
  before: readonly RequestedClaim[],
  after: readonly RequestedClaim[],
): ClaimChange {
  return {
    added: codes(after.filter(({ code }) => find(before, code) === undefined)),
    removed: codes(before.filter(({ code }) => find(after, code) === undefined)),
    reworded: codes(
      after.filter((claim) => {
        const other = find(before, claim.code);
        return (
          other !== undefined &&
          (other.reason !== claim.reason || other.required !== claim.required)
        );
      }),
    ),
  };
}

function find(claims: readonly RequestedClaim[], code: ClaimCode): RequestedClaim | undefined {
  return claims.find((claim) => claim.code === code);
}

function codes(claims: readonly RequestedClaim[]): readonly ClaimCode[] {
  return claims.map(({ code }) => code);
}
