import type { AccountId } from '../../domain/account.ts';
import { addSeconds, type Instant } from '../../domain/clock.ts';
import type { Session } from '../../domain/session.ts';

export interface SessionRow {
  readonly number: number;
  readonly account_id: AccountId;
  readonly created_at: Instant;
  readonly last_seen_at: Instant;
  readonly expires_at: Instant;
  readonly user_agent: string;
  readonly network: string;
}

/** The columns of a `SessionRow`. */
export const SESSION_COLUMNS = `session.number, session.account_id, session.created_at,
  session.last_seen_at, session.expires_at, session.user_agent, session.network`;

/** Seconds between two notes of `lastSeenAt`. */
const SEEN_AGAIN_AFTER = 60;

/** Whether it is worth a note that the session was seen. */
export function isSeenAgain(row: SessionRow, at: Instant): boolean {
  return at >= addSeconds(row.last_seen_at, SEEN_AGAIN_AFTER);
}

export function sessionFromRow(row: SessionRow): Session {
  return {
    number: row.number,
    accountId: row.account_id,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
    network: row.network,
  };
}
