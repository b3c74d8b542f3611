import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';

import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase } from '../support/postgres.ts';
import { countWorking, redeemCodes, storeCodes } from './backup-scenario.ts';
import {
  type Environment,
  type Finished,
  type RunningServer,
  runProgram,
  startServer,
} from './programs.ts';

let home: string;
let url: string;
const servers: RunningServer[] = [];
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-postgres-backup-'));
  url = await createDatabase(inject('postgresServer'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.stop()));
  await rm(home, { recursive: true, force: true });
});

const onPostgres = (address: string): Environment => ({
  DATABASE_URL: address,
  DATA_DIR: path.join(home, 'mail'),
  DEMO: 'off',
});
const onSqlite = (): Environment => ({ DATA_DIR: path.join(home, 'data'), DEMO: 'off' });

async function start(settings: Environment): Promise<RunningServer> {
  const server = await startServer(settings);
  servers.push(server);
  return server;
}

async function omniport(settings: Environment, ...words: readonly string[]): Promise<Finished> {
  return runProgram('omniport', words, { settings });
}

async function install(codes: number): Promise<void> {
  const storage = await openPostgresStorage({ url });
  await storeCodes(storage, codes);
  await storage.close();
}

describe('a backup of PostgreSQL', () => {
  it('made while a server writes under load is restored into either engine, with every token answered before', async () => {
    await install(2000);
    const server = await start(onPostgres(url));
    const load = redeemCodes(server, 2000);
    await vi.waitFor(() => expect(load.answered.length).toBeGreaterThan(100), { timeout: 20_000 });
    const before = [...load.answered];
    const file = path.join(home, 'backup.sqlite');
    expect(await omniport(onPostgres(url), 'backup', file)).toMatchObject({
      code: 0,
      stdout: `${file}\n`,
    });
    const during = load.answered.length - before.length;
    await load.stop();
    expect(during).toBeGreaterThan(0);
    expect((await stat(file)).mode % 0o1000).toBe(0o600);

    const another = await createDatabase(inject('postgresServer'));
    expect((await omniport(onPostgres(another), 'restore', file)).code).toBe(0);
    expect(await countWorking(await start(onPostgres(another)), before)).toBe(before.length);

    expect((await omniport(onSqlite(), 'restore', file)).code).toBe(0);
    expect(await countWorking(await start(onSqlite()), before)).toBe(before.length);
  });

  it('is restored into an empty database only', async () => {
    await install(1);
    const file = path.join(home, 'backup.sqlite');
    await omniport(onPostgres(url), 'backup', file);
    const { code, stderr } = await omniport(onPostgres(url), 'restore', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('holds something already')]);
  });
});

describe('omniport copy', () => {
  it('moves an installation to PostgreSQL and back, and never shows a password', async () => {
    await install(20);
    const server = await start(onPostgres(url));
    const load = redeemCodes(server, 20);
    await vi.waitFor(() => expect(load.answered.length).toBe(20), { timeout: 20_000 });
    await load.stop();
    await server.stop();

    const withPassword = url.replace('postgres@', 'postgres:s3cret@');
    const file = path.join(home, 'data/omniport.sqlite');
    const there = await omniport({}, 'copy', '--from', withPassword, '--to', `sqlite:${file}`);
    expect([there.code, there.stdout]).toEqual([0, expect.stringMatching(/^Copied and verified/u)]);
    const another = await createDatabase(inject('postgresServer'));
    // Where the environment points, unless told otherwise.
    const back = await omniport(onPostgres(another), 'copy', '--from', `sqlite:${file}`);
    expect(back.code).toBe(0);
    expect(there.stderr + back.stderr).not.toContain('s3cret');
    expect(await countWorking(await start(onPostgres(another)), load.answered)).toBe(20);

    const again = await omniport(onPostgres(another), 'copy', '--from', `sqlite:${file}`);
    expect([again.code, again.stderr]).toEqual([
      1,
      expect.stringContaining('holds something already'),
    ]);
  });

  it('refuses what names no database', async () => {
    const { code, stderr } = await omniport({}, 'copy', '--from', 'mysql://db', '--to', 'sqlite:x');
    expect([code, stderr]).toEqual([1, expect.stringContaining('A database is named like')]);
  });
});
