import type { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type AppliedMigration,
  checksumOf,
  type Migration,
  missingMigrations,
} from '../migrations.ts';
import { isLockTimeout } from './postgres-error.ts';

/** Ours among the advisory locks of the database: "omniport" in a telephone's digits. */
const LOCK = 66_647_678;

/** How long a start waits for another process that migrates, in milliseconds. */
const PATIENCE_WITH_ANOTHER = 120_000;
/**
 * How long a step waits for running statements, in milliseconds. Short, because all others wait behind it
 * meanwhile; it is tried again.
 */
const PATIENCE_WITH_STATEMENTS = 2000;
const ATTEMPTS = 30;

/**
 * Brings the database to the newest schema, all missing steps in one transaction, while processes of the release
 * before go on. Safe when several processes start at once: one migrates, the others wait, and find nothing to do.
 * @throws Error when the database is newer than the program, or was migrated differently
 */
export async function migrate(client: Client, migrations: readonly Migration[]): Promise<void> {
  // Nothing to do is the usual case, and takes no lock and no right to write.
  if ((await readMissing(client, migrations)).length === 0) return;
  for (let left = ATTEMPTS - 1; ; left -= 1) {
    try {
      await applyMissing(client, migrations);
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      if (left === 0 || !isLockTimeout(error)) throw error;
      await pause(500);
    }
  }
}

async function applyMissing(client: Client, migrations: readonly Migration[]): Promise<void> {
  await client.query('BEGIN; SET LOCAL statement_timeout = 0');
  await becomeTheOneWhoMigrates(client);
  await client.query(`SET LOCAL lock_timeout = ${PATIENCE_WITH_STATEMENTS}`);
  await client.query(`CREATE TABLE IF NOT EXISTS migration (
    number bigint PRIMARY KEY, name text NOT NULL, checksum text NOT NULL
  )`);
  for (const migration of await readMissing(client, migrations)) {
    await client.query(migration.sql);
    await client.query('INSERT INTO migration (number, name, checksum) VALUES ($1, $2, $3)', [
      migration.number,
      migration.name,
      checksumOf(migration),
    ]);
  }
  await client.query('COMMIT');
}

async function becomeTheOneWhoMigrates(client: Client): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = ${PATIENCE_WITH_ANOTHER}`);
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    const message = 'Another process has been migrating the database for two minutes.';
    throw new Error(message, { cause: error });
  }
}

async function readMissing(
  client: Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const { rows } = await client.query<{ readonly exists: boolean }>(
    `SELECT to_regclass('migration') IS NOT NULL AS exists`,
  );
  if (rows[0]?.exists !== true) return migrations;
  const applied = await client.query<AppliedMigration>(
    'SELECT number::int, name, checksum FROM migration ORDER BY migration.number',
  );
  return missingMigrations(applied.rows, migrations);
}
