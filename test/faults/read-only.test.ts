import { describe, it } from 'vitest';

import { createDatabase, queryPostgres, startPostgres } from '../support/postgres.ts';
import { endLimit, limitWrites } from './disks.ts';
import { postgresAt, SQLITE } from './engines.ts';
import { expectWritesRefused } from './refused-writes.ts';

describe('a database that turns read-only', () => {
  it('SQLite, because nothing can be written to its files any more', async () => {
    const database = await SQLITE.create();
    await expectWritesRefused(database, {
      begin: async (server) => limitWrites(server, 0),
      end: endLimit,
    });
    await database.remove();
  });

  it('PostgreSQL, because somebody said so', async () => {
    const postgres = await startPostgres();
    const database = await postgresAt(await createDatabase(postgres.url));
    const switchTo = async (state: 'on' | 'off'): Promise<void> => {
      await queryPostgres(
        postgres.url,
        `ALTER SYSTEM SET default_transaction_read_only = ${state}`,
      );
      await queryPostgres(postgres.url, 'SELECT pg_reload_conf()');
    };
    await expectWritesRefused(database, {
      begin: async () => switchTo('on'),
      end: async () => switchTo('off'),
    });
    await database.remove();
    await postgres.remove();
  });
});
