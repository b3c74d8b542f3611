import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { demoPeople, DEMO_USERNAMES } from '../../src/demo/people.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { runProgram, startServer, type Environment, type RunningServer } from './programs.ts';

let home: string;
let dataDirectory: string;
const running = new Set<RunningServer>();

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-platform-'));
  dataDirectory = path.join(home, 'data');
});

afterEach(async () => {
  await Promise.all([...running].map(async (server) => server.stop('SIGKILL')));
  running.clear();
  await rm(home, { recursive: true });
});

async function start(
  settings: Environment = {},
  program: 'server' | 'start' = 'server',
): Promise<RunningServer> {
  const server = await startServer({ DATA_DIR: dataDirectory, ...settings }, program);
  running.add(server);
  return server;
}

async function refusedStart(settings: Environment) {
  const finished = await runProgram('server', [], {
    settings: { DATA_DIR: dataDirectory, ...settings },
  });
  expect(finished).toMatchObject({ code: 1, stdout: '' });
  // For an operator: no stack of ours.
  expect(finished.stderr).not.toMatch(/^ +at /mu);
  return finished.stderr;
}

const production = {
  NODE_ENV: 'production',
  ISSUER: 'https://auth.example.edu',
  SMTP_URL: 'smtp://127.0.0.1:1',
} as const;

/** What is stored, seen from outside. */
async function stored() {
  const storage = await openSqliteStorage({ path: path.join(dataDirectory, 'omniport.sqlite') });
  try {
    const clients = await storage.listClientsForReview();
    const people = await Promise.all(
      Object.values(DEMO_USERNAMES).map(async (username) =>
        storage.findAccountByUsername(username),
      ),
    );
    return {
      people: people.filter((account) => account !== undefined),
      clients: clients.map(({ client }) => client),
    };
  } finally {
    await storage.close();
  }
}

describe('the first start', () => {
  it('prints where to go and the demo sign-ins, and logs nothing but lines of JSON', async () => {
    const server = await start();
    const { port } = new URL(server.origin);
    expect(server.stdout()).toContain(`http://localhost:${port}/developer`);
    for (const { username, who } of demoPeople('2026-11-24')) {
      expect(server.stdout()).toMatch(new RegExp(`${username} +${who}`, 'u'));
    }
    await vi.waitFor(() =>
      expect(server.log()).toMatchObject([{ level: 'info', msg: 'listening', port: Number(port) }]),
    );
  });

  it('answers: health, a stylesheet of the build, a picture of the campus', async () => {
    const server = await start();
    const health = await fetch(`${server.origin}/healthz`);
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
    const page = await (await fetch(`${server.origin}/auth/login`)).text();
    const [stylesheet = ''] = /\/assets\/styles\.\w+\.css/u.exec(page) ?? [];
    const styles = await fetch(server.origin + stylesheet);
    expect(styles.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const [maintainer] = demoPeople('2026-11-24');
    const picture = maintainer?.profile.records['person']?.['display_picture'] as string;
    const media = await fetch(`${server.origin}/media/${picture}`);
    expect([media.status, media.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  it('fills an empty database with the demo campus', async () => {
    await (await start()).stop();
    const { people, clients } = await stored();
    expect(people).toHaveLength(Object.keys(DEMO_USERNAMES).length);
    expect(clients.map(({ status }) => status)).toEqual(['in-review', 'approved']);
  });

  it('seeds people without apps with DEMO=people', async () => {
    await (await start({ DEMO: 'people' })).stop();
    const { people, clients } = await stored();
    expect([people.length > 0, clients.length]).toEqual([true, 0]);
  });

  it('seeds nothing with DEMO=off, and says how to add people', async () => {
    const server = await start({ DEMO: 'off' });
    expect(server.stdout()).toContain('Nobody can sign in yet.');
    expect(server.stdout()).not.toContain('demo campus');
    await server.stop();
    expect(await stored()).toEqual({ people: [], clients: [] });
  });
});

describe('the next start', () => {
  it('keeps the data', async () => {
    await (await start()).stop();
    const before = await stored();
    const again = await start();
    expect(again.stdout()).toContain(DEMO_USERNAMES.maintainer);
    await again.stop();
    expect(await stored()).toEqual(before);
  });
});

describe('stopping', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('ends in order on %s', async (signal) => {
    const server = await start();
    const { code } = await server.stop(signal);
    expect(code).toBe(0);
    expect(server.log().map(({ msg }) => msg)).toEqual(['listening', 'stopping', 'stopped']);
    // SQLite's side files are gone once the last connection is closed in order.
    expect(await readdir(dataDirectory)).toEqual(['omniport.sqlite']);
  });

  it('answers what it was asked before', async () => {
    const server = await start();
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.setEncoding('utf8');
    const body = 'grant_type=authorization_code';
    socket.write(
      [
        'POST /open_auth/token/ HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/x-www-form-urlencoded',
        `Content-Length: ${body.length}`,
        'Expect: 100-continue',
        '\r\n',
      ].join('\r\n'),
    );
    // Now the request has begun, for certain.
    expect(await nextText(socket)).toContain('100 Continue');
    const stopped = server.stop();
    await vi.waitFor(() => expect(server.log().at(-1)).toMatchObject({ msg: 'stopping' }));
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
    socket.write(body);
    expect(await nextText(socket)).toContain('HTTP/1.1 400 Bad Request');
    expect(await stopped).toMatchObject({ code: 0 });
    expect(server.stderr()).not.toContain('were cut');
  });

  it('does not wait for a connection that is only kept', async () => {
    const server = await start();
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    socket.setEncoding('utf8');
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await nextText(socket)).toContain('200 OK');
    const closed = once(socket, 'close');
    await server.stop();
    await closed;
    expect(server.stderr()).not.toContain('were cut');
  });
});

describe('npm start', () => {
  it('passes a signal on and waits for the end', async () => {
    const server = await start({}, 'start');
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    expect(await server.stop('SIGINT')).toMatchObject({ code: 0 });
    expect(server.log().at(-1)).toMatchObject({ msg: 'stopped' });
  });

  it('leaves no server behind when it is killed', async () => {
    const server = await start({}, 'start');
    server.process.kill('SIGKILL');
    // Its output closes when the server has ended too.
    await server.finished;
    expect(server.log().at(-1)).toMatchObject({ msg: 'stopped' });
    await expect(fetch(`${server.origin}/healthz`)).rejects.toThrow('fetch failed');
  });
});

describe('a start that cannot be', () => {
  it('names every wrong setting at once and creates nothing', async () => {
    const text = await refusedStart({ PORT: '80a', TIME_ZONE: 'India' });
    expect(text).toContain('2 settings need your attention');
    expect(text).toContain('PORT is "80a". It must be a whole number from 1 to 65535.');
    expect(text).toContain('TIME_ZONE is "India". It must be an IANA time zone');
    expect(await readdir(home)).toEqual([]);
  });

  it('says when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const text = await refusedStart({ PORT: String(port) });
    expect(text).toContain(`Port ${port} is taken`);
    expect(text).toContain(`PORT=${port + 1} npm start`);
    other.close();
  });

  it('says when the data directory cannot be used', async () => {
    await writeFile(dataDirectory, 'in the way');
    const text = await refusedStart({});
    expect(text).toContain(`The data directory ${dataDirectory} cannot be used`);
    expect(text).toContain('set DATA_DIR to another directory');
  });

  it('says when the database is of a newer version', async () => {
    await (await start({ DEMO: 'off' })).stop();
    const database = new DatabaseSync(path.join(dataDirectory, 'omniport.sqlite'));
    database.exec(`INSERT INTO migration (number, name, checksum) VALUES (999, 'later', 'x')`);
    database.close();
    expect(await refusedStart({})).toContain('The database is newer than this program');
  });
});

describe('production', () => {
  it('refuses plain http and missing mail, naming what would allow them', async () => {
    const text = await refusedStart({ NODE_ENV: 'production' });
    expect(text).toContain('ISSUER is not set');
    expect(text).toContain('ALLOW_HTTP_ISSUER=true');
    expect(text).toContain('SMTP_URL is not set');
    expect(text).toContain('ALLOW_MAIL_FILES=true');
  });

  it('starts empty, without demo campus', async () => {
    const server = await start(production);
    expect(server.stdout()).toContain('https://auth.example.edu');
    expect(server.stdout()).toContain('Nobody can sign in yet.');
    await server.stop();
    expect(await stored()).toEqual({ people: [], clients: [] });
  });

  it('refuses a database that holds the demo campus, unless told otherwise', async () => {
    await (await start()).stop();
    const text = await refusedStart(production);
    expect(text).toContain('holds the demo campus');
    expect(text).toContain('ALLOW_DEMO_DATA=true');
    const server = await start({ ...production, ALLOW_DEMO_DATA: 'true' });
    expect(server.stdout()).toContain(DEMO_USERNAMES.maintainer);
  });

  it('starts with plain http and mail in files when told so', async () => {
    const server = await start({
      NODE_ENV: 'production',
      ALLOW_HTTP_ISSUER: 'true',
      ALLOW_MAIL_FILES: 'true',
    });
    expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
  });
});

async function nextText(socket: Socket): Promise<string> {
  const [text] = (await once(socket, 'data')) as [string];
  return text;
}
