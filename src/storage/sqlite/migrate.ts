import type { DatabaseSync } from 'node:sqlite';
import {
  type AppliedMigration,
  checksumOf,
  type Migration,
  missingMigrations,
} from '../migrations.ts';

/**
 * Brings the database to the newest schema, all missing steps in one transaction.
 * Safe when two processes start at once: the second waits for the first, then finds nothing to do.
 * @throws Error when the database is newer than the program, or was migrated differently
 */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    applyMissing(database, migrations);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function applyMissing(database: DatabaseSync, migrations: readonly Migration[]): void {
  database.exec(`CREATE TABLE IF NOT EXISTS migration (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL
  ) STRICT`);
  const applied = database
    .prepare('SELECT number, name, checksum FROM migration ORDER BY number')
    .all() as unknown as readonly AppliedMigration[];
  const record = database.prepare(
    'INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)',
  );
  for (const migration of missingMigrations(applied, migrations)) {
    database.exec(migration.sql);
    record.run(migration.number, migration.name, checksumOf(migration));
  }
}
