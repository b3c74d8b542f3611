import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';
import { type Command, type ServerProcess, startPinned } from './server-process.ts';

/** A PostgreSQL server of our own, with the settings it comes with: durable. */
export interface PostgreSql extends Omit<ServerProcess, 'startMilliseconds'> {
  /** What libpq's programs read from the environment. */
  readonly variables: Readonly<Record<'PGHOST' | 'PGPORT' | 'PGUSER' | 'PGDATABASE', string>>;
  readonly version: string;
}

/** Where Debian puts what a server needs; undefined when it is not installed. */
export function postgresqlPrograms(): string | undefined {
  const root = '/usr/lib/postgresql';
  const newest = existsSync(root)
    ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one))
    : [];
  return newest
    .map((version) => path.join(root, version, 'bin'))
    .find((directory) => existsSync(path.join(directory, 'initdb')));
}

/** Creates and starts a server below `directory`. @throws Error when it does not start */
export async function startPostgreSql(directory: string): Promise<PostgreSql> {
  const programs = postgresqlPrograms();
  if (programs === undefined) throw new Error('PostgreSQL is not installed.');
  const data = path.join(directory, 'postgresql');
  mkdirSync(data, { recursive: true });
  const user = unprivileged();
  if (user !== undefined) chownSync(data, user.uid, user.gid);
  const port = await freePort();
  const base = { directory: data, environment: { PATH: process.env['PATH'] ?? '' } };
  const owner = user === undefined ? {} : { user };
  execFileSync(
    path.join(programs, 'initdb'),
    ['--pgdata', data, '--username', 'bench', '--auth', 'trust', '--encoding', 'UTF8'],
    { ...base, cwd: data, env: base.environment, stdio: 'ignore', ...user },
  );
  const command: Command = {
    ...base,
    ...owner,
    program: path.join(programs, 'postgres'),
    arguments: ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', data],
  };
  const server = startPinned(command, path.join(directory, 'postgresql.log'));
  const variables = {
    PGHOST: '127.0.0.1',
    PGPORT: String(port),
    PGUSER: 'bench',
    PGDATABASE: 'bench',
  };
  const psql = (database: string, sql: string): string =>
    execFileSync(path.join(programs, 'psql'), ['-At', '-d', database, '-c', sql], {
      env: { ...process.env, ...variables },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  for (let attempt = 0; ; attempt += 1) {
    try {
      psql('postgres', 'CREATE DATABASE bench');
      break;
    } catch (error) {
      if (attempt > 200) {
        await server.stop();
        throw new Error('PostgreSQL did not start.', { cause: error });
      }
      await pause(50);
    }
  }
  return { ...server, variables, version: psql('bench', 'SHOW server_version') };
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return { uid: idOfPostgres('-u'), gid: idOfPostgres('-g') };
}

function idOfPostgres(option: '-u' | '-g'): number {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}
