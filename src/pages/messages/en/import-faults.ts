import type { ImportFaultWords, ShownValue } from '../../../domain/import-problem.ts';

const quoted = (value: ShownValue): string => (value === null ? 'this value' : `"${value}"`);
const LINKS = 'write it like git=https://github.com/name; lin=https://linkedin.com/in/name';
const ROLES = 'write it like [{"role": "Student", "start_date": "2015-07-16", "end_date": null}]';

/** What is wrong with a line of a file of people. Each goes on after the line and the name of the column. */
export const importFaults: ImportFaultWords = {
  'empty-file': () => 'the file is empty',
  'not-utf8': () => 'is not UTF-8 text: save the file with the encoding UTF-8',
  'not-one-json-object': () =>
    'is not one JSON object on one line: write it like {"username": "15114009", "student.current_year": 4}',
  'stray-quote': () =>
    'has a double quote where none can be: close each quoted value with one, and write "" for a quote inside it',
  'repeated-header': () => 'repeats the header: remove this line',
  'other-width': (values, columns, delimiter) =>
    `has ${values} values, but the header names ${columns} columns: put a value that contains ${delimiter} between double quotes`,

  'unnamed-column': (position) => `column ${position} has no name: name or remove it`,
  'column-twice': () => 'stands in the header twice: keep one',
  'unknown-column': () =>
    'there is no such column: remove it, or name it like a data point, e.g. student.start_date',
  'misspelt-column': (meant) => `there is no such column: did you mean ${meant}?`,
  'plain-passwords': () =>
    'plain passwords are not imported. Remove this column and let people choose a password with a mailed link, or name it password_hash and fill it with argon2id or Django pbkdf2_sha256 hashes',
  'no-username-column': () =>
    'is missing: the first line must name the columns, one of them username',
  'two-columns': () => 'stands in two columns: keep one',

  'too-long': (most) => `is longer than ${most} characters`,
  'control-characters': (value) => `${quoted(value)} holds control characters: remove them`,
  'no-text': (value) => `${quoted(value)} is no text: put it between quotes`,
  'no-boolean': (value) => `${quoted(value)} is neither true nor false: write one of these`,
  'no-whole-number': (value) => `${quoted(value)} is no whole number: write it like 4`,
  'no-date': (value) => `${quoted(value)} is no date: write it like 2015-07-16`,
  'no-picture': (value) =>
    `${quoted(value)} is no picture below /media/: write its path like kernel/display_pictures/name.png`,
  'no-list-of-links': (value) => `${quoted(value)} is no list of links: ${LINKS}`,
  'too-many-links': (most) => `has more than ${most} links`,
  'no-site-code': (value) => `${quoted(value)} is no site code: ${LINKS}`,
  'no-web-address': (value) => `${quoted(value)} is no web address: ${LINKS}`,
  'site-twice': () => 'names a site twice: keep one link for each',

  'no-username': () => 'is missing: everybody needs one',
  'empty-username': () => 'is empty: everybody needs one, such as the enrolment number',
  'username-with-spaces': () => 'holds spaces or control characters: remove them',
  'person-twice': (line) => `stands on line ${line} already, which was taken: keep one of the two`,
  'no-password-hash': () =>
    'is no password hash we can verify: it must be argon2id ($argon2id$v=19$m=…) or Django pbkdf2_sha256, with reasonable parameters. Leave it empty to keep the present password',
  'no-list-of-roles': () => `is no list of roles: ${ROLES}`,
  'no-role': (value) => `${quoted(value)} is no role: ${ROLES}`,
  'no-built-in-role': (value, roles) => `${quoted(value)} is no role: write one of ${roles}`,
  'no-custom-role': (value) =>
    `${quoted(value)} is no role: write it like student_bodies.President, with one dot`,
  'role-twice': (role) => `names ${role} twice: keep one, from its first to its last day`,
  'no-date-of-role': (value, role) => `${quoted(value)} is no date of ${role}: write YYYY-MM-DD`,
  'role-ends-first': (role, end, start) =>
    `${role} ends on ${end}, before it starts on ${start}: exchange the dates`,
};
