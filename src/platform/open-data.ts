import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';

import type { Config } from '../config.ts';
import type { Storage } from '../domain/storage.ts';

/** A refusal is for the operator to read: what is wrong, and what to do about it. */
export type DataOutcome =
  | { readonly type: 'opened'; readonly storage: Storage }
  | { readonly type: 'refused'; readonly message: string };

type DataConfig = Pick<
  Config,
  'database' | 'dataDirectory' | 'mail' | 'production' | 'allowDemoData'
>;

/** Where the database is, without who enters it with which password. */
export function databaseName({
  database,
}: {
  readonly database:
    | Extract<Config['database'], { readonly type: 'sqlite' }>
    | Omit<Extract<Config['database'], { readonly type: 'postgres' }>, 'connections'>;
}): string {
  if (database.type === 'sqlite') return database.path;
  const url = new URL(database.url);
  // A socket of this machine is named in the query.
  const host = url.host === '' ? (url.searchParams.get('host') ?? '') : url.host;
  return `postgres://${host}${url.pathname}`;
}

/** Whether there is a database already. Opening makes one of SQLite; one of PostgreSQL is made by its administrator. */
export async function databaseExists({ database }: Pick<Config, 'database'>): Promise<boolean> {
  if (database.type === 'postgres') return true;
  const found = await stat(database.path).catch(() => undefined);
  return found?.isFile() === true;
}

/** Opens the storage, creating and migrating what is needed. */
export async function openData(config: DataConfig): Promise<DataOutcome> {
  const unusable = needsDirectory(config)
    ? await prepareDirectory(config.dataDirectory)
    : undefined;
  if (unusable !== undefined) return { type: 'refused', message: unusable };
  let storage: Storage;
  try {
    storage = await openStorage(config.database);
  } catch (error) {
    const message = `The database ${databaseName(config)} cannot be opened: ${reason(error)}`;
    return { type: 'refused', message };
  }
  if (config.production && !config.allowDemoData && (await storage.holdsDemoData())) {
    await storage.close();
    return { type: 'refused', message: demoRefusal(config) };
  }
  return { type: 'opened', storage };
}

/** Loads only the engine that is used: the other's driver would cost memory and time at the start. */
async function openStorage(database: Config['database']): Promise<Storage> {
  if (database.type === 'sqlite') {
    const { openSqliteStorage } = await import('../storage/sqlite/sqlite-storage.ts');
    return openSqliteStorage(database);
  }
  const { openPostgresStorage } = await import('../storage/postgres/postgres-storage.ts');
  return openPostgresStorage(database);
}

/** A container may have no place to write, nor need one. */
function needsDirectory({ database, mail }: DataConfig): boolean {
  return database.type === 'sqlite' || mail.type === 'files';
}

async function prepareDirectory(directory: string): Promise<string | undefined> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    // eslint-disable-next-line no-bitwise -- how access(2) takes two permissions
    await access(directory, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    return (
      `The data directory ${directory} cannot be used: ${reason(error)} ` +
      'Make it writable for the user who starts the server, or set DATA_DIR to another directory.'
    );
  }
}

function demoRefusal(config: DataConfig): string {
  const another =
    config.database.type === 'sqlite'
      ? 'Set DATA_DIR to another directory'
      : 'Set DATABASE_URL to another database';
  return (
    `The database ${databaseName(config)} holds the demo campus, whose passwords are public, and NODE_ENV is production. ` +
    `${another} to start empty, or ALLOW_DEMO_DATA=true if this is a place for trying out.`
  );
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith('.') ? text : `${text}.`;
}
