import type { Client } from 'pg';
import type { Storage } from '../../domain/storage.ts';
import { guardedStorage } from '../guarded-storage.ts';
import { clientActivityStore } from '../relational/client-activity-store.ts';
import type { RelationalDatabase } from '../relational/relational-database.ts';
import { relationalStores } from '../relational/relational-stores.ts';
import { accessTokenStore } from './access-token-store.ts';
import { activityPartitions } from './activity-partitions.ts';
import { appActivityNotes } from './app-activity-notes.ts';
import { attemptStore } from './attempt-store.ts';
import { authorizationCodeStore } from './authorization-code-store.ts';
import { clientStore } from './client-store.ts';
import { clientConfig, type Patience, withConnection } from './connection.ts';
import { openPool } from './connection-pool.ts';
import { hotPathOn } from './hot-path.ts';
import { kyselyOn } from './kysely-dialect.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { isConflict, isUnavailable, isUniqueViolation } from './postgres-error.ts';
import { refreshTokenStore } from './refresh-token-store.ts';
import { revocationStore } from './revocation-store.ts';
import { sessionStore } from './session-store.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` for TLS. */
  readonly url: string;
  /** How many connections this process opens at most; all processes together must stay below the server's limit. */
  readonly connections?: number;
  /** How long is waited for what, in milliseconds. */
  readonly patience?: Partial<Patience>;
}

/** Below what proxies and clients wait for an answer, and far above what anything here takes. */
const PATIENCE: Patience = { connection: 5000, lock: 5000, statement: 10_000, answer: 12_000 };

/**
 * Opens the storage in a PostgreSQL database, which it migrates as needed. Any number of processes may have it open.
 * @throws Error when the server is not reached or unfit, or the database is newer than this program
 */
export async function openPostgresStorage({
  url,
  connections = 10,
  patience: changedPatience = {},
}: PostgresOptions): Promise<Storage> {
  const patience = { ...PATIENCE, ...changedPatience };
  await withConnection(clientConfig(url, patience), async (client) => {
    // Whatever the database's own limit is.
    await client.query(`SET statement_timeout = ${patience.statement}`);
    await refuseUnfitServer(client);
    await migrate(client, MIGRATIONS);
  });

  const pool = openPool({ url, connections, patience });
  const hotPath = hotPathOn(pool);
  const kysely = kyselyOn(pool);
  const database: RelationalDatabase = {
    reading: kysely,
    writing: kysely,
    isUniqueViolation,
    isConflict,
  };
  const relational = relationalStores(database);
  const partitions = activityPartitions(hotPath);
  const activity = appActivityNotes(hotPath);
  const clientActivity = clientActivityStore(database);
  const clients = clientStore(hotPath);
  const sessions = sessionStore(hotPath);

  async function close(): Promise<void> {
    const noting = [activity, clientActivity, clients, sessions];
    await Promise.all(noting.map(async ({ notes }) => notes.flush()));
    await pool.close();
  }

  return guardedStorage(
    {
      ...relational,
      async pruneExpired(at) {
        return (await partitions.tend(at)) + (await relational.pruneExpired(at));
      },
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

const OLDEST_SERVER = 15;

async function refuseUnfitServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ readonly version: string; readonly encoding: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('server_encoding') AS encoding`,
  );
  const { version = '', encoding = '' } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < OLDEST_SERVER) {
    throw new Error(`It is PostgreSQL ${version}; ${OLDEST_SERVER} or newer is needed.`);
  }
  if (encoding !== 'UTF8') {
    throw new Error(
      `Its encoding is ${encoding}, in which not every name can be written. ` +
        "Make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0.",
    );
  }
}
