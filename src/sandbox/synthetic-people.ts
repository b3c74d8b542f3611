import type { Profile, ProfileRecord, RoleAssignment, RoleName } from '../domain/account.ts';
import {
  claimField,
  type ClaimCatalogue,
  type ClaimType,
  type JsonValue,
} from '../domain/claim.ts';
import type { AvatarColours } from '../picture/avatar.ts';

/** What a synthetic person is there for. */
export const SYNTHETIC_KINDS = [
  /** A student with a value for everything. */
  'student',
  /** A student who maintains: two roles, and a post that is over. */
  'maintainer',
  /** A name in Devanagari, and no picture. */
  'hindi-name',
  /** Was a student and will be a guest; a long name, no short one, an address that is not verified. */
  'former-student',
  'faculty',
  /** Neither student nor faculty. */
  'staff',
  /** Has every record, and nothing in any but the name. */
  'nothing-recorded',
  /** Not even a personal record: only `userId` and `username` are served (wire contract §1.4). */
  'no-person',
] as const;
export type SyntheticKind = (typeof SYNTHETIC_KINDS)[number];

interface SyntheticSample {
  readonly kind: SyntheticKind;
  /** Digits only, as real ones are, and of a year and a number that nobody has. */
  readonly username: string;
  readonly profile: Profile;
  /** Drawn for them and stored where `person.display_picture` says; null: they have none. */
  readonly avatar: AvatarColours | null;
}

const USERNAMES: Readonly<Record<SyntheticKind, string>> = {
  student: '99999001',
  maintainer: '99999002',
  'hindi-name': '99999003',
  'former-student': '99999004',
  faculty: '999905',
  staff: '999906',
  'nothing-recorded': '99999007',
  'no-person': '99999008',
};

/** What a synthetic person is there for; undefined for one that this program does not know. */
export function syntheticKind(username: string | null): SyntheticKind | undefined {
  return SYNTHETIC_KINDS.find((kind) => USERNAMES[kind] === username);
}

/**
 * The synthetic people, in the order in which they are offered.
 * @param catalogue of the institution: the first of them has a value for its own data points as well
 */
export function syntheticPeople(catalogue: ClaimCatalogue): readonly SyntheticSample[] {
  return SYNTHETIC_KINDS.map((kind) => {
    const { avatar, ...profile } = SAMPLES[kind];
    return {
      kind,
      username: USERNAMES[kind],
      avatar,
      profile: kind === 'student' ? withEveryClaim(profile, catalogue) : profile,
    };
  });
}

type Sample = Profile & Pick<SyntheticSample, 'avatar'>;

/** In force at any time, over at any time, and ahead at any time. */
const ACTIVE = { startDate: '2023-07-20', endDate: null };
const OVER = { startDate: '2017-07-16', endDate: '2021-06-30' };
const AHEAD = { startDate: '2199-07-01', endDate: null };

const SAMPLES: Readonly<Record<SyntheticKind, Sample>> = {
  student: {
    avatar: { background: '#1d4e89', foreground: '#f7b32b' },
    roles: [role('Student', ACTIVE)],
    customRoles: [{ role: 'sandbox_clubs.Secretary', ...ACTIVE }],
    records: {
      person: person('Asha', 'Asha Namuna', picture(1)),
      student: student(USERNAMES.student, ['B.Tech.', 'Bachelor of Technology', 'Electrical']),
      biological_information: biological('2005-02-28', 'AB+', ['female', 'woman']),
      contact_information: contact('asha', { phone: '91-5550199001', second: '5550199011' }),
      residential_information: { 'residence.name': 'Namuna bhawan', room_number: 'A-101' },
      social_information: {
        links: { git: 'https://git.example/asha', oth: 'https://asha.example/?a=1&b=2' },
      },
    },
  },
  maintainer: {
    avatar: { background: '#2a9d8f', foreground: '#f1faee' },
    roles: [role('Student', ACTIVE), role('Maintainer', ACTIVE)],
    customRoles: [
      { role: 'sandbox_council.Secretary', ...OVER },
      { role: 'sandbox_council.President', ...ACTIVE },
    ],
    records: {
      person: person('Vikram', 'Vikram Namuna', picture(2)),
      student: student(USERNAMES.maintainer, ['Ph.D.', 'Doctor of Philosophy', 'Physics']),
      biological_information: biological('1999-12-31', 'O-', ['male', 'man']),
      contact_information: contact('vikram', { phone: '5550199002' }),
      residential_information: { 'residence.name': 'Sandbox bhawan', room_number: '17' },
      social_information: { links: {} },
    },
  },
  'hindi-name': {
    avatar: null,
    roles: [role('Student', ACTIVE)],
    customRoles: [],
    records: {
      person: person('आरोही', 'आरोही नमूना', null),
      student: student(USERNAMES['hindi-name'], [
        'Int. M.Sc.',
        'Integrated Master of Science',
        'Chemistry',
      ]),
      contact_information: contact('arohi', { phone: '+91 55501 99003' }),
      residential_information: { 'residence.name': 'नमूना भवन', room_number: 'ब-12' },
    },
  },
  'former-student': {
    avatar: { background: '#6d597a', foreground: '#ffcdb2' },
    roles: [role('Student', OVER), role('Guest', AHEAD)],
    customRoles: [],
    records: {
      person: person('', 'Zoë Marie-Thérèse Venkatanarasimharajuvaripeta O’Namuna', picture(4)),
      student: {
        ...student(USERNAMES['former-student'], [
          'B.Arch.',
          'Bachelor of Architecture',
          'Architecture',
        ]),
        start_date: OVER.startDate,
        end_date: OVER.endDate,
      },
      contact_information: {
        email_address: 'zoe@mail.example',
        email_address_verified: false,
        institute_webmail_address: null,
        primary_phone_number: null,
        secondary_phone_number: null,
      },
    },
  },
  faculty: {
    avatar: { background: '#14532d', foreground: '#bbf7d0' },
    roles: [role('FacultyMember', OVER.startDate), role('JointFaculty', AHEAD)],
    customRoles: [],
    records: {
      person: person('', 'Farah Namuna', picture(5)),
      faculty_member: {
        start_date: OVER.startDate,
        end_date: null,
        designation: 'asp',
        'department.name': 'Sandbox Engineering Department',
        employee_id: USERNAMES.faculty,
      },
      biological_information: biological('1980-05-30', 'A+', ['female', 'woman']),
      contact_information: contact('farah', { phone: '5550199005' }),
    },
  },
  staff: {
    avatar: null,
    roles: [role('NonTeachingStaff', ACTIVE)],
    customRoles: [],
    records: {
      person: person('Lakshmi', 'Lakshmi Namuna', null),
      contact_information: contact('lakshmi', { phone: '91-5550199006' }),
    },
  },
  'nothing-recorded': {
    avatar: null,
    roles: [],
    customRoles: [],
    records: {
      person: person('', 'Namuna', null),
      student: {},
      faculty_member: {},
      biological_information: {},
      contact_information: {},
      residential_information: {},
      social_information: {},
    },
  },
  'no-person': { avatar: null, roles: [], customRoles: [], records: {} },
};

function role(
  name: RoleName,
  dates: string | Pick<RoleAssignment, 'startDate' | 'endDate'>,
): RoleAssignment<RoleName> {
  return {
    role: name,
    ...(typeof dates === 'string' ? { startDate: dates, endDate: null } : dates),
  };
}

/** A path as real pictures have it. */
function picture(number: number): string {
  return `kernel/display_pictures/5a4db0c5-0000-4000-8000-00000000000${number}.png`;
}

function person(short: string, full: string, displayPicture: string | null): ProfileRecord {
  return { short_name: short, full_name: full, display_picture: displayPicture };
}

/** Branch and degree as existing clients take them apart (wire contract §0.4). */
function student(
  enrolmentNumber: string,
  [degree, degreeName, subject]: readonly [degree: string, degreeName: string, subject: string],
): ProfileRecord {
  return {
    start_date: ACTIVE.startDate,
    end_date: null,
    enrolment_number: enrolmentNumber,
    'branch.name': `${degree} (${subject} Engineering)`,
    'branch.degree.name': `${degree} - ${degreeName}`,
    'branch.department.name': `${subject} Engineering Department`,
    current_year: 4,
    current_semester: 8,
  };
}

function biological(
  dateOfBirth: string,
  bloodGroup: string,
  [sex, gender]: readonly [sex: string, gender: string],
): ProfileRecord {
  return { date_of_birth: dateOfBirth, blood_group: bloodGroup, sex, gender };
}

/** Phone numbers begin with 555, which no phone in India has. */
function contact(
  name: string,
  { phone, second = null }: { readonly phone: string; readonly second?: string | null },
): ProfileRecord {
  return {
    email_address: `${name}.namuna@mail.example`,
    email_address_verified: true,
    institute_webmail_address: `${name}_n@sandbox.example`,
    primary_phone_number: phone,
    secondary_phone_number: second,
  };
}

/** Gives the institution's own data points a value of their type. */
function withEveryClaim(profile: Profile, catalogue: ClaimCatalogue): Profile {
  const records: Record<string, ProfileRecord> = { ...profile.records };
  for (const claim of catalogue.byCode.values()) {
    const { category, type } = claim;
    const value = SAMPLE_VALUES[type];
    const field = claimField(claim);
    if (value === undefined || records[category]?.[field] !== undefined) continue;
    // Nobody is everything: a student has no faculty record.
    if (category === 'faculty_member') continue;
    records[category] = { ...records[category], [field]: value };
  }
  return { ...profile, records };
}

const SAMPLE_VALUES: Readonly<Partial<Record<ClaimType, JsonValue>>> = {
  string: 'Sandbox',
  integer: 7,
  boolean: true,
  date: '2020-02-29',
  links: { oth: 'https://sandbox.example' },
};
