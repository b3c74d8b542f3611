import { mkdtemp, rm, stat } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  addPerson,
  addPersonWithClient,
  addTokens,
  atOnce,
  hash,
  newAuthorization,
  NOW,
} from '../../src/storage/conformance/campus.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { run } from './processes.ts';

const WRITING_PROCESS = new URL('./writing-process.ts', import.meta.url);
const RACING_PROCESS = new URL('./racing-process.ts', import.meta.url);

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omniport-sqlite-'));
  path = join(folder, 'data', 'omniport.sqlite');
});
afterEach(async () => rm(folder, { recursive: true }));

/** A database with a person and their client; closed. */
async function preparedDatabase() {
  const storage = await openSqliteStorage({ path });
  const parties = await addPersonWithClient(storage);
  await storage.close();
  return parties;
}

describe('a process that is killed while it writes', () => {
  it('loses nothing it acknowledged, and leaves the database whole', async () => {
    const { accountId, clientNumber } = await preparedDatabase();
    const writer = run(WRITING_PROCESS, path, `${accountId}`, `${clientNumber}`);
    await writer.printed(2000);
    writer.process.kill('SIGKILL');
    await writer.ended();
    expect(writer.process.signalCode).toBe('SIGKILL');

    const storage = await openSqliteStorage({ path });
    for (const line of writer.lines) {
      const [event, name] = line.split(' ');
      const code = await storage.findAuthorizationCode(hash(name!));
      expect(code).toBeDefined();
      if (event !== 'redeemed') continue;
      expect(code?.redeemedAt).toBe(NOW);
      expect(await storage.findBearerAccess(hash(`access-${name}`))).toBeDefined();
      expect(await storage.findRefreshToken(hash(`refresh-${name}`))).toBeDefined();
    }
    await storage.close();
    const database = new DatabaseSync(path);
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    database.close();
  });
});

describe('several processes on one database', () => {
  it('redeem a code once, and exchange a refresh token once, between them', async () => {
    const parties = await preparedDatabase();
    const storage = await openSqliteStorage({ path });
    const count = 50;
    await atOnce(count, async (index) => {
      await addTokens(storage, parties, `${index}`);
      // `addTokens` redeemed the code of that name; the racers get another.
      const code = newAuthorization(parties, `race-${index}`);
      await storage.issueAuthorizationCode(code);
    });

    const racers = ['a', 'b', 'c'].map((name) => run(RACING_PROCESS, path, name, `${count}`));
    await Promise.all(racers.map(async (racer) => racer.printed(1)));
    for (const racer of racers) racer.process.stdin?.write('go\n');
    expect(await Promise.all(racers.map(async (racer) => racer.ended()))).toEqual([0, 0, 0]);

    const outcomes = racers.map(
      ({ lines }) =>
        JSON.parse(lines[1]!) as { readonly redeemed: string[]; readonly rotated: string[] },
    );
    for (let index = 0; index < count; index += 1) {
      const redeemed = outcomes.map((outcome) => outcome.redeemed[index]);
      expect(redeemed.filter((outcome) => outcome === 'redeemed')).toHaveLength(1);
      const rotated = outcomes.map((outcome) => outcome.rotated[index]);
      expect(rotated.filter((outcome) => outcome === 'rotated')).toHaveLength(1);
      expect(rotated.filter((outcome) => outcome === 'already-rotated')).toHaveLength(2);
    }
    await storage.close();
  });

  it('see what another one wrote as soon as it was answered', async () => {
    const parties = await preparedDatabase();
    const one = await openSqliteStorage({ path });
    const other = await openSqliteStorage({ path });
    for (let index = 0; index < 50; index += 1) {
      await one.issueAuthorizationCode(newAuthorization(parties, `${index}`));
      expect(await other.findAuthorizationCode(hash(`${index}`))).toBeDefined();
      const id = await addPerson(other, `person ${index}`);
      expect(await one.findAccount(id)).toBeDefined();
    }
    await Promise.all([one.close(), other.close()]);
  });

  it('wait for one that writes, but do not wait to read', async () => {
    const parties = await preparedDatabase();
    const storage = await openSqliteStorage({ path });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');

    const answered: string[] = [];
    const writes = [
      storage.issueAuthorizationCode(newAuthorization(parties, 'c')).then(() => {
        answered.push('hot');
      }),
      storage.assignRoles(parties.accountId, []).then(() => {
        answered.push('cold');
      }),
    ];
    for (let index = 0; index < 20; index += 1) {
      expect(await storage.findAccount(parties.accountId)).toBeDefined();
      expect(await storage.findClientForReview(parties.clientNumber)).toBeDefined();
      expect(await storage.findAuthorizationCode(hash('c'))).toBeUndefined();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    expect(answered).toEqual([]);

    other.exec('COMMIT');
    await Promise.all(writes);
    expect(await storage.findAuthorizationCode(hash('c'))).toBeDefined();
    other.close();
    await storage.close();
  });
});

describe('opening', () => {
  it('by several processes at once creates the database once', async () => {
    const racers = ['a', 'b', 'c', 'd'].map((name) => run(RACING_PROCESS, path, name, '0'));
    await Promise.all(racers.map(async (racer) => racer.printed(1)));
    for (const racer of racers) racer.process.stdin?.write('go\n');
    expect(await Promise.all(racers.map(async (racer) => racer.ended()))).toEqual([0, 0, 0, 0]);
    const database = new DatabaseSync(path);
    expect(database.prepare('SELECT count(*) AS count FROM migration').get()).toEqual({ count: 1 });
    database.close();
  });

  it('leaves a database that nobody else can read', async () => {
    const storage = await openSqliteStorage({ path });
    await addPersonWithClient(storage);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      const { mode } = await stat(file);
      expect([file, (mode % 0o1000).toString(8)]).toEqual([file, '600']);
    }
    const { mode } = await stat(join(folder, 'data'));
    expect((mode % 0o1000).toString(8)).toBe('700');
    await storage.close();
  });

  it('refuses a database that a newer program migrated, and leaves it alone', async () => {
    await preparedDatabase();
    const newer = new DatabaseSync(path);
    newer.exec("INSERT INTO migration VALUES (2, 'from-the-future', 'x')");
    newer.close();
    await expect(openSqliteStorage({ path })).rejects.toThrow(/newer than this program/u);
    const database = new DatabaseSync(path);
    expect(database.prepare('SELECT max(number) AS last FROM migration').get()).toEqual({
      last: 2,
    });
    database.close();
  });

  it('refuses a file that is no database, and no file at all', async () => {
    await expect(openSqliteStorage({ path: import.meta.filename })).rejects.toThrow(
      'file is not a database',
    );
    await expect(openSqliteStorage({ path: ':memory:' })).rejects.toThrow(RangeError);
  });
});
