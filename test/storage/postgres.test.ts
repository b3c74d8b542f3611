import { inject } from 'vitest';

import { storageConformance } from '../../src/storage/conformance/storage-conformance.ts';
import type { StorageUnderTest } from '../../src/storage/conformance/storage-under-test.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase, emptyDatabase } from '../support/postgres.ts';

let database: Promise<string> | undefined;

async function makeStorage(): Promise<StorageUnderTest> {
  database ??= createDatabase(inject('postgresServer'));
  const url = await database;
  let storage = await openPostgresStorage({ url });
  return {
    storage,
    async reopen() {
      storage = await openPostgresStorage({ url });
      return storage;
    },
    async remove() {
      await storage.close();
      await emptyDatabase(url);
    },
  };
}

storageConformance('PostgreSQL', makeStorage);
