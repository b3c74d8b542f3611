import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { createDatabase, queryPostgres, startPostgres } from '../support/postgres.ts';
import type { Environment } from '../platform/programs.ts';

/** A database of a scenario's own. */
export interface Database {
  /** How a server is pointed to it. */
  readonly settings: Environment;
  /** A folder of its own, for whatever a test puts there. */
  readonly folder: string;
  /** A file of SQLite, or the address of a PostgreSQL database, for `openStorage`. */
  readonly address: string;
  /** Rows that are half of something, and what the engine itself finds wrong. Nobody has it open meanwhile. */
  damage(): Promise<readonly unknown[]>;
  remove(): Promise<void>;
}

export interface Engine {
  readonly name: string;
  create(): Promise<Database>;
}

export const SQLITE: Engine = { name: 'SQLite', create: async () => sqliteIn(await newFolder()) };

/** Each on a server of its own. */
export const POSTGRES: Engine = {
  name: 'PostgreSQL',
  async create() {
    const server = await startPostgres();
    const address = await createDatabase(server.url);
    const database = await postgresAt(address);
    return {
      ...database,
      async remove() {
        await database.remove();
        await server.remove();
      },
    };
  },
};

/** @param folder that is removed with it */
export function sqliteIn(folder: string): Database {
  const address = path.join(folder, 'data/omniport.sqlite');
  return {
    settings: { DATA_DIR: path.join(folder, 'data') },
    folder,
    address,
    async damage() {
      const database = new DatabaseSync(address);
      const found = [
        ...database.prepare('PRAGMA integrity_check').all(),
        ...database.prepare('PRAGMA foreign_key_check').all(),
        ...database.prepare(HALF_OF_SOMETHING).all(),
      ];
      database.close();
      return found.filter((row) => row['integrity_check'] !== 'ok');
    },
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}

/** @param address of the database itself; a server may be pointed elsewhere, to a network that leads there */
export async function postgresAt(address: string): Promise<Database> {
  const folder = await newFolder();
  return {
    settings: { DATABASE_URL: address, DATA_DIR: path.join(folder, 'data') },
    folder,
    address,
    damage: async () => queryPostgres(address, HALF_OF_SOMETHING),
    remove: async () => rm(folder, { recursive: true, force: true }),
  };
}

async function newFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'omniport-faults-'));
}

/** What a unit that was cut off half-way would leave, in the SQL of both engines. */
const HALF_OF_SOMETHING = `
  SELECT 'an authorization without a code' AS damage, count(*) AS times FROM "authorization" a
    WHERE NOT EXISTS (SELECT 1 FROM authorization_code c WHERE c.authorization_id = a.id)
    HAVING count(*) > 0
  UNION ALL
  SELECT 'a redeemed code without tokens', count(*) FROM authorization_code c
    WHERE redeemed_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM refresh_token t WHERE t.authorization_id = c.authorization_id)
    HAVING count(*) > 0
  UNION ALL
  SELECT 'tokens of a code that was not redeemed', count(*) FROM authorization_code c
    WHERE redeemed_at IS NULL
      AND EXISTS (SELECT 1 FROM refresh_token t WHERE t.authorization_id = c.authorization_id)
    HAVING count(*) > 0
  UNION ALL
  SELECT 'a spent refresh token without a successor', count(*) FROM refresh_token t
    WHERE rotated_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM refresh_token s WHERE s.predecessor_hash = t.hash)
    HAVING count(*) > 0
  UNION ALL
  SELECT 'two live refresh tokens', count(*) FROM (
    SELECT authorization_id FROM refresh_token WHERE rotated_at IS NULL
    GROUP BY authorization_id HAVING count(*) > 1) AS doubled
    HAVING count(*) > 0
  UNION ALL
  SELECT 'the access token of a spent refresh token', count(*) FROM access_token a
    WHERE EXISTS (
      SELECT 1 FROM refresh_token t WHERE t.access_token_hash = a.hash AND t.rotated_at IS NOT NULL)
    HAVING count(*) > 0`;
