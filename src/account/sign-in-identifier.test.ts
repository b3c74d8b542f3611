import { describe, expect, it } from 'vitest';

import type { Profile, ProfileRecord } from '../domain/account.ts';
import { identifiersOf, signInIdentifiers } from './sign-in-identifier.ts';

const india = { countryCode: '91' };
const profileWith = (contact: ProfileRecord): Profile => ({
  records: { contact_information: contact },
  roles: [],
  customRoles: [],
});

/** Whether somebody with this primary phone number is found by what was typed. */
function isFound(typed: string, stored: string): boolean {
  const identifiers = identifiersOf(null, profileWith({ primary_phone_number: stored }), india);
  return signInIdentifiers(typed, india).some((candidate) => identifiers.includes(candidate));
}

describe('a person is known by', () => {
  it('username, enrolment number, both e-mail addresses and both phone numbers', () => {
    const profile: Profile = {
      ...profileWith({
        email_address: 'Dhruv@Example.org',
        email_address_verified: false,
        institute_webmail_address: 'dhruvkb@iitr.example',
        primary_phone_number: '91-9999999999',
        secondary_phone_number: '8888888888',
      }),
      roles: [],
    };
    const records = { ...profile.records, student: { enrolment_number: '15114009' } };
    expect(identifiersOf('15XXX009', { ...profile, records }, india)).toEqual([
      '15xxx009',
      '15114009',
      'dhruv@example.org',
      'dhruvkb@iitr.example',
      '+919999999999',
      '+918888888888',
    ]);
  });

  it('nothing that is not there', () => {
    const profile = profileWith({ email_address: null, primary_phone_number: '' });
    expect(identifiersOf(null, profile, india)).toEqual([]);
    expect(identifiersOf('100234', { ...profile, records: {} }, india)).toEqual(['100234']);
  });

  it('one identifier, when username and enrolment number are the same', () => {
    const records = { student: { enrolment_number: '15114009' } };
    expect(identifiersOf('15114009', { records, roles: [], customRoles: [] }, india)).toEqual([
      '15114009',
    ]);
  });
});

describe('what is typed', () => {
  it.each([
    ['in capitals, with spaces around', '  Dhruv@Example.ORG ', 'dhruv@example.org'],
    ['in full-width characters', '１５１１４００９', '15114009'],
  ])('is understood %s', (_how, typed, expected) => {
    expect(signInIdentifiers(typed, india)).toContain(expected);
  });

  it.each(['', '   ', 'x'.repeat(400)])('can mean nobody (%#)', (typed) => {
    expect(signInIdentifiers(typed, india)).toEqual([]);
  });
});

describe('phone numbers are the same where that is certain', () => {
  const ways = [
    '91-9999999999',
    '+91 99999 99999',
    '9999999999',
    '099999-99999',
    '0091 9999999999',
  ];
  it.each(ways.flatMap((typed) => ways.map((stored) => [typed, stored] as const)))(
    '%s finds %s',
    (typed, stored) => {
      expect(isFound(typed, stored)).toBe(true);
    },
  );

  it.each([
    ['+1 415 555 0123', '1-4155550123', true],
    ['1-415-555-0123', '14155550123', true],
    ['+91 (0) 99999 99999', '9999999999', true],
    // The same digits in another country are somebody else's.
    ['+44 9999999999', '9999999999', false],
    ['+1 9999999999', '91-9999999999', false],
    // Too short to be anybody's.
    ['12345', '12345', false],
  ])('%s finds %s: %s', (typed, stored, expected) => {
    expect(isFound(typed, stored)).toBe(expected);
  });

  it('completes a bare number with the country of the institution', () => {
    expect(signInIdentifiers('9999999999', { countryCode: '1' })).toContain('+19999999999');
  });
});
