import type { Storage } from '../../domain/storage.ts';
import { guardedStorage } from '../guarded-storage.ts';
import { clientActivityStore } from '../relational/client-activity-store.ts';
import type { RelationalDatabase } from '../relational/relational-database.ts';
import { relationalStores } from '../relational/relational-stores.ts';
import { accessTokenStore } from './access-token-store.ts';
import { appActivityNotes } from './app-activity-notes.ts';
import { attemptStore } from './attempt-store.ts';
import { authorizationCodeStore } from './authorization-code-store.ts';
import { clientStore } from './client-store.ts';
import { connect, isUnavailable, isUniqueViolation } from './connection.ts';
import { groupCommit } from './group-commit.ts';
import type { HotPath } from './hot-path.ts';
import { kyselyReading, kyselyWriting } from './kysely-dialect.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { refreshTokenStore } from './refresh-token-store.ts';
import { revocationStore } from './revocation-store.ts';
import { sessionStore } from './session-store.ts';
import { readingConnection, writingConnection } from './shared-connection.ts';

/**
 * Opens the storage in a SQLite file, which it creates or migrates as needed. Several processes may have it
 * open at once.
 * @param options.path the database file; its folder is created, readable by the owner alone
 * @throws Error when the database is newer than this program, or another process keeps it locked for seconds
 */
export async function openSqliteStorage({ path }: { readonly path: string }): Promise<Storage> {
  const connections = await connect(path, MIGRATIONS);
  const writing = writingConnection(connections.writer);
  const reading = readingConnection(connections.snapshotReader);
  const commits = groupCommit(writing);
  const hotPath: HotPath = {
    reader: connections.reader,
    writer: connections.writer,
    write: commits.write,
  };
  const database: RelationalDatabase = {
    reading: kyselyReading(reading),
    writing: kyselyWriting(connections.writer, commits),
    isUniqueViolation,
    // There is one writer.
    isConflict: () => false,
  };
  const activity = appActivityNotes(hotPath);
  const clientActivity = clientActivityStore(database);
  const clients = clientStore(hotPath);
  const sessions = sessionStore(hotPath);

  async function close(): Promise<void> {
    const noting = [activity, clientActivity, clients, sessions];
    await Promise.all(noting.map(async ({ notes }) => notes.flush()));
    await commits.close();
    const loans = await Promise.all([writing.borrow(), reading.borrow()]);
    connections.close();
    // Whoever asks from now on is told that it is closed.
    for (const giveBack of loans) giveBack();
  }

  return guardedStorage(
    {
      ...relationalStores(database),
      ...sessions.store,
      ...attemptStore(hotPath),
      ...clients.store,
      ...authorizationCodeStore(hotPath),
      ...accessTokenStore(hotPath),
      ...activity.store,
      ...clientActivity.store,
      ...refreshTokenStore(hotPath),
      ...revocationStore(hotPath),
    },
    { isUnavailable, close },
  );
}
