import type { Storage } from '../../src/domain/storage.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

/** However busy the machine is: what is proven here is who wins, not how fast. */
const PATIENCE = { connection: 60_000, lock: 60_000, statement: 60_000, answer: 60_000 };

/** @param database a file of SQLite, or the address of a PostgreSQL database */
export async function openStorage(database: string): Promise<Storage> {
  return database.startsWith('postgres://')
    ? openPostgresStorage({ url: database, patience: PATIENCE })
    : openSqliteStorage({ path: database });
}
