import type { Profile, ProfileRecord, RoleAssignment, RoleName } from '../domain/account.ts';
import type { AvatarColours } from '../picture/avatar.ts';

/** Of every demo account; public, and the reason why production refuses demo data. */
export const DEMO_PASSWORD = 'demo-campus';

/** Who is who, by username: students have an enrolment number of 8 digits, others an employee number of 6. */
export const DEMO_USERNAMES = {
  /** A student who reviews apps. */
  maintainer: '23115042',
  /** A student who registered the demo apps. */
  developer: '24114017',
  /** A student whose maintainer role has ended. */
  formerMaintainer: '22312031',
  professor: '100234',
  /** A faculty member with a role that starts next year. */
  associateProfessor: '100587',
  /** Neither student nor faculty. */
  staff: '300112',
  /** Has every record, and nothing in any but the name. */
  newcomer: '26118055',
} as const;

export interface DemoPerson {
  readonly username: string;
  /** For the list of sign-ins. */
  readonly who: string;
  readonly profile: Profile;
  /** Drawn for them and stored where `person.display_picture` says; null: they have none. */
  readonly avatar: AvatarColours | null;
}

/**
 * The people of the demo campus, the maintainer first.
 * @param today `YYYY-MM-DD`: some roles lie ahead
 */
export function demoPeople(today: string): readonly DemoPerson[] {
  return [
    {
      username: DEMO_USERNAMES.maintainer,
      who: 'Ananya Iyer, student and maintainer: reviews apps',
      avatar: { background: '#1d4e89', foreground: '#f7b32b' },
      profile: {
        roles: [role('Student', '2023-07-20'), role('Maintainer', '2024-08-01')],
        customRoles: [{ role: 'student_clubs.Secretary', startDate: '2025-04-01', endDate: null }],
        records: {
          person: person('Ananya', 'Ananya Iyer', '5f0c1c52-7d0e-4a53-9a6f-2f1f2b6c8e01'),
          student: {
            start_date: '2023-07-20',
            end_date: null,
            enrolment_number: DEMO_USERNAMES.maintainer,
            'branch.name': 'B.Tech. (Electrical Engineering)',
            'branch.degree.name': 'B.Tech. - Bachelor of Technology',
            'branch.department.name': 'Electrical Engineering Department',
            current_year: 4,
            current_semester: 7,
          },
          biological_information: biological('2005-03-14', 'B+', ['female', 'woman']),
          contact_information: contact('ananya.iyer', '91-5550142042'),
          residential_information: { 'residence.name': 'Sarojini bhawan', room_number: 'C-214' },
          social_information: {
            links: { git: 'https://git.example/ananya', oth: 'https://ananya.example' },
          },
        },
      },
    },
    {
      username: DEMO_USERNAMES.developer,
      who: 'Kabir Singh, student: developer of the demo apps',
      avatar: { background: '#2a9d8f', foreground: '#f1faee' },
      profile: {
        roles: [role('Student', '2024-07-22')],
        customRoles: [],
        records: {
          person: person('Kabir', 'Kabir Singh', '0b6a4b6e-1d0e-4a39-8f5a-6d1f2b6c8e02'),
          student: {
            start_date: '2024-07-22',
            end_date: null,
            enrolment_number: DEMO_USERNAMES.developer,
            'branch.name': 'B.Tech. (Computer Science and Engineering)',
            'branch.degree.name': 'B.Tech. - Bachelor of Technology',
            'branch.department.name': 'Computer Science and Engineering Department',
            current_year: 3,
            current_semester: 5,
          },
          biological_information: biological('2006-01-26', 'O+', ['male', 'man']),
          contact_information: contact('kabir.singh', '5550114017', '91-5550114018'),
          residential_information: { 'residence.name': 'Rajendra bhawan', room_number: 'A-101' },
          social_information: {
            links: {
              git: 'https://git.example/kabir',
              lin: 'https://network.example/in/kabir',
              ins: 'https://pictures.example/kabir',
            },
          },
        },
      },
    },
    {
      username: DEMO_USERNAMES.formerMaintainer,
      who: 'Meera Nair, student: was a maintainer until last year',
      avatar: { background: '#6d597a', foreground: '#ffcdb2' },
      profile: {
        roles: [role('Student', '2022-07-25'), role('Maintainer', '2023-08-01', '2025-07-31')],
        customRoles: [
          { role: 'hostel_office.MessSecretary', startDate: '2024-04-01', endDate: '2025-03-31' },
        ],
        records: {
          person: person('', 'Meera Nair', '9c2f6a77-3a41-4a0b-8c7d-1e4f2b6c8e03'),
          student: {
            start_date: '2022-07-25',
            end_date: null,
            enrolment_number: DEMO_USERNAMES.formerMaintainer,
            'branch.name': 'Int. M.Sc. (Physics)',
            'branch.degree.name': 'Int. M.Sc. - Integrated Master of Science',
            'branch.department.name': 'Physics Department',
            current_year: 5,
            current_semester: 9,
          },
          biological_information: biological('2004-11-02', 'AB-', ['female', 'woman']),
          contact_information: contact('meera.nair', '91-5550112031'),
          residential_information: { 'residence.name': 'Kasturba bhawan', room_number: '17' },
          social_information: { links: {} },
        },
      },
    },
    {
      username: DEMO_USERNAMES.professor,
      who: 'Raghavan Subramanian, professor',
      avatar: { background: '#7f1d1d', foreground: '#fde68a' },
      profile: {
        roles: [role('FacultyMember', '1998-12-01')],
        customRoles: [],
        records: {
          person: person('', 'Raghavan Subramanian', '3e8d2f10-5b7c-4d1e-9b2a-7c5f2b6c8e04'),
          faculty_member: {
            start_date: '1998-12-01',
            end_date: null,
            designation: 'pro',
            'department.name': 'Electrical Engineering Department',
            employee_id: DEMO_USERNAMES.professor,
          },
          biological_information: biological('1966-08-09', 'A+', ['male', 'man']),
          contact_information: contact('raghavan', '91-5550100234'),
        },
      },
    },
    {
      username: DEMO_USERNAMES.associateProfessor,
      who: 'Farah Khan, associate professor: a joint faculty from next year',
      avatar: { background: '#14532d', foreground: '#bbf7d0' },
      profile: {
        roles: [
          role('FacultyMember', '2016-01-04'),
          role('JointFaculty', `${Number(today.slice(0, 4)) + 1}-07-01`),
        ],
        customRoles: [],
        records: {
          person: person('Farah', 'Farah Khan', 'd1a7c3b8-9e2f-4b6d-8a1c-5f7f2b6c8e05'),
          faculty_member: {
            start_date: '2016-01-04',
            end_date: null,
            designation: 'asp',
            'department.name': 'Centre for Transportation Systems',
            employee_id: DEMO_USERNAMES.associateProfessor,
          },
          biological_information: biological('1983-05-30', 'O-', ['female', 'woman']),
          contact_information: contact('farah.khan', '+91 55501 00587'),
          residential_information: { 'residence.name': 'Saraswati Kunj', room_number: '42' },
          social_information: { links: { oth: 'https://khan-lab.example' } },
        },
      },
    },
    {
      username: DEMO_USERNAMES.staff,
      who: 'Lakshmi Devi, library staff',
      avatar: null,
      profile: {
        roles: [role('NonTeachingStaff', '2009-06-15')],
        customRoles: [],
        records: {
          person: person('', 'Lakshmi Devi'),
          contact_information: contact('lakshmi.devi', '5550130112'),
        },
      },
    },
    {
      username: DEMO_USERNAMES.newcomer,
      who: 'Tenzin, who has just arrived: nothing is recorded but the name',
      avatar: null,
      profile: {
        roles: [],
        customRoles: [],
        records: {
          person: person('', 'Tenzin'),
          student: {},
          faculty_member: {},
          biological_information: {},
          contact_information: {},
          residential_information: {},
          social_information: {},
        },
      },
    },
  ];
}

function role(
  name: RoleName,
  startDate: string,
  endDate: string | null = null,
): RoleAssignment<RoleName> {
  return { role: name, startDate, endDate };
}

function person(short: string, full: string, picture?: string): ProfileRecord {
  return {
    short_name: short,
    full_name: full,
    display_picture: picture === undefined ? null : `kernel/display_pictures/${picture}.png`,
  };
}

function biological(
  dateOfBirth: string,
  bloodGroup: string,
  [sex, gender]: readonly [sex: string, gender: string],
): ProfileRecord {
  return { date_of_birth: dateOfBirth, blood_group: bloodGroup, sex, gender };
}

/** Numbers that begin with 555: no phone in India has one. */
function contact(name: string, phone: string, secondPhone: string | null = null): ProfileRecord {
  return {
    email_address: `${name}@mail.example`,
    email_address_verified: true,
    institute_webmail_address: `${name}@institute.example`,
    primary_phone_number: phone,
    secondary_phone_number: secondPhone,
  };
}
