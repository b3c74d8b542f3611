import path from 'node:path';
import type { Storage } from '../../../src/domain/storage.ts';
import { openPostgresStorage } from '../../../src/storage/postgres/postgres-storage.ts';
import { openSqliteStorage } from '../../../src/storage/sqlite/sqlite-storage.ts';

/** Opens our storage where the environment says: PostgreSQL at DATABASE_URL, else SQLite in DATA_DIR. */
export async function openStorage(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Storage> {
  const { DATABASE_URL: url, DATA_DIR: directory = '' } = environment;
  return url === undefined
    ? openSqliteStorage({ path: path.join(directory, 'omniport.sqlite') })
    : openPostgresStorage({ url });
}
