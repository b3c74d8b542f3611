import type { AccountId } from '../../domain/account.ts';
import type { ClaimCode } from '../../domain/claim.ts';
import type {
  ClientEvent,
  ClientNumber,
  ClientStatus,
  ClientType,
  TeamMember,
} from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';

/** What is shown of an app everywhere. */
export interface AppSummary {
  readonly number: ClientNumber;
  readonly name: string;
  /** URL of the logo. */
  readonly logo: string | null;
  readonly status: ClientStatus;
}

/** An app with all its team or a reviewer sees. */
export interface AppView extends AppSummary {
  readonly clientId: string;
  readonly clientType: ClientType;
  readonly description: string;
  readonly redirectUris: readonly string[];
  readonly requestedClaims: readonly ClaimCode[];
  /** Empty before the first approval. */
  readonly approvedClaims: readonly ClaimCode[];
  readonly revision: number;
  readonly createdBy: AccountId;
  readonly createdAt: Instant;
  readonly team: readonly TeamMember[];
  /** Newest first. */
  readonly history: readonly ClientEvent[];
}
