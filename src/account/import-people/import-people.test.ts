import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openTestCampus, type TestCampus } from '../../../test/support/test-campus.ts';
import { DEFAULT_CLAIM_SOURCES } from '../../domain/claim-catalogue.ts';
import { ROLE_NAMES } from '../../domain/account.ts';
import { claimCatalogue } from '../../domain/claim.ts';
import { importFault } from '../../domain/import-problem.ts';
import type { ImportProgress, ImportReport } from '../../domain/people-import.ts';
import { hashPassword } from '../password.ts';
import { signIn } from '../sign-in.ts';
import { importPeople, type ImportOptions } from './import-people.ts';

let campus: TestCampus;

beforeAll(async () => {
  campus = await openTestCampus();
});
afterAll(async () => campus.close());

/** The file in small pieces, cut wherever they end: inside a line, a character, a line break. */
async function* pieces(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

const importFile = (
  text: string | Uint8Array,
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> =>
  importPeople(pieces(text), { format: 'csv', dryRun: false, ...options }, campus.deps);

const importJson = (...people: readonly unknown[]): Promise<ImportReport> =>
  importFile(people.map((person) => JSON.stringify(person)).join('\n'), { format: 'jsonl' });

const find = async (username: string) => campus.storage.findAccountByUsername(username);

describe('a CSV file', () => {
  it('creates people with every kind of value', async () => {
    const report = await importFile(
      [
        'username,person.full_name,student.start_date,student.enrolment_number,student.branch.name,student.current_year,contact_information.email_address_verified,social_information.links,person.display_picture,roles,custom_roles',
        '15114009,"Dhruv Kanti, Bhanushali",2015-07-16,15114009,B.Tech. (Civil Engineering),4,TRUE,git=https://github.com/d; oth=https://d.example/?a=1;b=2,/media/kernel/display_pictures/x.png,student=2015-07-16/2019-05-31; Maintainer=2016-01-01/,clubs.President',
      ].join('\n'),
    );
    expect(report).toEqual({
      type: 'imported',
      created: 1,
      updated: 0,
      unchanged: 0,
      leftOut: 0,
      problems: [],
      problemCount: 0,
    });
    expect((await find('15114009'))?.profile).toEqual({
      records: {
        person: {
          full_name: 'Dhruv Kanti, Bhanushali',
          display_picture: 'kernel/display_pictures/x.png',
        },
        student: {
          start_date: '2015-07-16',
          enrolment_number: '15114009',
          'branch.name': 'B.Tech. (Civil Engineering)',
          current_year: 4,
        },
        contact_information: { email_address_verified: true },
        social_information: {
          links: { git: 'https://github.com/d', oth: 'https://d.example/?a=1;b=2' },
        },
      },
      roles: [
        { role: 'Student', startDate: '2015-07-16', endDate: '2019-05-31' },
        { role: 'Maintainer', startDate: '2016-01-01', endDate: null },
      ],
      customRoles: [{ role: 'clubs.President', startDate: '1970-01-01', endDate: null }],
    });
  });

  it.each([
    [
      'a byte order mark, CRLF and blank lines',
      '\uFEFFusername,person.full_name\r\n\r\ncsv-1,Zoë\r\n\r\n',
    ],
    ['semicolons', 'username;person.full_name\ncsv-1;Zoë'],
    ['tabs', 'username\tperson.full_name\ncsv-1\tZoë'],
    ['quotes around everything', '"username","person.full_name"\n"csv-1","Zoë"\n'],
    ['spaces around values', 'username , person.full_name\n csv-1 , Zoë \n'],
  ])('may have %s', async (_what, text) => {
    const report = await importFile(text);
    expect(report).toMatchObject({ type: 'imported', leftOut: 0, problems: [] });
    expect((await find('csv-1'))?.profile.records['person']).toEqual({ full_name: 'Zoë' });
  });

  it('may have line breaks and quotes inside quotes', async () => {
    await importFile('username,person.full_name\ncsv-2,"Zoë ""Zo""\nvan Dam"\ncsv-3,Li\n');
    expect((await find('csv-2'))?.profile.records['person']).toEqual({
      full_name: 'Zoë "Zo"\nvan Dam',
    });
    expect(await find('csv-3')).toBeDefined();
  });
});

describe('one bad line loses nothing else', () => {
  it('when a quote is never closed', async () => {
    const report = await importFile(
      [
        'username,person.full_name',
        'quote-1,A',
        'quote-2,"never closed',
        'quote-3,"B, with a comma"',
        'quote-4,C "with" stray quotes',
        'quote-5,D',
      ].join('\n'),
    );
    expect(report).toMatchObject({
      created: 3,
      leftOut: 2,
      problems: [
        { line: 3, column: null, fault: importFault('stray-quote') },
        { line: 5, column: null, fault: importFault('stray-quote') },
      ],
    });
    expect((await find('quote-3'))?.profile.records['person']).toEqual({
      full_name: 'B, with a comma',
    });
  });

  it('when it has too few or too many values, repeats the header, or is not UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(
        'username,person.full_name\nwidth-1\nwidth-2,A,B\nusername,person.full_name\nwidth-3,',
      ),
      Buffer.from([0xff, 0xe9]),
      Buffer.from('\nwidth-4,D\n'),
    ]);
    expect(await importFile(bytes)).toMatchObject({
      created: 1,
      leftOut: 4,
      problems: [
        { line: 2, fault: importFault('other-width', 1, 2, '","') },
        { line: 3, fault: importFault('other-width', 3, 2, '","') },
        { line: 4, fault: importFault('repeated-header') },
        { line: 5, fault: importFault('not-utf8') },
      ],
    });
    expect(await find('width-4')).toBeDefined();
  });

  it('when it is absurdly long', async () => {
    const text = `username,person.full_name\nlong-1,${'x'.repeat(2_000_000)}\nlong-2,B\n`;
    const report = await importPeople(
      pieces(text, 65_536),
      { format: 'csv', dryRun: false },
      campus.deps,
    );
    expect(report).toMatchObject({
      created: 1,
      problems: [{ line: 2, fault: importFault('too-long', 1_000_000) }],
    });
  });

  it('when its values are wrong: all of them are named, with what to write instead', async () => {
    const report = await importFile(
      [
        'username,student.start_date,student.current_year,is_active,roles,social_information.links,person.display_picture',
        'wrong-1,31/02/2001,four,perhaps,Wizard,https://x.example,../../etc/passwd.png',
        ',2001-02-30,4,true,Student=2019-01-01/2018-01-01,git=javascript:alert(1),',
        'right-1,2001-02-28,4,true,Student,,',
      ].join('\n'),
    );
    if (report.type !== 'imported') throw new Error(report.type);
    expect(report).toMatchObject({ created: 1, leftOut: 2, problemCount: 10 });
    expect(report.problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 student.start_date',
      '2 student.current_year',
      '2 is_active',
      '2 roles',
      '2 social_information.links',
      '2 person.display_picture',
      '3 username',
      '3 student.start_date',
      '3 roles',
      '3 social_information.links',
    ]);
    expect(report.problems.map(({ fault }) => fault)).toEqual([
      importFault('no-date', '31/02/2001'),
      importFault('no-whole-number', 'four'),
      importFault('no-boolean', 'perhaps'),
      importFault('no-built-in-role', 'Wizard', ROLE_NAMES.join(', ')),
      importFault('no-list-of-links', 'https://x.example'),
      importFault('no-picture', '../../etc/passwd.png'),
      importFault('empty-username'),
      importFault('no-date', '2001-02-30'),
      importFault('role-ends-first', 'Student', '2018-01-01', '2019-01-01'),
      expect.objectContaining({ code: 'no-web-address' }),
    ]);
  });

  it('when somebody stands in the file twice: the first line counts', async () => {
    const report = await importFile('username,person.full_name\ntwice,A\nother,B\nTWICE,C\n');
    expect(report).toMatchObject({
      created: 2,
      problems: [
        {
          line: 4,
          column: 'username',
          fault: importFault('person-twice', 2),
        },
      ],
    });
    expect((await find('twice'))?.profile.records['person']).toEqual({ full_name: 'A' });
  });
});

describe('a header that is not understood stops the import', () => {
  it.each([
    [
      'an unknown column',
      'username,student.startdate',
      'student.startdate',
      importFault('misspelt-column', 'student.start_date'),
    ],
    ['a made-up column', 'username,shoe_size', 'shoe_size', importFault('unknown-column')],
    ['a plain password', 'username,password', 'password', importFault('plain-passwords')],
    ['no username', 'person.full_name', 'username', importFault('no-username-column')],
    ['a column twice', 'username,username', 'username', importFault('column-twice')],
    ['a column without a name', 'username,', null, importFault('unnamed-column', 2)],
    ['nothing', '', null, importFault('empty-file')],
    ['a broken header', 'username,"person.full_name', null, importFault('stray-quote')],
  ])('for %s', async (...[, header, column, fault]) => {
    expect(await importFile(header === '' ? '' : `${header}\nheader-1,x\n`)).toEqual({
      type: 'unusable-file',
      problems: [{ line: 1, column, fault }],
    });
    expect(await find('header-1')).toBeUndefined();
  });
});

describe('a JSONL file', () => {
  it('holds values as JSON', async () => {
    const report = await importJson({
      username: 'json-1',
      is_active: false,
      'student.current_year': 4,
      'student.enrolment_number': 15114001,
      'contact_information.email_address_verified': true,
      'social_information.links': { git: 'https://github.com/j' },
      roles: [{ role: 'Student', start_date: '2015-07-16', end_date: null }, 'Guest'],
    });
    expect(report).toMatchObject({ created: 1, problems: [] });
    expect(await find('json-1')).toMatchObject({
      isActive: false,
      profile: {
        records: {
          student: { current_year: 4, enrolment_number: '15114001' },
          contact_information: { email_address_verified: true },
          social_information: { links: { git: 'https://github.com/j' } },
        },
        roles: [
          { role: 'Student', startDate: '2015-07-16', endDate: null },
          { role: 'Guest', startDate: '1970-01-01', endDate: null },
        ],
      },
    });
  });

  it('loses nothing but the lines that are wrong', async () => {
    const text = [
      '{"username": "json-2"}',
      '{"username": "json-3"',
      '[]',
      '',
      '{"username": "json-4", "password": "secret"}',
      '{"username": "json-5", "student.current_year": "4.5"}',
      '{"person.full_name": "Nobody"}',
      '{"username": "json-6", "__proto__": {"x": 1}, "roles": {"role": "Student"}}',
      '{"username": "json-7"}',
    ].join('\n');
    const report = await importFile(text, { format: 'jsonl' });
    if (report.type !== 'imported') throw new Error(report.type);
    expect(report.created).toBe(2);
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, null],
      [3, null],
      [5, 'password'],
      [6, 'student.current_year'],
      [7, 'username'],
      [8, '__proto__'],
      [8, 'roles'],
    ]);
    expect(JSON.stringify(report.problems)).not.toContain('secret"');
  });
});

describe('importing again', () => {
  it('changes nothing when the file is the same', async () => {
    const file =
      'username,person.full_name,student.current_year,roles\nagain-1,A,1,Student\nagain-2,B,,\n';
    expect(await importFile(file)).toMatchObject({ created: 2 });
    expect(await importFile(file)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('has the last word on its own columns, and leaves the rest alone', async () => {
    await importFile(
      'username,person.full_name,student.current_year,student.branch.name,roles\nmerge-1,A,1,Civil,Student\n',
    );
    const report = await importFile('username,student.current_year\nmerge-1,2\n');
    expect(report).toMatchObject({ updated: 1 });
    expect((await find('merge-1'))?.profile).toMatchObject({
      records: { person: { full_name: 'A' }, student: { current_year: 2, 'branch.name': 'Civil' } },
      roles: [{ role: 'Student' }],
    });
    await importFile('username,student.current_year,roles\nmerge-1,,\n');
    expect((await find('merge-1'))?.profile).toEqual({
      records: { person: { full_name: 'A' }, student: { 'branch.name': 'Civil' } },
      roles: [],
      customRoles: [],
    });
  });

  it('takes a record away in which nothing is set any more: no student, no faculty member', async () => {
    await importFile('username,student.current_year\nrecord-1,1\n');
    await importFile('username,student.current_year,faculty_member.designation\nrecord-1,,\n');
    expect((await find('record-1'))?.profile.records).toEqual({ person: {} });
  });

  it('lets people sign in by what they have now, and no longer by what they had', async () => {
    const hash = await hashPassword('monsoon over the canal', campus.deps.random);
    const column = 'contact_information.email_address';
    const enter = async (identifier: string) => {
      const browser = { address: '203.0.113.7', userAgent: '' };
      return (
        await signIn({ identifier, password: 'monsoon over the canal', ...browser }, campus.deps)
      ).type;
    };
    await importFile(`username,password_hash,${column}\nmoved-1,"${hash}",old@example.org\n`);
    expect(await enter('old@example.org')).toBe('signed-in');
    await importFile(`username,${column}\nmoved-1,new@example.org\n`);
    expect(await enter('new@example.org')).toBe('signed-in');
    expect(await enter('moved-1')).toBe('signed-in');
    expect(await enter('old@example.org')).toBe('wrong-credentials');
  });
});

describe('password hashes', () => {
  const django = 'pbkdf2_sha256$1000$seasalt$eYabVcpW+bk8N+qyvNZXMz+Y7Om35b3OjWNhT2F6lj8=';
  const argon2 =
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

  it.each([
    ['Django pbkdf2_sha256', django, django],
    ['argon2id', argon2, argon2],
    ["argon2id as Django's Argon2PasswordHasher writes it", `argon2${argon2}`, argon2],
  ])('%s is stored', async (what, given, stored) => {
    const username = `hash-${what.length}`;
    await importJson({ username, password_hash: given });
    const account = await find(username);
    expect(await campus.storage.findAccountWithPassword(account!.id)).toMatchObject({
      passwordHash: stored,
    });
  });

  it('stays when the column is empty or absent', async () => {
    await importJson({ username: 'hash-keep', password_hash: django });
    await importFile('username,password_hash\nhash-keep,\n');
    await importFile('username,person.full_name\nhash-keep,K\n');
    const account = await find('hash-keep');
    expect(await campus.storage.findAccountWithPassword(account!.id)).toMatchObject({
      passwordHash: django,
    });
  });

  it.each([
    ['an unsupported scheme', '$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW'],
    ['parameters that would burn', argon2.replace('m=65536', 'm=4194304')],
    ['a plain password', 'correct horse 1'],
  ])('is refused without being shown: %s', async (_what, hash) => {
    const report = await importJson({ username: 'hash-bad', password_hash: hash });
    expect(report).toMatchObject({
      leftOut: 1,
      problems: [{ line: 1, column: 'password_hash' }],
    });
    expect(JSON.stringify(report)).not.toContain(hash);
    expect(await find('hash-bad')).toBeUndefined();
  });

  it('is not shown either when columns are shifted and it lands in another one', async () => {
    const report = await importFile(
      `username,student.start_date,person.display_picture,roles\nshifted,${django},"${argon2}",${django}\n`,
    );
    expect(report).toMatchObject({ leftOut: 1, problemCount: 3 });
    expect(JSON.stringify(report)).not.toMatch(/seasalt|c29tZXNhbHQ|eYabVcpW/u);
  });
});

describe('a dry run', () => {
  it('answers what would happen and stores nothing', async () => {
    await importFile('username,person.full_name\ndry-1,A\ndry-2,B\n');
    const report = await importFile('username,person.full_name\ndry-1,A\ndry-2,C\ndry-3,D\n,E\n', {
      dryRun: true,
    });
    expect(report).toMatchObject({ created: 1, updated: 1, unchanged: 1, leftOut: 1 });
    expect(await find('dry-3')).toBeUndefined();
    expect((await find('dry-2'))?.profile.records['person']).toEqual({ full_name: 'B' });
  });
});

describe('a large file', () => {
  it('is stored in batches, with progress by bytes and people', async () => {
    const people = Array.from({ length: 2500 }, (_, index) => `large-${index},P ${index}`);
    const file = `username,person.full_name\n${people.join('\n')}\n`;
    const seen: ImportProgress[] = [];
    const report = await importPeople(
      pieces(file, 1000),
      { format: 'csv', dryRun: false, onProgress: (progress) => seen.push(progress) },
      campus.deps,
    );
    expect(report).toMatchObject({ created: 2500, leftOut: 0 });
    expect(seen.map((progress) => progress.people)).toEqual([1000, 2000, 2500]);
    expect(seen.at(-1)?.bytes).toBe(Buffer.byteLength(file));
    expect(seen[0]!.bytes).toBeLessThan(seen[1]!.bytes);
  });

  it('reports the first thousand problems and counts the others', async () => {
    const lines = Array.from({ length: 1200 }, (_, index) => `bad-${index},no date`);
    const report = await importFile(`username,student.start_date\n${lines.join('\n')}\n`);
    if (report.type !== 'imported') throw new Error(report.type);
    expect(report.problems).toHaveLength(1000);
    expect(report).toMatchObject({ leftOut: 1200, problemCount: 1200 });
  });
});

describe('an institution with claims of its own', () => {
  it('imports them by their codes', async () => {
    const catalogue = claimCatalogue([
      ...DEFAULT_CLAIM_SOURCES,
      {
        code: 'library_card',
        label: 'Library',
        claims: [{ code: 'library_card.card.number', label: 'Card', type: 'integer' }],
      },
    ]);
    const report = await importPeople(
      pieces('username,library_card.card.number\nclaims-1,42\n'),
      { format: 'csv', dryRun: false },
      { ...campus.deps, catalogue },
    );
    expect(report).toMatchObject({ created: 1 });
    expect((await find('claims-1'))?.profile.records['library_card']).toEqual({
      'card.number': 42,
    });
  });
});
