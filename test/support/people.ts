import type { Profile, RoleAssignment, RoleName } from '../../src/domain/account.ts';

/** People of the tests' campus, each for what their record shows on the wire. */
export type PersonName =
  | 'student'
  | 'maintainer'
  | 'faculty'
  | 'staff'
  | 'blank'
  | 'personless'
  | 'developer'
  | 'stranger';

export interface TestPerson {
  readonly username: string;
  readonly profile: Profile;
}

/** What everybody signs in with. */
export const PASSWORD = 'correct horse battery staple';

function role(
  name: RoleName,
  startDate: string,
  endDate: string | null = null,
): RoleAssignment<RoleName> {
  return { role: name, startDate, endDate };
}

export const PEOPLE: Readonly<Record<PersonName, TestPerson>> = {
  /** Has a value for everything, not all of it ASCII. */
  student: {
    username: '21114009',
    profile: {
      records: {
        person: {
          short_name: 'आरोही',
          full_name: 'Aarohi “Aaru” Mehta-Œuvrard',
          display_picture:
            '/media/kernel/display_pictures/7f0c8f3e-9a43-4a39-9d0d-0a1b2c3d4e5f.png',
        },
        student: {
          start_date: '2021-07-16',
          end_date: null,
          enrolment_number: '21114009',
          'branch.name': 'B.Tech. (Electrical Engineering)',
          'branch.degree.name': 'B.Tech. - Bachelor of Technology',
          'branch.department.name': 'Electrical Engineering Department',
          current_year: 4,
          current_semester: 8,
        },
        biological_information: {
          date_of_birth: '2003-02-28',
          blood_group: 'AB+',
          sex: 'female',
          gender: 'woman',
        },
        contact_information: {
          email_address: 'aarohi@example.org',
          email_address_verified: true,
          institute_webmail_address: 'aarohi_m@ee.campus.example',
          primary_phone_number: '91-9812345678',
          secondary_phone_number: '9876501234',
        },
        residential_information: { 'residence.name': 'Sarojini bhawan', room_number: 'A-101' },
        social_information: {
          links: { git: 'https://github.com/aarohi', oth: 'https://aarohi.example/?a=1&b=<2>' },
        },
      },
      roles: [role('Student', '2021-07-16')],
      customRoles: [],
    },
  },
  /** A student who maintains: roles in every standing, stored in another order than they are served in. */
  maintainer: {
    username: '20112033',
    profile: {
      records: {
        person: { short_name: 'Kabir', full_name: 'Kabir Singh Rathore' },
        student: {
          start_date: '2020-07-20',
          end_date: '2027-05-31',
          enrolment_number: '20112033',
          'branch.name': 'Ph.D. Institute Instrumentation',
          'branch.degree.name': 'Ph.D. - Doctor of Philosophy',
          'branch.department.name': 'Institute Instrumentation Centre',
          current_year: 5,
          current_semester: 9,
        },
        contact_information: {
          email_address: null,
          email_address_verified: false,
          institute_webmail_address: 'kabir_s@iic.campus.example',
        },
      },
      roles: [
        role('Guest', '2027-01-01'),
        role('Maintainer', '2024-08-01'),
        role('JointFaculty', '2019-01-01', '2026-11-23'),
        role('Student', '2020-07-20', '2026-11-24'),
      ],
      customRoles: [
        { role: 'student_council.Secretary', startDate: '2025-04-01', endDate: '2026-03-31' },
        { role: 'shell.LibraryVolunteer', startDate: '2025-04-01', endDate: null },
      ],
    },
  },
  faculty: {
    username: '100234',
    profile: {
      records: {
        person: { short_name: 'Prof. Iyer', full_name: 'Lakshmi Iyer' },
        faculty_member: {
          start_date: '2009-01-05',
          end_date: null,
          designation: 'asp',
          'department.name': 'Electrical Engineering Department',
          employee_id: '100234',
        },
        contact_information: {
          email_address: 'lakshmi@example.org',
          email_address_verified: false,
          institute_webmail_address: 'lakshmi.iyer@ee.campus.example',
          primary_phone_number: '01332-285555',
        },
      },
      roles: [role('FacultyMember', '2009-01-05')],
      customRoles: [],
    },
  },
  /** Neither student nor faculty member: both are `{}` (wire contract §0.3). */
  staff: {
    username: '300877',
    profile: {
      records: {
        person: { short_name: 'Ramesh', full_name: 'Ramesh Kumar' },
        contact_information: { institute_webmail_address: 'ramesh.kumar@campus.example' },
      },
      roles: [role('NonTeachingStaff', '2015-03-02')],
      customRoles: [],
    },
  },
  /** Has every record, and nothing in any. */
  blank: {
    username: '22990001',
    profile: {
      records: {
        person: { full_name: 'Nobody Known' },
        student: {},
        faculty_member: {},
        biological_information: {},
        contact_information: {},
        residential_information: {},
        social_information: {},
      },
      roles: [],
      customRoles: [],
    },
  },
  /** An account without a person (wire contract §1.4). */
  personless: { username: '900001', profile: { records: {}, roles: [], customRoles: [] } },
  developer: {
    username: '21116077',
    profile: {
      records: {
        person: { short_name: 'Dev', full_name: 'Devika Rao' },
        student: { enrolment_number: '21116077', 'branch.name': 'B.Tech. (Computer Science)' },
        contact_information: { institute_webmail_address: 'devika_r@cs.campus.example' },
      },
      roles: [role('Student', '2021-07-16')],
      customRoles: [],
    },
  },
  /** Has nothing to do with anything. */
  stranger: {
    username: '21117001',
    profile: {
      records: {
        person: { short_name: 'Sam', full_name: 'Samaira Khan' },
        contact_information: { institute_webmail_address: 'samaira_k@me.campus.example' },
      },
      roles: [role('Student', '2021-07-16')],
      customRoles: [],
    },
  },
};
