import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** One step from a schema to the next. */
export interface Migration {
  /** 1, 2, 3, … */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

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
  refuseForeignHistory(applied, migrations);
  const record = database.prepare(
    'INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)',
  );
  for (const migration of migrations.slice(applied.length)) {
    database.exec(migration.sql);
    record.run(migration.number, migration.name, checksum(migration));
  }
}

function refuseForeignHistory(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): void {
  for (const [index, found] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      throw new Error(
        `The database is newer than this program: it has migration ${found.number} (${found.name}), ` +
          `this program knows ${migrations.length}. Run the newer program, or restore a backup.`,
      );
    }
    if (found.number !== known.number || found.checksum !== checksum(known)) {
      throw new Error(
        `Migration ${found.number} (${found.name}) of the database is not the one this program has ` +
          `(${known.name}). Run the program that made it, or restore a backup.`,
      );
    }
  }
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
