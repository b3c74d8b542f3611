import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'vitest';

import { createDatabase, queryPostgres, startPostgres } from '../support/postgres.ts';
import { endLimit, largestFile, limitWrites, type SmallDisk, smallDisk } from './disks.ts';
import { postgresAt, sqliteIn } from './engines.ts';
import { expectWritesRefused } from './refused-writes.ts';

let home: string;
let disk: SmallDisk | undefined;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-disk-'));
  // PostgreSQL may be somebody else.
  await chmod(home, 0o755);
});
afterEach(async () => {
  await disk?.remove();
  await rm(home, { recursive: true, force: true });
});

describe('a full disk below SQLite', () => {
  it('refuses writes until there is space again', async () => {
    disk = await smallDisk(path.join(home, 'disk'), home);
    const database = sqliteIn(disk?.folder ?? home);
    const data = path.dirname(database.address);
    await expectWritesRefused(
      database,
      disk === undefined
        ? // Who may not mount a disk gets one whose files stop growing.
          { begin: async (server) => limitWrites(server, await largestFile(data)), end: endLimit }
        : { begin: disk.fill, end: disk.free },
    );
  });
});

describe('a full disk below PostgreSQL', () => {
  it('refuses writes until there is space again', async () => {
    const postgres = await startPostgres();
    const address = await createDatabase(postgres.url);
    const name = new URL(address).pathname.slice(1);
    disk = await smallDisk(path.join(home, 'disk'), postgres.data);
    if (disk !== undefined) {
      await queryPostgres(postgres.url, `CREATE TABLESPACE small LOCATION '${disk.folder}'`);
      await queryPostgres(postgres.url, `ALTER DATABASE ${name} SET TABLESPACE small`);
    }
    await expectWritesRefused(
      await postgresAt(address),
      disk === undefined
        ? // Who may not mount a disk gets the error of one.
          {
            begin: async () => queryPostgres(address, REFUSE_ROWS).then(() => undefined),
            end: async () => queryPostgres(address, TAKE_ROWS).then(() => undefined),
          }
        : { begin: disk.fill, end: disk.free },
    );
    await postgres.remove();
  });
});

const REFUSE_ROWS = `
  CREATE FUNCTION refuse_row() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
  CREATE TRIGGER full_disk BEFORE INSERT ON access_token EXECUTE FUNCTION refuse_row();
  CREATE TRIGGER full_disk BEFORE INSERT ON "authorization" EXECUTE FUNCTION refuse_row()`;
const TAKE_ROWS = 'DROP FUNCTION refuse_row CASCADE';
