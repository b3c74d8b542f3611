import { describe, expect, it } from 'vitest';

import { DEFAULT_CLAIM_CATALOGUE } from '../domain/claim-catalogue.ts';
import { releasedClaims } from '../protocol/released-claims.ts';
import { messages } from '../pages/messages/messages.ts';
import { sharedValues } from './shared-values.ts';

const english = messages('en');

const about = { catalogue: DEFAULT_CLAIM_CATALOGUE, today: '2026-11-24' };

/** Label of each claim with what the consent screen says of it. */
function shown(code: string, value: string | number | boolean | null | object) {
  const [category = '', ...field] = code.split('.');
  const record = { [field.join('.')]: value as never };
  const profile = { records: { person: {}, [category]: record }, roles: [], customRoles: [] };
  return sharedValues(releasedClaims([code], profile, about), english)[0]?.claims[0]?.values;
}

describe('the consent screen says in words what would be served', () => {
  it.each([
    ['person.full_name', 'Aarohi Mehta', ['Aarohi Mehta']],
    ['person.short_name', '', []],
    ['person.full_name', null, []],
    ['student.current_year', 4, ['4']],
    ['student.start_date', '2021-07-16', ['2021-07-16']],
    ['contact_information.email_address_verified', true, ['Yes']],
    ['contact_information.email_address_verified', null, ['No']],
    ['person.display_picture', 'kernel/x.png', ['/media/kernel/x.png']],
    [
      'social_information.links',
      { git: 'https://a.example', oth: 'https://b.example' },
      ['https://a.example', 'https://b.example'],
    ],
    ['social_information.links', {}, []],
  ])('%s = %j', (code, value, words) => {
    expect(shown(code, value)).toEqual(words);
  });

  it('names roles with their standing', () => {
    const profile = {
      records: { person: {} },
      roles: [
        { role: 'Maintainer', startDate: '2027-01-01', endDate: null },
        { role: 'Student', startDate: '2021-07-16', endDate: null },
      ] as const,
      customRoles: [{ role: 'council.Secretary', startDate: '2020-01-01', endDate: '2021-01-01' }],
    };
    const codes = ['person.roles', 'person.custom_roles'];
    expect(sharedValues(releasedClaims(codes, profile, about), english)).toEqual([
      {
        label: 'Personal',
        claims: [
          {
            code: 'person.roles',
            label: 'Roles',
            type: 'roles',
            values: ['Student (active)', 'Maintainer (not yet active)'],
          },
          {
            code: 'person.custom_roles',
            label: 'Custom Roles',
            type: 'custom-roles',
            values: ['council.Secretary (ended)'],
          },
        ],
      },
    ]);
  });

  it('lists what it asks for also where there is no record', () => {
    const profile = { records: { person: {} }, roles: [], customRoles: [] };
    const codes = ['contact_information.email_address_verified'];
    expect(sharedValues(releasedClaims(codes, profile, about), english)).toEqual([
      {
        label: 'Contact information',
        claims: [{ code: codes[0], label: 'Email address verified', type: 'boolean', values: [] }],
      },
    ]);
  });
});
