import { constants } from 'node:fs';
import { access, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Config } from '../config.ts';
import type { Storage } from '../domain/storage.ts';
import { openSqliteStorage } from '../storage/sqlite/sqlite-storage.ts';

/** A refusal is for the operator to read: what is wrong, and what to do about it. */
export type DataOutcome =
  | { readonly type: 'opened'; readonly storage: Storage }
  | { readonly type: 'refused'; readonly message: string };

type DataConfig = Pick<Config, 'dataDirectory' | 'production' | 'allowDemoData'>;

/** Where the database is. */
export function databasePath({ dataDirectory }: Pick<Config, 'dataDirectory'>): string {
  return join(dataDirectory, 'omniport.sqlite');
}

/** Whether there is a database already. Opening makes one. */
export async function databaseExists(config: Pick<Config, 'dataDirectory'>): Promise<boolean> {
  const found = await stat(databasePath(config)).catch(() => undefined);
  return found?.isFile() === true;
}

/** Opens the storage in the data directory, creating and migrating what is needed. */
export async function openData(config: DataConfig): Promise<DataOutcome> {
  const unusable = await prepareDirectory(config.dataDirectory);
  if (unusable !== undefined) return { type: 'refused', message: unusable };
  let storage: Storage;
  try {
    storage = await openSqliteStorage({ path: databasePath(config) });
  } catch (error) {
    const message = `The database ${databasePath(config)} cannot be opened: ${reason(error)}`;
    return { type: 'refused', message };
  }
  if (config.production && !config.allowDemoData && (await storage.holdsDemoData())) {
    await storage.close();
    return { type: 'refused', message: demoRefusal(config.dataDirectory) };
  }
  return { type: 'opened', storage };
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

function demoRefusal(directory: string): string {
  return (
    `The database in ${directory} holds the demo campus, whose passwords are public, and NODE_ENV is production. ` +
    'Set DATA_DIR to another directory to start empty, or ALLOW_DEMO_DATA=true if this is a place for trying out.'
  );
}

function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.endsWith('.') ? text : `${text}.`;
}
