import { claimCatalogue, type ClaimCategorySource } from './claim.ts';

/** The data points of the system this one replaces (wire contract §1.2), in response order. */
export const DEFAULT_CLAIM_SOURCES: readonly ClaimCategorySource[] = [
  {
    code: 'person',
    label: 'Personal',
    translations: { hi: { label: 'व्यक्तिगत जानकारी' } },
    claims: [
      {
        code: 'person.short_name',
        label: 'Short name',
        type: 'string',
        whenUnset: '',
        hint: 'What friends call them',
        translations: { hi: { label: 'छोटा नाम', hint: 'दोस्त जिस नाम से बुलाते हैं' } },
      },
      {
        code: 'person.full_name',
        label: 'Full name',
        type: 'string',
        hint: 'The name in the records',
        translations: { hi: { label: 'पूरा नाम', hint: 'रिकॉर्ड में दर्ज नाम' } },
      },
      {
        code: 'person.roles',
        label: 'Roles',
        type: 'roles',
        hint: 'Student, faculty, staff … with dates in force',
        translations: { hi: { label: 'भूमिकाएँ', hint: 'विद्यार्थी, संकाय, कर्मचारी … और उनकी अवधि' } },
      },
      {
        code: 'person.custom_roles',
        label: 'Custom Roles',
        type: 'custom-roles',
        hint: 'Posts held in student bodies and offices',
        translations: { hi: { label: 'अन्य भूमिकाएँ', hint: 'छात्र संगठनों और कार्यालयों के पद' } },
      },
      {
        code: 'person.display_picture',
        label: 'Display picture',
        type: 'picture',
        translations: { hi: { label: 'प्रोफ़ाइल फ़ोटो' } },
      },
    ],
  },
  {
    code: 'student',
    label: 'Student',
    translations: { hi: { label: 'विद्यार्थी' } },
    claims: [
      {
        code: 'student.start_date',
        label: 'Joining date',
        type: 'date',
        translations: { hi: { label: 'प्रवेश की तारीख' } },
      },
      {
        code: 'student.end_date',
        label: 'Graduation date',
        type: 'date',
        translations: { hi: { label: 'पढ़ाई पूरी होने की तारीख' } },
      },
      {
        code: 'student.enrolment_number',
        label: 'Enrolment number',
        type: 'string',
        translations: { hi: { label: 'नामांकन संख्या' } },
      },
      {
        code: 'student.branch.name',
        label: 'Branch',
        type: 'string',
        translations: { hi: { label: 'ब्रांच' } },
      },
      {
        code: 'student.branch.degree.name',
        label: 'Degree',
        type: 'string',
        translations: { hi: { label: 'डिग्री' } },
      },
      {
        code: 'student.branch.department.name',
        label: 'Department',
        type: 'string',
        translations: { hi: { label: 'विभाग' } },
      },
      {
        code: 'student.current_year',
        label: 'Current year',
        type: 'integer',
        translations: { hi: { label: 'वर्तमान वर्ष' } },
      },
      {
        code: 'student.current_semester',
        label: 'Current semester',
        type: 'integer',
        translations: { hi: { label: 'वर्तमान सेमेस्टर' } },
      },
    ],
  },
  {
    code: 'faculty_member',
    label: 'Faculty member',
    translations: { hi: { label: 'संकाय सदस्य' } },
    claims: [
      {
        code: 'faculty_member.start_date',
        label: 'Joining date',
        type: 'date',
        translations: { hi: { label: 'कार्यभार ग्रहण करने की तारीख' } },
      },
      {
        code: 'faculty_member.end_date',
        label: 'Leaving date',
        type: 'date',
        translations: { hi: { label: 'सेवा समाप्त होने की तारीख' } },
      },
      {
        code: 'faculty_member.designation',
        label: 'Designation',
        type: 'string',
        hint: 'A short code such as asp',
        translations: { hi: { label: 'पदनाम', hint: 'छोटा कोड, जैसे asp' } },
      },
      {
        code: 'faculty_member.department.name',
        label: 'Department',
        type: 'string',
        translations: { hi: { label: 'विभाग' } },
      },
      {
        code: 'faculty_member.employee_id',
        label: 'Employee id',
        type: 'string',
        translations: { hi: { label: 'कर्मचारी आईडी' } },
      },
    ],
  },
  {
    code: 'biological_information',
    label: 'Biological information',
    translations: { hi: { label: 'जैविक जानकारी' } },
    claims: [
      {
        code: 'biological_information.date_of_birth',
        label: 'Date of birth',
        type: 'date',
        translations: { hi: { label: 'जन्मतिथि' } },
      },
      {
        code: 'biological_information.blood_group',
        label: 'Blood group',
        type: 'string',
        translations: { hi: { label: 'ब्लड ग्रुप' } },
      },
      {
        code: 'biological_information.sex',
        label: 'Sex',
        type: 'string',
        translations: { hi: { label: 'लिंग' } },
      },
      {
        code: 'biological_information.gender',
        label: 'Gender',
        type: 'string',
        translations: { hi: { label: 'लैंगिक पहचान' } },
      },
    ],
  },
  {
    code: 'contact_information',
    label: 'Contact information',
    translations: { hi: { label: 'संपर्क जानकारी' } },
    claims: [
      {
        code: 'contact_information.email_address',
        label: 'Email address',
        type: 'string',
        translations: { hi: { label: 'ईमेल पता' } },
      },
      {
        code: 'contact_information.email_address_verified',
        label: 'Email address verified',
        type: 'boolean',
        whenUnset: false,
        translations: { hi: { label: 'ईमेल पता सत्यापित' } },
      },
      {
        code: 'contact_information.institute_webmail_address',
        label: 'Institute webmail address',
        type: 'string',
        translations: { hi: { label: 'संस्थान का वेबमेल पता' } },
      },
      {
        code: 'contact_information.primary_phone_number',
        label: 'Primary phone number',
        type: 'string',
        translations: { hi: { label: 'मुख्य फ़ोन नंबर' } },
      },
      {
        code: 'contact_information.secondary_phone_number',
        label: 'Secondary phone number',
        type: 'string',
        translations: { hi: { label: 'दूसरा फ़ोन नंबर' } },
      },
    ],
  },
  {
    code: 'residential_information',
    label: 'Residential information',
    translations: { hi: { label: 'आवास की जानकारी' } },
    claims: [
      {
        code: 'residential_information.residence.name',
        label: 'Residence',
        type: 'string',
        translations: { hi: { label: 'आवास' } },
      },
      {
        code: 'residential_information.room_number',
        label: 'Room Number',
        type: 'string',
        translations: { hi: { label: 'कमरा नंबर' } },
      },
    ],
  },
  {
    code: 'social_information',
    label: 'Social information',
    translations: { hi: { label: 'सोशल मीडिया' } },
    claims: [
      {
        code: 'social_information.links',
        label: 'Links',
        type: 'links',
        translations: { hi: { label: 'लिंक' } },
      },
    ],
  },
];

export const DEFAULT_CLAIM_CATALOGUE = claimCatalogue(DEFAULT_CLAIM_SOURCES);
