import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { instant } from '../../src/domain/clock.ts';
import { hashSecret } from '../../src/protocol/secret-hash.ts';
import {
  addPersonWithClient,
  newAuthorization,
  NOW,
  tokenPair,
} from '../../src/storage/conformance/campus.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type RunningServer, runProgram, startServer } from './programs.ts';

/** The built programs on PostgreSQL, which is stopped and started under them. */

let postgres: PostgresServer;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(async () => postgres.remove());

let home: string;
let settings: Readonly<Record<string, string>>;
const servers: RunningServer[] = [];
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-postgres-programs-'));
  const url = await createDatabase(postgres.url);
  settings = { DATABASE_URL: url, DATA_DIR: path.join(home, 'data'), DEMO: 'off' };
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(async (server) => server.stop()));
  await rm(home, { recursive: true, force: true });
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const server = await startServer({ ...settings, ...more });
  servers.push(server);
  return server;
}

const ACCESS_TOKEN = 'AccessTokenOfTheTests000000000';

/** Somebody with an access token, put into the database beside the servers. */
async function storeAccessToken(): Promise<void> {
  const storage = await openPostgresStorage({ url: settings['DATABASE_URL']! });
  const parties = await addPersonWithClient(storage);
  await storage.issueAuthorizationCode(newAuthorization(parties, 'code'));
  await storage.redeemAuthorizationCode({
    codeHash: newAuthorization(parties, 'code').code.hash,
    tokens: tokenPair('1', {
      accessTokenHash: hashSecret(ACCESS_TOKEN),
      accessTokenExpiresAt: instant(NOW + 1e12),
    }),
    at: NOW,
  });
  await storage.close();
}

const userData = async ({ origin }: RunningServer) =>
  fetch(`${origin}/open_auth/get_user_data/`, {
    headers: { authorization: `Bearer ${ACCESS_TOKEN}` },
  });

describe('the server on PostgreSQL', () => {
  it('says where the database is, and nowhere its password', async () => {
    const address = settings['DATABASE_URL']!.replace('postgres@', 'postgres:s3cret@');
    const server = await start({ DATABASE_URL: address });
    const name = address.replace(/\/\/.*@/u, '//');
    expect(server.stdout()).toContain(name);
    expect(server.stdout() + server.stderr()).not.toContain('s3cret');
  });

  it('seeds the demo campus into an empty database, once', async () => {
    const first = await start({ DEMO: 'full' });
    expect(first.stdout()).toContain('This is a demo campus.');
    const second = await start({ DEMO: 'full' });
    expect(second.stdout()).toContain('This is a demo campus.');
    const page = await fetch(`${second.origin}/auth/login`);
    expect(await page.text()).toContain('demo-campus');
  });

  it('needs no place to write when mail is sent', async () => {
    await start({ SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(await readdir(home)).toEqual([]);
  });

  it('shares everything with the other servers', async () => {
    const [one, other] = [await start(), await start()];
    await storeAccessToken();
    for (const server of [one, other]) {
      const response = await userData(server);
      expect(response.status).toBe(200);
      expect(await response.json()).toMatchObject({ username: '15114009' });
    }
  });

  it('answers 503 while the database is away, and all is well when it is back', async () => {
    const server = await start();
    await storeAccessToken();
    expect((await userData(server)).status).toBe(200);

    await postgres.stop();
    const refused = await userData(server);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.text()).toBe('{"error": "temporarily_unavailable"}');
    const page = await fetch(`${server.origin}/media/none.png`);
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('5');
    // It says itself that it is alive: starting it again would not help.
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);

    await postgres.start();
    await vi.waitFor(async () => expect((await userData(server)).status).toBe(200), {
      timeout: 20_000,
      interval: 100,
    });
    expect((await server.stop()).code).toBe(0);
  });

  it('stops in order although the database is away', async () => {
    const server = await start();
    await postgres.stop();
    expect((await server.stop()).code).toBe(0);
    await postgres.start();
  });

  it('does not start without it, and says why', async () => {
    const { code, stderr } = await runProgram('server', [], {
      settings: { ...settings, DATABASE_URL: 'postgres://omniport:s3cret@127.0.0.1:1/campus' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain(
      'The database postgres://127.0.0.1:1/campus cannot be opened: connect',
    );
    expect(stderr).not.toContain('s3cret');
  });
});

describe('omniport on PostgreSQL', () => {
  const omniport = async (...words: string[]) => runProgram('omniport', words, { settings });

  it('imports people beside a running server', async () => {
    await start();
    const file = path.join(home, 'people.csv');
    await writeFile(file, 'username,person.full_name\n15114009,Asha Rao\n');
    const imported = await omniport('people', 'import', file);
    expect([imported.code, imported.stdout]).toEqual([0, expect.stringMatching(/created +1\n/u)]);
    const again = await omniport('people', 'import', file);
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/unchanged +1\n/u)]);
    const role = await omniport('people', 'add-role', '15114009', 'Maintainer');
    expect(role.code).toBe(0);
  });

  it('migrates, and checks the configuration', async () => {
    const name = settings['DATABASE_URL']!.replace(/\/\/.*@/u, '//');
    const migrated = await omniport('migrate');
    expect([migrated.code, migrated.stderr]).toEqual([0, `${name} is at the newest schema.\n`]);
    const { stdout } = await omniport('config', 'check');
    expect(JSON.parse(stdout)).toMatchObject({ database: name, databaseConnections: 10 });
  });
});
