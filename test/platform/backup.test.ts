import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { countWorking, redeemCodes, storeCodes } from './backup-scenario.ts';
import { type Finished, type RunningServer, runProgram, startServer } from './programs.ts';

let home: string;
const servers: RunningServer[] = [];
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-backup-'));
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.stop()));
  await rm(home, { recursive: true, force: true });
});

const settingsOf = (data: string) => ({ DATA_DIR: path.join(home, data), DEMO: 'off' });

async function start(data: string): Promise<RunningServer> {
  const server = await startServer(settingsOf(data));
  servers.push(server);
  return server;
}

async function omniport(data: string, ...words: readonly string[]): Promise<Finished> {
  return runProgram('omniport', words, { settings: settingsOf(data) });
}

/** A small installation in the data directory `data`. */
async function install(codes = 1): Promise<string> {
  const database = path.join(home, 'data/omniport.sqlite');
  const storage = await openSqliteStorage({ path: database });
  await storeCodes(storage, codes);
  await storage.close();
  return database;
}

describe('omniport backup', () => {
  it('keeps every token that was answered before, while a server writes under load', async () => {
    await install(2000);
    const server = await start('data');
    const load = redeemCodes(server, 2000);
    await vi.waitFor(() => expect(load.answered.length).toBeGreaterThan(200), { timeout: 20_000 });
    const before = [...load.answered];
    const file = path.join(home, 'backup.sqlite');
    const backedUp = await omniport('data', 'backup', file);
    expect(backedUp).toMatchObject({ code: 0, stdout: `${file}\n` });
    const during = load.answered.length - before.length;
    await load.stop();
    expect(during).toBeGreaterThan(0);

    expect((await omniport('restored', 'restore', file)).code).toBe(0);
    const restored = await start('restored');
    expect(await countWorking(restored, before)).toBe(before.length);
  });

  it('is one file for its owner alone, sound and without a log beside it', async () => {
    await install();
    const file = path.join(home, 'new', 'backup.sqlite');
    expect((await omniport('data', 'backup', file)).code).toBe(0);
    expect(await readdir(path.dirname(file))).toEqual(['backup.sqlite']);
    expect((await stat(file)).mode % 0o1000).toBe(0o600);
    const database = new DatabaseSync(file, { readOnly: true });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' });
    expect(database.prepare('SELECT count(*) AS count FROM client').get()).toEqual({ count: 1 });
    database.close();
  });

  it('makes a name of its own in a directory', async () => {
    await install();
    const { stdout } = await omniport('data', 'backup', home);
    expect(path.relative(home, stdout.trim())).toMatch(
      /^omniport-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite$/u,
    );
    expect((await stat(stdout.trim())).size).toBeGreaterThan(0);
  });

  it('overwrites nothing', async () => {
    await install();
    const file = path.join(home, 'precious');
    await writeFile(file, 'older backup');
    const { code, stderr } = await omniport('data', 'backup', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect(await readFile(file, 'utf8')).toBe('older backup');
    expect(await readdir(home)).toEqual(['data', 'precious']);
  });

  it('makes no empty one where there is no installation', async () => {
    const { code, stderr } = await omniport('nowhere', 'backup', path.join(home, 'backup.sqlite'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no database')]);
    expect(await readdir(home)).toEqual([]);
  });
});

describe('omniport restore', () => {
  it('refuses where there is an installation, and changes nothing there', async () => {
    const database = await install();
    const file = path.join(home, 'backup.sqlite');
    await omniport('data', 'backup', file);
    const before = await readFile(database);
    const { code, stderr } = await omniport('data', 'restore', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is there already')]);
    expect((await readFile(database)).equals(before)).toBe(true);
  });

  it.each([
    ['was cut', async (file: string) => truncate(file, 20_000)],
    ['is no database', async (file: string) => writeFile(file, 'people.csv')],
    ['is empty', async (file: string) => truncate(file, 0)],
  ])('refuses a file that %s, and leaves nothing behind', async (_name, spoil) => {
    await install();
    const file = path.join(home, 'backup.sqlite');
    await omniport('data', 'backup', file);
    await spoil(file);
    const { code, stderr } = await omniport('restored', 'restore', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('is no sound backup')]);
    expect(await readdir(home)).toEqual(['backup.sqlite', 'data']);
  });

  it('refuses a file that is not there', async () => {
    const { code, stderr } = await omniport('restored', 'restore', path.join(home, 'none'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no file')]);
  });

  it('refuses a backup of a newer program', async () => {
    const database = new DatabaseSync(await install());
    database.exec(`INSERT INTO migration VALUES (999, 'of the future', 'x')`);
    database.close();
    const file = path.join(home, 'backup.sqlite');
    const { code, stderr } = await omniport('data', 'backup', file);
    expect([code, stderr]).toEqual([1, expect.stringContaining('newer than this program')]);
  });
});
