import { createHash } from 'node:crypto';

/**
 * The steps of the schema, oldest first; each engine says them in its own SQL (`<engine>/migrations`).
 * A released step is never edited, because its checksum is stored, and never reordered.
 *
 * While a new program migrates a PostgreSQL database, processes of the release before it still work on it. So a
 * step only adds: tables, columns with a default or without NOT NULL, indexes. What is no longer used is dropped
 * one release later.
 */
const STEPS = [
  'initial-schema',
  'institution-settings',
  'client-lifecycle',
  'people-and-audit',
  'own-account',
  'client-activity',
  'refresh-token-age',
  'client-team',
  'activity-by-month',
  'people-import',
] as const;
type Step = (typeof STEPS)[number];

/** One step from a schema to the next, in the SQL of an engine. */
export interface Migration {
  /** 1, 2, 3, … */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** A migration as a database remembers it. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

/** All migrations of an engine, in order. */
export function migrationsOf(sql: Readonly<Record<Step, string>>): readonly Migration[] {
  return STEPS.map((name, index) => ({ number: index + 1, name, sql: sql[name] }));
}

/**
 * What a database still needs, in order.
 * @param applied its history, oldest first
 * @param migrations those of the program
 * @throws Error when the database is newer than the program, or was migrated differently
 */
export function missingMigrations(
  applied: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly Migration[] {
  for (const [index, found] of applied.entries()) {
    const known = migrations[index];
    if (known === undefined) {
      throw new Error(
        `The database is newer than this program: it has migration ${found.number} (${found.name}), ` +
          `this program knows ${migrations.length}. Run the newer program, or restore a backup.`,
      );
    }
    if (found.number !== known.number || found.checksum !== checksumOf(known)) {
      throw new Error(
        `Migration ${found.number} (${found.name}) of the database is not the one this program has ` +
          `(${known.name}). Run the program that made it, or restore a backup.`,
      );
    }
  }
  return migrations.slice(applied.length);
}

/** By which an edited migration is noticed. */
export function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
