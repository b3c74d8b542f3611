import type { Storage } from '../../src/domain/storage.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

/** @param database a file of SQLite, or the address of a PostgreSQL database */
export async function openStorage(database: string): Promise<Storage> {
  return database.startsWith('postgres://')
    ? openPostgresStorage({ url: database })
    : openSqliteStorage({ path: database });
}
