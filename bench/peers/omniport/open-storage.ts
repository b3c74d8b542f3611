import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Storage } from '../../../src/domain/storage.ts';
import { openSqliteStorage } from '../../../src/storage/sqlite/sqlite-storage.ts';

const POSTGRES_ADAPTER = path.join(
  import.meta.dirname,
  '../../../src/storage/postgres/postgres-storage.ts',
);

/** Whether the product keeps its data in PostgreSQL too. */
export function hasPostgresStorage(): boolean {
  return existsSync(POSTGRES_ADAPTER);
}

/**
 * Opens our storage where the environment says: PostgreSQL at DATABASE_URL, else SQLite in DATA_DIR.
 */
export async function openStorage(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Storage> {
  const { DATABASE_URL: url, DATA_DIR: directory = '' } = environment;
  if (url === undefined) {
    return openSqliteStorage({ path: path.join(directory, 'omniport.sqlite') });
  }
  // By path, because the adapter may not exist yet.
  const adapter = (await import(pathToFileURL(POSTGRES_ADAPTER).href)) as {
    readonly openPostgresStorage: (options: { readonly url: string }) => Promise<Storage>;
  };
  return adapter.openPostgresStorage({ url });
}
