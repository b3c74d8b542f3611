import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import { type Storage, StorageUnavailableError } from '../../src/domain/storage.ts';
import {
  addPersonWithClient,
  addTokens,
  at,
  atOnce,
  hash,
  newAuthorization,
  NOW,
  rotate,
} from '../../src/storage/conformance/campus.ts';
import {
  openPostgresStorage,
  type PostgresOptions,
} from '../../src/storage/postgres/postgres-storage.ts';
import { type CuttableNetwork, cuttableNetwork } from '../support/network-cut.ts';
import {
  createDatabase,
  type PostgresServer,
  queryPostgres,
  startPostgres,
} from '../support/postgres.ts';

/** What happens to the server here must not happen to that of the other tests. */
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => server.remove());

let url: string;
let storage: Storage;
let parties: Awaited<ReturnType<typeof addPersonWithClient>>;

beforeEach(async () => {
  url = await createDatabase(server.url);
  storage = await openPostgresStorage({ url });
  parties = await addPersonWithClient(storage);
  await addTokens(storage, parties, '1');
});
afterEach(async () => storage.close());

/** Opens the same database with little patience. */
async function reopen(options: Partial<PostgresOptions>): Promise<void> {
  await storage.close();
  storage = await openPostgresStorage({ url, ...options });
}

const ask = async () => storage.findBearerAccess(hash('access-1'));

async function expectUnavailable(asked: Promise<unknown>): Promise<void> {
  await expect(asked).rejects.toBeInstanceOf(StorageUnavailableError);
}

/** It serves again by itself, reading and writing. */
async function expectRecovery(): Promise<void> {
  await vi.waitFor(async () => expect(await ask()).toBeDefined(), {
    timeout: 20_000,
    interval: 50,
  });
  await vi.waitFor(async () => expect(await rotate(storage, '1', '2')).toBe('rotated'), {
    timeout: 20_000,
    interval: 50,
  });
}

/** Somebody else's connection, and what it holds. */
async function holding(sql: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`BEGIN; ${sql}`);
  return async () => client.end();
}

describe('when all connections are taken', () => {
  it('whoever gets none in time is told so, and the others are answered', async () => {
    await reopen({ connections: 2, patience: { connection: 300 } });
    const letGo = await holding('LOCK TABLE access_token IN ACCESS EXCLUSIVE MODE');
    const taken = [ask(), ask()];
    await Promise.all([ask(), ask(), storage.isEmpty()].map(expectUnavailable));
    await letGo();
    for (const answer of taken) expect(await answer).toBeDefined();
    await expectRecovery();
  });

  it('more than there are connections are answered one after the other', async () => {
    await reopen({ connections: 2 });
    const answers = await atOnce(200, ask);
    expect(answers.every((access) => access !== undefined)).toBe(true);
  });
});

describe('when a lock is not granted', () => {
  it.each([
    ['by the limit for locks', { lock: 200 }],
    ['by the limit for statements', { statement: 200 }],
  ])('whoever waits gives up %s', async (_which, patience) => {
    await reopen({ patience });
    const letGo = await holding('LOCK TABLE access_token IN ACCESS EXCLUSIVE MODE');
    await expectUnavailable(ask());
    await expectUnavailable(rotate(storage, '1', 'never'));
    await letGo();
    await expectRecovery();
    expect(await storage.findRefreshToken(hash('refresh-never'))).toBeUndefined();
  });

  it('an answer is not waited for without end', async () => {
    await reopen({ patience: { answer: 200 } });
    const letGo = await holding('LOCK TABLE access_token IN ACCESS EXCLUSIVE MODE');
    await expectUnavailable(ask());
    await expectUnavailable(storage.findBearerAccess(hash('another')));
    await letGo();
    await expectRecovery();
  });

  it('of a change made of several statements nothing is left', async () => {
    await reopen({ patience: { lock: 200 } });
    const letGo = await holding('LOCK TABLE client_event IN ACCESS EXCLUSIVE MODE');
    const { accountId: actor, clientNumber: number } = parties;
    const change = storage.changeRedirectUris({ number, actor, at: at(1) }, ['https://lost/']);
    await expectUnavailable(change);
    await letGo();
    const dossier = await storage.findClientForReview(number);
    expect(dossier?.client.redirectUris).toEqual(['https://noticeboard.example/callback']);
  });
});

describe('when the server', () => {
  it('is killed, what is asked for is refused until it runs again', async () => {
    const asked = atOnce(50, async (index) =>
      storage.issueAuthorizationCode(newAuthorization(parties, `c${index}`)).then(
        () => 'stored',
        (error: unknown) => error,
      ),
    );
    await server.kill();
    const outcomes = await asked;
    const refused = outcomes.filter((outcome) => outcome !== 'stored');
    expect(refused).toEqual(refused.map(() => expect.any(StorageUnavailableError)));
    // Its children notice it a moment later.
    await vi.waitFor(async () => expectUnavailable(ask()), { timeout: 10_000 });
    await expectUnavailable(storage.isEmpty());
    await server.start();
    await expectRecovery();
    const stored = [...outcomes.keys()].filter((index) => outcomes[index] === 'stored');
    const found = await Promise.all(
      stored.map(async (index) => storage.findAuthorizationCode(hash(`c${index}`))),
    );
    expect(found.filter((code) => code === undefined)).toEqual([]);
  });

  it('is restarted while nobody asks, the first one who does is answered', async () => {
    await atOnce(20, ask);
    await server.stop();
    await server.start();
    expect(await ask()).toBeDefined();
    await expectRecovery();
  });

  it('ends a connection that is in use, only who used it is refused', async () => {
    const letGo = await holding('LOCK TABLE access_token IN ACCESS EXCLUSIVE MODE');
    const asked = expectUnavailable(ask());
    await vi.waitFor(async () => {
      const ended = await queryPostgres(
        url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      expect(ended).toHaveLength(1);
    });
    await asked;
    await letGo();
    expect(await ask()).toBeDefined();
  });

  it('only reads, writes are refused until it writes again', async () => {
    const switchTo = async (state: 'on' | 'off') => {
      await queryPostgres(server.url, `ALTER SYSTEM SET default_transaction_read_only = ${state}`);
      await queryPostgres(server.url, 'SELECT pg_reload_conf()');
    };
    await switchTo('on');
    await vi.waitFor(async () => expectUnavailable(rotate(storage, '1', '2')), { timeout: 10_000 });
    expect(await ask()).toBeDefined();
    await expectUnavailable(storage.markDemoData());
    expect(await storage.holdsDemoData()).toBe(false);
    // A start needs nothing but to read.
    await (await openPostgresStorage({ url })).close();
    await switchTo('off');
    await expectRecovery();
  });

  it('refuses more connections, we are told so', async () => {
    await storage.close();
    await queryPostgres(
      server.url,
      `DROP ROLE IF EXISTS limited; CREATE ROLE limited LOGIN CONNECTION LIMIT 1`,
    );
    await queryPostgres(
      url,
      `GRANT ALL ON ALL TABLES IN SCHEMA public TO limited; GRANT ALL ON SCHEMA public TO limited`,
    );
    const limited = url.replace('postgres@', 'limited@');
    storage = await openPostgresStorage({ url: limited });
    const outcomes = await Promise.allSettled([ask(), ask(), ask()]);
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const outcome of refused) {
      expect(outcome).toMatchObject({ reason: expect.any(StorageUnavailableError) });
    }
    expect(await ask()).toBeDefined();
  });
});

describe('when the network', () => {
  let network: CuttableNetwork;

  beforeEach(async () => {
    network = await cuttableNetwork(Number(new URL(url).port));
    const throughIt = new URL(url);
    throughIt.port = `${network.port}`;
    await storage.close();
    storage = await openPostgresStorage({
      url: throughIt.href,
      patience: { connection: 400, answer: 400 },
    });
  });
  afterEach(async () => {
    // Also while it is cut.
    await storage.close();
    await network.close();
  });

  it('is cut, nobody hangs, and once it is mended all is well', async () => {
    await atOnce(20, ask);
    network.cut();
    await Promise.all(Array.from({ length: 30 }, async () => expectUnavailable(ask())));
    await expectUnavailable(storage.isEmpty());
    network.mend();
    await expectRecovery();
  });

  it('is cut, closing comes to an end', async () => {
    await atOnce(20, ask);
    storage.noteDataRead(1, at(1), []);
    network.cut();
    await storage.close();
    await expect(ask()).rejects.toThrow('The storage is closed.');
  });
});

describe('opening', () => {
  it('tells why there is no connection', async () => {
    const open = async (address: string) => openPostgresStorage({ url: address });
    await expect(open('postgres://postgres@127.0.0.1:1/postgres')).rejects.toThrow(
      'connect ECONNREFUSED 127.0.0.1:1',
    );
    await expect(open('postgres://postgres@localhost:1/postgres')).rejects.toThrow(
      /ECONNREFUSED .*:1/u,
    );
    await expect(open('postgres://postgres@nowhere.invalid/postgres')).rejects.toThrow('ENOTFOUND');
    await expect(open(url.replace(/\/test_.*/u, '/missing'))).rejects.toThrow(
      'database "missing" does not exist',
    );
    await expect(open(url.replace('postgres@', 'nobody@'))).rejects.toThrow(
      'role "nobody" does not exist',
    );
    await expect(open(`${url}?sslmode=verify-full`)).rejects.toThrow(
      'The server does not support SSL connections',
    );
  });

  it('refuses a database that cannot hold every name', async () => {
    const ascii = await createDatabase(server.url, `TEMPLATE template0 ENCODING 'SQL_ASCII'`);
    await expect(openPostgresStorage({ url: ascii })).rejects.toThrow(
      'Its encoding is SQL_ASCII, in which not every name can be written.',
    );
  });

  it('holds whatever the settings of the database are', async () => {
    const name = new URL(url).pathname.slice(1);
    await storage.close();
    for (const setting of [
      "bytea_output = 'escape'",
      "default_transaction_isolation = 'serializable'",
      "synchronous_commit = 'off'",
      "statement_timeout = '10ms'",
      "TimeZone = 'Asia/Kolkata'",
    ]) {
      await queryPostgres(server.url, `ALTER DATABASE ${name} SET ${setting}`);
    }
    storage = await openPostgresStorage({ url });
    expect(await rotate(storage, '1', '2')).toBe('rotated');
    const token = await storage.findRefreshToken(hash('refresh-1'));
    expect(token?.rotation).toMatchObject({ rotatedAt: NOW });
    expect(Buffer.from(token?.rotation?.sealedAnswer ?? []).toString()).toBe('sealed 2');
  });
});
