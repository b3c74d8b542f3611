import type { AccountId, PasswordHash } from '../../domain/account.ts';
import type { Instant } from '../../domain/clock.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { SessionStore } from '../../domain/session.ts';
import { coalescedNotes, type CoalescedNotes } from '../coalesced-notes.ts';
import { ACCOUNT_COLUMNS, accountFromRow, type AccountRow } from '../relational/account-row.ts';
import {
  isSeenAgain,
  SESSION_COLUMNS,
  sessionFromRow,
  type SessionRow,
} from '../relational/session-row.ts';
import type { HotPath } from './hot-path.ts';

export function sessionStore({ prepare }: HotPath): {
  readonly store: SessionStore;
  readonly notes: CoalescedNotes;
} {
  // FOR SHARE: of a new password and a session, whichever is second sees the first.
  const start = prepare<
    never,
    [SecretHash, Instant, Instant, string, string, AccountId, PasswordHash | null]
  >(
    'start-session',
    `INSERT INTO session
       (hash, account_id, created_at, last_seen_at, expires_at, user_agent, network)
     SELECT $1, id, $2, $2, $3, $4, $5 FROM account
     WHERE id = $6 AND password_hash IS NOT DISTINCT FROM $7
       AND environment = 'live' AND is_active = 1
     FOR SHARE`,
  );
  const byHash = prepare<SessionRow & AccountRow, [SecretHash, Instant]>(
    'find-session',
    `SELECT ${SESSION_COLUMNS}, ${ACCOUNT_COLUMNS.join(', ')}
     FROM session JOIN account ON account.id = session.account_id
     WHERE session.hash = $1 AND session.expires_at > $2 AND account.environment = 'live'
       AND account.is_active = 1`,
  );
  const ofAccount = prepare<SessionRow, [AccountId, Instant]>(
    'list-sessions',
    `SELECT ${SESSION_COLUMNS} FROM session
     WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, number DESC`,
  );
  // Locked in order, so that two processes storing their notes do not wait for each other.
  const seen = prepare<never, [readonly number[], readonly Instant[]]>(
    'note-session-seen',
    `WITH noted AS (
       SELECT session.number, note.at
       FROM unnest($1::bigint[], $2::bigint[]) AS note (number, at)
         JOIN session ON session.number = note.number
       WHERE session.last_seen_at < note.at
       ORDER BY session.number FOR NO KEY UPDATE OF session
     )
     UPDATE session SET last_seen_at = noted.at FROM noted WHERE session.number = noted.number`,
  );
  const end = prepare<never, [AccountId, number]>(
    'end-session',
    'DELETE FROM session WHERE account_id = $1 AND number = $2',
  );
  const endOthers = prepare<never, [AccountId, number | null]>(
    'end-other-sessions',
    'DELETE FROM session WHERE account_id = $1 AND number IS DISTINCT FROM $2',
  );

  const notes = coalescedNotes(async (latest) => {
    await seen.run([...latest.keys()], [...latest.values()]);
  });

  const store: SessionStore = {
    async startSession({ hash, createdAt, expiresAt, userAgent, network, ...by }) {
      const { accountId, passwordHash } = by;
      const started = await start.run(
        hash,
        createdAt,
        expiresAt,
        userAgent,
        network,
        accountId,
        passwordHash,
      );
      return started === 0 ? 'changed-meanwhile' : 'started';
    },

    async findSession(hash, at) {
      const row = await byHash.get(hash, at);
      if (row === undefined) return undefined;
      if (isSeenAgain(row, at)) notes.note(row.number, at);
      return { session: sessionFromRow(row), account: accountFromRow(row) };
    },

    async listSessions(accountId, at) {
      return (await ofAccount.all(accountId, at)).map(sessionFromRow);
    },

    async endSession(accountId, number) {
      return (await end.run(accountId, number)) === 0 ? 'not-found' : 'ended';
    },

    async endOtherSessions(accountId, keep) {
      return endOthers.run(accountId, keep);
    },
  };
  return { store, notes };
}
