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
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

export function sessionStore({ reader, writer, write }: HotPath): {
  readonly store: SessionStore;
  readonly notes: CoalescedNotes;
} {
  const start = prepare<
    never,
    [SecretHash, Instant, Instant, string, string, AccountId, PasswordHash | null]
  >(
    writer,
    `INSERT INTO session
       (hash, account_id, created_at, last_seen_at, expires_at, user_agent, network)
     SELECT ?1, id, ?2, ?2, ?3, ?4, ?5 FROM account
     WHERE id = ?6 AND password_hash IS ?7 AND environment = 'live' AND is_active = 1`,
  );
  const byHash = prepare<SessionRow & AccountRow, [SecretHash, Instant]>(
    reader,
    `SELECT ${SESSION_COLUMNS}, ${ACCOUNT_COLUMNS.join(', ')}
     FROM session JOIN account ON account.id = session.account_id
     WHERE session.hash = ? AND session.expires_at > ? AND account.environment = 'live'
       AND account.is_active = 1`,
  );
  const ofAccount = prepare<SessionRow, [AccountId, Instant]>(
    reader,
    `SELECT ${SESSION_COLUMNS} FROM session
     WHERE account_id = ? AND expires_at > ? ORDER BY last_seen_at DESC, number DESC`,
  );
  const seen = prepare<never, [Instant, number, Instant]>(
    writer,
    'UPDATE session SET last_seen_at = ? WHERE number = ? AND last_seen_at < ?',
  );
  const end = prepare<never, [AccountId, number]>(
    writer,
    'DELETE FROM session WHERE account_id = ? AND number = ?',
  );
  const endOthers = prepare<never, [AccountId, number | null]>(
    writer,
    'DELETE FROM session WHERE account_id = ? AND number IS NOT ?',
  );

  const notes = coalescedNotes(async (latest) =>
    write(() => {
      for (const [number, at] of latest) seen.run(at, number, at);
    }),
  );

  const store: SessionStore = {
    async startSession({ hash, createdAt, expiresAt, userAgent, network, ...by }) {
      const { accountId, passwordHash } = by;
      const started = await write(() =>
        start.run(hash, createdAt, expiresAt, userAgent, network, accountId, passwordHash),
      );
      return started === 0 ? 'changed-meanwhile' : 'started';
    },

    async findSession(hash, at) {
      const row = byHash.get(hash, at);
      if (row === undefined) return undefined;
      if (isSeenAgain(row, at)) notes.note(row.number, at);
      return { session: sessionFromRow(row), account: accountFromRow(row) };
    },

    async listSessions(accountId, at) {
      return ofAccount.all(accountId, at).map(sessionFromRow);
    },

    async endSession(accountId, number) {
      return write(() => (end.run(accountId, number) === 0 ? 'not-found' : 'ended'));
    },

    async endOtherSessions(accountId, keep) {
      return write(() => endOthers.run(accountId, keep));
    },
  };
  return { store, notes };
}
