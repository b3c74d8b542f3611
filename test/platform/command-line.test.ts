import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { hasActiveRole } from '../../src/domain/account.ts';
import { instant } from '../../src/domain/clock.ts';
import type { Storage } from '../../src/domain/storage.ts';
import { hashSecret } from '../../src/protocol/secret-hash.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';
import { runProgram, startServer, type Environment, type Finished } from './programs.ts';

let home: string;
let dataDirectory: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'omniport-command-'));
  dataDirectory = path.join(home, 'data');
});
afterEach(async () => rm(home, { recursive: true }));

async function omniport(
  commandLine: readonly string[],
  { settings = {}, input = '' }: { settings?: Environment; input?: string } = {},
): Promise<Finished> {
  return runProgram('omniport', commandLine, {
    settings: { DATA_DIR: dataDirectory, ...settings },
    input,
  });
}

async function withStored<Result>(use: (storage: Storage) => Promise<Result>): Promise<Result> {
  const storage = await openSqliteStorage({ path: path.join(dataDirectory, 'omniport.sqlite') });
  try {
    return await use(storage);
  } finally {
    await storage.close();
  }
}

async function file(name: string, lines: readonly string[]): Promise<string> {
  const location = path.join(home, name);
  await writeFile(location, `${lines.join('\n')}\n`);
  return location;
}

const header = 'username,roles,person.full_name,student.current_year';
const good = [header, '23115001,Student,Asha,3', '23115002,"Student; Maintainer",Bina,4'];

describe('omniport people import', () => {
  it('imports a CSV file, and changes nothing the second time', async () => {
    const people = await file('people.csv', good);
    const first = await omniport(['people', 'import', people]);
    expect(first.code).toBe(0);
    expect(first.stdout).toBe(
      [
        `Imported ${people}:`,
        '  created            2',
        '  updated            0',
        '  unchanged          0',
        '  left out           0',
        '',
      ].join('\n'),
    );
    const again = await omniport(['people', 'import', people]);
    expect(again.stdout).toContain('unchanged          2');
    const asha = await withStored(async (storage) => storage.findAccountByUsername('23115001'));
    expect(asha?.profile.records).toEqual({
      person: { full_name: 'Asha' },
      student: { current_year: 3 },
    });
  });

  it('stores nothing in a dry run, and says what it would do', async () => {
    const people = await file('people.csv', good);
    const { code, stdout } = await omniport(['people', 'import', people, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Nothing was stored. An import of ${people} would be:`);
    expect(stdout).toContain('created            2');
    expect(await withStored(async (storage) => storage.isEmpty())).toBe(true);
  });

  it.each([['--dry-run'], []])(
    'names each bad line, loses nothing else, and ends with 1 %s',
    async (...options) => {
      const people = await file('people.csv', [...good, '23115003,Student,Chand,four', '23115004']);
      const { code, stdout, stderr } = await omniport(['people', 'import', people, ...options]);
      expect(code).toBe(1);
      expect(stdout).toContain('created            2');
      expect(stdout).toContain('left out           2');
      expect(stderr).toContain(`${people}:4: student.current_year: "four" is no whole number`);
      expect(stderr).toContain(`${people}:5: has 1 values, but the header names 4 columns`);
    },
  );

  it('reads JSON lines', async () => {
    const people = await file('people.jsonl', [
      JSON.stringify({ username: '100234', roles: ['FacultyMember'], 'person.full_name': 'Ravi' }),
    ]);
    expect((await omniport(['people', 'import', people])).code).toBe(0);
    const ravi = await withStored(async (storage) => storage.findAccountByUsername('100234'));
    expect(ravi?.profile.roles.map(({ role }) => role)).toEqual(['FacultyMember']);
  });

  it('reads standard input, when told its format', async () => {
    const input = `${good.join('\n')}\n`;
    const unnamed = await omniport(['people', 'import', '-'], { input });
    expect(unnamed).toMatchObject({ code: 1, stdout: '' });
    expect(unnamed.stderr).toContain('--format csv or --format jsonl');
    const named = await omniport(['people', 'import', '-', '--format', 'csv'], { input });
    expect(named.stdout).toContain('Imported standard input:');
  });

  it('takes the data points of CLAIMS_FILE for columns', async () => {
    const claims = await file('claims.json', [
      JSON.stringify([
        {
          code: 'library',
          label: 'Library',
          claims: [{ code: 'library.card', label: 'Card', type: 'string' }],
        },
      ]),
    ]);
    const people = await file('people.csv', ['username,library.card', '23115001,L-17']);
    const without = await omniport(['people', 'import', people]);
    expect(without).toMatchObject({ code: 1 });
    expect(without.stderr).toContain('Nothing was imported');
    await omniport(['people', 'import', people], { settings: { CLAIMS_FILE: claims } });
    const asha = await withStored(async (storage) => storage.findAccountByUsername('23115001'));
    expect(asha?.profile.records).toMatchObject({ library: { card: 'L-17' } });
  });

  it('says when the file is not there', async () => {
    const { code, stderr } = await omniport(['people', 'import', 'nowhere.csv']);
    expect([code, stderr]).toEqual([1, 'There is no file nowhere.csv.\n']);
    expect(await readdir(home)).toEqual([]);
  });

  it('works while the server runs, and the server goes on answering', async () => {
    const server = await startServer({ DATA_DIR: dataDirectory });
    const people = await file('people.csv', [
      header,
      ...Array.from({ length: 5000 }, (_, index) => `${30_000_000 + index},Student,P${index},1`),
    ]);
    const under = { way: true };
    const importing = omniport(['people', 'import', people]).finally(() => (under.way = false));
    const answers = new Set<number>();
    while (under.way) answers.add((await fetch(`${server.origin}/auth/login`)).status);
    const { code, stdout, stderr } = await importing;
    expect([code, stdout.includes('created        5,000')]).toEqual([0, true]);
    expect(stderr).toContain('this database holds the demo campus');
    expect([...answers]).toEqual([200]);
    await server.stop();
    expect(server.log().filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('omniport people password-link', () => {
  beforeEach(async () => {
    await omniport(['people', 'import', await file('people.csv', good)]);
  });

  it('prints a link that works, and nothing else, on standard output', async () => {
    const settings = { ISSUER: 'https://auth.example.edu' };
    const { code, stdout, stderr } = await omniport(['people', 'password-link', '23115002'], {
      settings,
    });
    expect(code).toBe(0);
    expect(stderr).toContain('Bina');
    const link = new URL(stdout);
    expect(link.origin).toBe('https://auth.example.edu');
    const hash = hashSecret(link.searchParams.get('token') ?? '');
    const whose = await withStored(async (storage) =>
      storage.findPasswordReset(hash, instant(Date.now())),
    );
    expect(whose?.username).toBe('23115002');
  });

  it('refuses a deactivated account', async () => {
    const people = await file('leavers.csv', ['username,is_active', '23115001,false']);
    await omniport(['people', 'import', people]);
    const { code, stdout, stderr } = await omniport(['people', 'password-link', '23115001']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('deactivated');
  });

  it('says when nobody has the username', async () => {
    expect(await omniport(['people', 'password-link', '999'])).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Nobody has the username 999.\n',
    });
  });
});

describe('omniport people add-role', () => {
  beforeEach(async () => {
    await omniport(['people', 'import', await file('people.csv', good)]);
  });

  const profile = async (username: string) =>
    withStored(async (storage) => {
      const account = await storage.findAccountByUsername(username);
      return account!.profile;
    });

  it('makes a maintainer from today on, keeping other roles', async () => {
    const { code, stderr } = await omniport(['people', 'add-role', '23115001', 'maintainer']);
    expect(code).toBe(0);
    expect(stderr).toContain('Asha is Maintainer from ');
    const { roles, ...rest } = await profile('23115001');
    expect(roles.map(({ role }) => role).toSorted()).toEqual(['Maintainer', 'Student']);
    // Within a day of every time zone.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect(hasActiveRole({ roles, ...rest }, 'Maintainer', tomorrow)).toBe(true);
  });

  it('ends a role that is held', async () => {
    await omniport(['people', 'add-role', '23115002', 'Maintainer', '--to', '2024-06-30']);
    expect((await profile('23115002')).roles).toContainEqual({
      role: 'Maintainer',
      startDate: '1970-01-01',
      endDate: '2024-06-30',
    });
  });

  it.each([
    [['23115001', 'Boss'], 'There is no role Boss: it is one of Student, FacultyMember, '],
    [['23115001', 'Guest', '--from', '2026-02-30'], '2026-02-30 is no date'],
    [
      ['23115001', 'Guest', '--from', '2026-02-02', '--to', '2026-02-01'],
      'would end on 2026-02-01',
    ],
    [['999', 'Guest'], 'Nobody has the username 999.'],
  ])('refuses %j', async (words, message) => {
    const before = await profile('23115001');
    const { code, stderr } = await omniport(['people', 'add-role', ...words]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(await profile('23115001')).toEqual(before);
  });
});

describe('omniport', () => {
  it.each([[['people', 'password-link', '1']], [['people', 'add-role', '1', 'Guest']]])(
    '%j makes no database where there was none',
    async (words) => {
      const { code, stderr } = await omniport(words);
      expect(code).toBe(1);
      expect(stderr).toContain(`There is no database at ${dataDirectory}/omniport.sqlite yet.`);
      expect(await readdir(home)).toEqual([]);
    },
  );

  it('migrate makes the database ready', async () => {
    const { code, stderr } = await omniport(['migrate']);
    expect([code, stderr]).toEqual([
      0,
      `${dataDirectory}/omniport.sqlite is at the newest schema.\n`,
    ]);
    expect(await withStored(async (storage) => storage.isEmpty())).toBe(true);
  });

  it('config check prints what would hold, without the mail password, and starts nothing', async () => {
    const settings = { SMTP_URL: 'smtp://campus:s3cret@mail.example.edu', PORT: '8123' };
    const { code, stdout } = await omniport(['config', 'check'], { settings });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      port: 8123,
      mail: { url: 'smtp://campus:…@mail.example.edu' },
      database: `${dataDirectory}/omniport.sqlite`,
    });
    expect(await readdir(home)).toEqual([]);
  });

  it('config check names every problem', async () => {
    const settings = { NODE_ENV: 'production', PORT: 'x' };
    const { code, stdout, stderr } = await omniport(['config', 'check'], { settings });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('3 settings need your attention');
  });

  it('refuses demo data in production like the server', async () => {
    await (await startServer({ DATA_DIR: dataDirectory })).stop();
    const { code, stderr } = await omniport(['migrate'], {
      settings: { NODE_ENV: 'production', ISSUER: 'https://a.example', SMTP_URL: 'smtp://b' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('holds the demo campus');
  });

  it.each([
    ['no database', async () => path.join(home, 'none.sqlite'), 'There is no database at'],
    ['something else', async () => file('people.csv', good), 'file is not a database'],
  ])('copy says what is wrong with a source that is %s', async (_what, source, message) => {
    const from = `sqlite:${await source()}`;
    const { code, stderr } = await omniport(['copy', '--from', from]);
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('copy says what is wrong with a server that is not reached', async () => {
    const from = 'postgres://user:s3cret@127.0.0.1:1/campus';
    const { code, stderr } = await omniport(['copy', '--from', from]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'The database postgres://127.0.0.1:1/campus cannot be opened: connect ECONNREFUSED',
    );
    expect(stderr).not.toContain('s3cret');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('backup says in a line why a file cannot be written', async () => {
    await (await startServer({ DATA_DIR: dataDirectory })).stop();
    const inAFile = path.join(await file('a-file', ['']), 'backup.sqlite');
    const { code, stderr } = await omniport(['backup', inAFile]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^E[A-Z]+: .*a-file/u);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('prints its version', async () => {
    const { code, stdout } = await omniport(['--version']);
    expect([code, stdout]).toEqual([0, `${packageJson.version}\n`]);
  });

  it('helps', async () => {
    const { code, stdout } = await omniport(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('docs/configuration.md');
    const unknown = await omniport(['poeple']);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('Did you mean people?');
  });
});
