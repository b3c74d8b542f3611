import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageConformance } from '../../src/storage/conformance/storage-conformance.ts';
import type { StorageUnderTest } from '../../src/storage/conformance/storage-under-test.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

async function makeStorage(): Promise<StorageUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'omniport-storage-'));
  const path = join(folder, 'omniport.sqlite');
  let storage = await openSqliteStorage({ path });
  return {
    storage,
    async reopen() {
      storage = await openSqliteStorage({ path });
      return storage;
    },
    async remove() {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
}

storageConformance('SQLite', makeStorage);
