import { claimCatalogue, type ClaimCategorySource } from './claim.ts';

/** The data points of the system this one replaces (wire contract §1.2), in response order. */
export const DEFAULT_CLAIM_SOURCES: readonly ClaimCategorySource[] = [
  {
    code: 'person',
    label: 'Personal',
    claims: [
      {
        code: 'person.short_name',
        label: 'Short name',
        type: 'string',
        whenUnset: '',
        hint: 'What friends call them',
      },
      {
        code: 'person.full_name',
        label: 'Full name',
        type: 'string',
        hint: 'The name in the records',
      },
      {
        code: 'person.roles',
        label: 'Roles',
        type: 'roles',
        hint: 'Student, faculty, staff … with dates in force',
      },
      {
        code: 'person.custom_roles',
        label: 'Custom Roles',
        type: 'custom-roles',
        hint: 'Posts held in student bodies and offices',
      },
      { code: 'person.display_picture', label: 'Display picture', type: 'picture' },
    ],
  },
  {
    code: 'student',
    label: 'Student',
    claims: [
      { code: 'student.start_date', label: 'Joining date', type: 'date' },
      { code: 'student.end_date', label: 'Graduation date', type: 'date' },
      { code: 'student.enrolment_number', label: 'Enrolment number', type: 'string' },
      { code: 'student.branch.name', label: 'Branch', type: 'string' },
      { code: 'student.branch.degree.name', label: 'Degree', type: 'string' },
      { code: 'student.branch.department.name', label: 'Department', type: 'string' },
      { code: 'student.current_year', label: 'Current year', type: 'integer' },
      { code: 'student.current_semester', label: 'Current semester', type: 'integer' },
    ],
  },
  {
    code: 'faculty_member',
    label: 'Faculty member',
    claims: [
      { code: 'faculty_member.start_date', label: 'Joining date', type: 'date' },
      { code: 'faculty_member.end_date', label: 'Leaving date', type: 'date' },
      {
        code: 'faculty_member.designation',
        label: 'Designation',
        type: 'string',
        hint: 'A short code such as asp',
      },
      { code: 'faculty_member.department.name', label: 'Department', type: 'string' },
      { code: 'faculty_member.employee_id', label: 'Employee id', type: 'string' },
    ],
  },
  {
    code: 'biological_information',
    label: 'Biological information',
    claims: [
      { code: 'biological_information.date_of_birth', label: 'Date of birth', type: 'date' },
      { code: 'biological_information.blood_group', label: 'Blood group', type: 'string' },
      { code: 'biological_information.sex', label: 'Sex', type: 'string' },
      { code: 'biological_information.gender', label: 'Gender', type: 'string' },
    ],
  },
  {
    code: 'contact_information',
    label: 'Contact information',
    claims: [
      { code: 'contact_information.email_address', label: 'Email address', type: 'string' },
      {
        code: 'contact_information.email_address_verified',
        label: 'Email address verified',
        type: 'boolean',
        whenUnset: false,
      },
      {
        code: 'contact_information.institute_webmail_address',
        label: 'Institute webmail address',
        type: 'string',
      },
      {
        code: 'contact_information.primary_phone_number',
        label: 'Primary phone number',
        type: 'string',
      },
      {
        code: 'contact_information.secondary_phone_number',
        label: 'Secondary phone number',
        type: 'string',
      },
    ],
  },
  {
    code: 'residential_information',
    label: 'Residential information',
    claims: [
      { code: 'residential_information.residence.name', label: 'Residence', type: 'string' },
      { code: 'residential_information.room_number', label: 'Room Number', type: 'string' },
    ],
  },
  {
    code: 'social_information',
    label: 'Social information',
    claims: [{ code: 'social_information.links', label: 'Links', type: 'links' }],
  },
];

export const DEFAULT_CLAIM_CATALOGUE = claimCatalogue(DEFAULT_CLAIM_SOURCES);
