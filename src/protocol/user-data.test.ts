import { describe, expect, it } from 'vitest';

import type { Account, Profile } from '../domain/account.ts';
import { claimCatalogue } from '../domain/claim.ts';
import { DEFAULT_CLAIM_CATALOGUE, DEFAULT_CLAIM_SOURCES } from '../domain/claim-catalogue.ts';
import { NOW } from './fixtures/campus.ts';
import { servedClaims, userData } from './user-data.ts';

const EVERYTHING = [...DEFAULT_CLAIM_CATALOGUE.byCode.keys()];
const about = { catalogue: DEFAULT_CLAIM_CATALOGUE, today: '2026-11-24' };

const DHRUV: Account = {
  environment: 'live',
  id: 9,
  username: '15114009',
  isActive: true,
  language: null,
  profile: {
    records: {
      person: {
        short_name: 'Dhruv',
        full_name: 'ध्रुव "B" <x>',
        display_picture: 'kernel/display_pictures/x.png',
      },
      student: {
        start_date: '2015-07-16',
        enrolment_number: '15114009',
        'branch.name': 'B.Tech. (Civil Engineering)',
        'branch.degree.name': 'B.Tech. - Bachelor of Technology',
        'branch.department.name': 'Civil Engineering Department',
        current_year: 4,
        current_semester: 8,
      },
      biological_information: { date_of_birth: '1997-01-01', blood_group: 'O+', sex: 'male' },
      contact_information: { institute_webmail_address: 'd@iitr.example' },
      residential_information: { 'residence.name': 'Rajendra bhawan', room_number: 'A-101' },
      social_information: { links: { git: 'https://github.com/x', oth: 'https://x.dev' } },
    },
    roles: [
      { role: 'Guest', startDate: '2027-01-01', endDate: null },
      { role: 'Maintainer', startDate: '2020-01-01', endDate: '2026-11-23' },
      { role: 'Student', startDate: '2015-07-16', endDate: '2026-11-24' },
    ],
    customRoles: [{ role: 'council.Secretary', startDate: '2026-01-01', endDate: null }],
  },
};

interface Case {
  readonly account?: Account;
  readonly granted: readonly string[];
  readonly approved?: readonly string[];
}

function text({ account = DHRUV, granted, approved = granted }: Case, around = about): string {
  const access = {
    authorizationId: 1,
    expiresAt: NOW,
    scope: ['read', 'write'],
    grantedClaims: granted,
    client: {
      number: 1,
      environment: 'live',
      status: 'approved',
      grantableClaims: approved,
    },
    account,
  } as const;
  return userData(access, servedClaims(access), around);
}

function withProfile(profile: Partial<Profile>): Account {
  return { ...DHRUV, profile: { records: { person: {} }, roles: [], customRoles: [], ...profile } };
}

describe('wire contract §1.4: the sample of everything', () => {
  it('is compact, in order, with spaces in keys and letters as they are', () => {
    expect(text({ granted: EVERYTHING })).toBe(
      '{"userId":9,"username":"15114009",' +
        '"person":{"shortName":"Dhruv","fullName":"ध्रुव \\"B\\" <x>",' +
        '"roles":[{"role":"Student","activeStatus":"ActiveStatus.IS_ACTIVE"},' +
        '{"role":"Maintainer","activeStatus":"ActiveStatus.HAS_BEEN_ACTIVE"},' +
        '{"role":"Guest","activeStatus":"ActiveStatus.WILL_BE_ACTIVE"}],' +
        '"customRoles":[{"role":"council.Secretary","activeStatus":"ActiveStatus.IS_ACTIVE"}],' +
        '"displayPicture":"/media/kernel/display_pictures/x.png"},' +
        '"student":{"startDate":"2015-07-16","endDate":null,"enrolmentNumber":"15114009",' +
        '"branch name":"B.Tech. (Civil Engineering)",' +
        '"branch degree name":"B.Tech. - Bachelor of Technology",' +
        '"branch department name":"Civil Engineering Department","currentYear":4,"currentSemester":8},' +
        '"facultyMember":{},' +
        '"biologicalInformation":{"dateOfBirth":"1997-01-01","bloodGroup":"O+","sex":"male","gender":null},' +
        '"contactInformation":{"emailAddress":null,"emailAddressVerified":false,' +
        '"instituteWebmailAddress":"d@iitr.example","primaryPhoneNumber":null,"secondaryPhoneNumber":null},' +
        '"residentialInformation":{"residence name":"Rajendra bhawan","roomNumber":"A-101"},' +
        '"socialInformation":{"git":"https://github.com/x","oth":"https://x.dev"}}',
    );
  });
});

describe('wire contract §1.1: which keys there are, and in which order', () => {
  it('is the developer’s order inside a category, the fixed one between them', () => {
    const granted = ['student.current_year', 'person.full_name', 'student.branch.name'];
    expect(text({ granted })).toBe(
      '{"userId":9,"username":"15114009","person":{"fullName":"ध्रुव \\"B\\" <x>"},' +
        '"student":{"currentYear":4,"branch name":"B.Tech. (Civil Engineering)"}}',
    );
  });

  it('has roles, custom roles and picture last in person, in that order', () => {
    const granted = [
      'person.display_picture',
      'person.custom_roles',
      'person.roles',
      'person.full_name',
      'person.short_name',
    ];
    const { person } = JSON.parse(text({ granted })) as { person: object };
    expect(Object.keys(person)).toEqual([
      'fullName',
      'shortName',
      'roles',
      'customRoles',
      'displayPicture',
    ]);
  });

  it('has person for roles alone (§1.5)', () => {
    const account = withProfile({});
    expect(text({ account, granted: ['person.roles', 'person.display_picture'] })).toBe(
      '{"userId":9,"username":"15114009","person":{"roles":[],"displayPicture":null}}',
    );
  });

  it('leaves out what the catalogue does not know', () => {
    expect(text({ granted: ['student.retired', 'nothing.at.all'] })).toBe(
      '{"userId":9,"username":"15114009"}',
    );
  });
});

describe('wire contract §1.4: missing records', () => {
  it('are {}, and what is missing in a record stands for nothing', () => {
    const account = withProfile({ records: { person: {}, student: {} } });
    expect(text({ account, granted: EVERYTHING })).toBe(
      '{"userId":9,"username":"15114009",' +
        '"person":{"shortName":"","fullName":null,"roles":[],"customRoles":[],"displayPicture":null},' +
        '"student":{"startDate":null,"endDate":null,"enrolmentNumber":null,"branch name":null,' +
        '"branch degree name":null,"branch department name":null,"currentYear":null,"currentSemester":null},' +
        '"facultyMember":{},"biologicalInformation":{},"contactInformation":{},' +
        '"residentialInformation":{},"socialInformation":{}}',
    );
  });

  it('an account that is no person’s has no data but its own', () => {
    const account = withProfile({ records: { student: { current_year: 4 } } });
    expect(text({ account: { ...account, username: null }, granted: EVERYTHING })).toBe(
      '{"userId":9,"username":null}',
    );
  });

  it('a record of links without any is {} as well', () => {
    const account = withProfile({ records: { person: {}, social_information: {} } });
    expect(text({ account, granted: ['social_information.links'] })).toBe(
      '{"userId":9,"username":"15114009","socialInformation":{}}',
    );
  });
});

describe('what is served is what was granted and is still approved', () => {
  it('a claim approved later is not served unasked', () => {
    const approved = ['student.current_year', 'person.full_name'];
    expect(text({ granted: ['student.current_year'], approved })).toBe(
      '{"userId":9,"username":"15114009","student":{"currentYear":4}}',
    );
  });

  it('a claim not approved any more is not served either', () => {
    const granted = ['student.current_year', 'person.full_name'];
    expect(text({ granted, approved: ['student.current_year'] })).toBe(
      '{"userId":9,"username":"15114009","student":{"currentYear":4}}',
    );
  });
});

describe('odd values', () => {
  it('a picture stored with /media/ in front is served the same', () => {
    const records = { person: { display_picture: '/media/kernel/display_pictures/x.png' } };
    expect(text({ account: withProfile({ records }), granted: ['person.display_picture'] })).toBe(
      '{"userId":9,"username":"15114009","person":{"displayPicture":"/media/kernel/display_pictures/x.png"}}',
    );
  });

  it('line separators are escaped, as Django REST framework does', () => {
    const records = { person: { full_name: 'a\u2028b' } };
    expect(text({ account: withProfile({ records }), granted: ['person.full_name'] })).toBe(
      String.raw`{"userId":9,"username":"15114009","person":{"fullName":"a\u2028b"}}`,
    );
  });

  it('an institution’s own category comes after those of the wire contract', () => {
    const catalogue = claimCatalogue([
      ...DEFAULT_CLAIM_SOURCES,
      {
        code: 'library_card',
        label: 'Library',
        claims: [{ code: 'library_card.card.number', label: 'Card', type: 'integer' }],
      },
    ]);
    const records = { person: {}, library_card: { 'card.number': 7 } };
    const granted = ['library_card.card.number', 'student.current_year'];
    expect(text({ account: withProfile({ records }), granted }, { ...about, catalogue })).toBe(
      '{"userId":9,"username":"15114009","student":{},"libraryCard":{"card number":7}}',
    );
  });
});
