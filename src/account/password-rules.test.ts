import { describe, expect, it } from 'vitest';

import type { Account } from '../domain/account.ts';
import { passwordProblem } from './password-rules.ts';

const account: Account = {
  environment: 'live',
  id: 7,
  username: '15114009',
  isActive: true,
  language: null,
  profile: {
    records: {
      person: { full_name: 'Dhruv Bhanushali' },
      student: { enrolment_number: '15114009' },
      contact_information: { institute_webmail_address: 'dhruvkb@iitr.example' },
    },
    roles: [],
    customRoles: [],
  },
};

describe('NIST SP 800-63B-4 §3.1.1.2: a password is long and not among the first guesses', () => {
  it.each([
    ['nine characters', 'k7#mWq2xz', 'too-short'],
    ['ten', 'k7#mWq2xzR', undefined],
    ['ten characters that take more bytes', '\u{1F9AB}ळक्षज्ञ\u{1F9AB}ओxy', undefined],
    ['a thousand and one', 'correct horse battery staple '.repeat(35), 'too-long'],
    ['a sentence', 'monsoon over the old canal', undefined],
    ['one of every list', 'password123', 'common'],
    ['the same in capitals', 'PASSWORD!2026', 'common'],
    ['one character over and over', 'zzzzzzzzzzzz', 'common'],
    ['a short piece over and over', 'xy7xy7xy7xy7', 'common'],
    ['counting up', '1234567890', 'common'],
    ['counting down', '9876543210', 'common'],
    ['a row of keys with a little behind', 'qwertyuiop1!', 'common'],
    ['the username and a little more', '15114009@iitr', 'personal'],
    ['the name', 'DhruvBhanushali', 'personal'],
    ['the address', 'dhruvkb2015', 'personal'],
    ['the name within something of their own', 'dhruv likes monsoons', undefined],
  ])('%s: %s', (_what, password, expected) => {
    expect(passwordProblem(password, account)).toBe(expected);
  });
});
