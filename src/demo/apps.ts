import type { ClientRole } from '../domain/client-role.ts';
import type { TypedRegistration } from '../portal/registration-form.ts';
import type { TypedClaim } from '../portal/requested-claims.ts';
import { DEMO_USERNAMES } from './people.ts';

export interface DemoApp {
  /** As its developer typed it into the form. */
  readonly registration: TypedRegistration;
  /** How long before the first start it was registered. */
  readonly registeredDaysAgo: number;
  /** What the maintainer said when approving it; null: it waits for review. */
  readonly approval: string | null;
  /** Who is in its team beside its developer. */
  readonly team: readonly DemoMember[];
  /** Addresses that were invited and did not answer yet. */
  readonly invited: readonly { readonly address: string; readonly role: ClientRole }[];
}

interface DemoMember {
  readonly username: string;
  readonly role: ClientRole;
  readonly isSuccessor: boolean;
}

/** One app that works and one that waits, so that the dashboard and the review desk have something to show. */
export const DEMO_APPS: readonly DemoApp[] = [
  {
    registeredDaysAgo: 12,
    team: [
      { username: DEMO_USERNAMES.formerMaintainer, role: 'developer', isSuccessor: true },
      { username: DEMO_USERNAMES.staff, role: 'viewer', isSuccessor: false },
    ],
    invited: [{ address: 'mess@students.example', role: 'developer' }],
    approval:
      'The menu depends on the residence, and nothing beyond name and picture is asked for besides.',
    registration: {
      name: 'Mess Menu',
      clientType: 'confidential',
      redirectUris: 'http://localhost:3000/callback\nhttp://127.0.0.1/callback',
      acceptsTerms: true,
      claims: [
        asked('person.short_name', 'To greet you.'),
        asked('person.full_name', 'So that the mess committee sees who skips a meal.'),
        { ...asked('person.display_picture', 'To greet you with your picture.'), optional: true },
        asked('residential_information.residence.name', 'To show the menu of your bhawan.'),
      ],
      description: paragraphs(
        `Mess Menu tells residents of a bhawan what is cooked today and this week, and lets them say in advance
        which meals they will not take, so that the mess cooks less food that nobody eats. The mess committee of each
        bhawan enters the menu on Sunday; residents open the page on a phone, see the next meal first, and mark the
        meals they skip until eight in the evening of the day before.`,
        `We ask for the residence because every bhawan has a menu of its own and a resident should see the right one
        without choosing. We ask for the name and the picture to greet people and to let the committee see who skipped
        which meal when rebates are counted at the end of the month.`,
        `Nothing else is stored: no room number, no contact, no enrolment number. Records of skipped meals are deleted
        when the semester ends. The app is run by three students of the hostel affairs council on a machine of the
        computer centre, and its source code is open to every resident who wants to read it.`,
      ),
    },
  },
  {
    registeredDaysAgo: 2,
    team: [],
    invited: [],
    approval: null,
    registration: {
      name: 'Ride Together',
      clientType: 'public',
      redirectUris: 'ridetogether://callback.example/signed-in',
      acceptsTerms: true,
      claims: [
        asked('person.full_name', 'So that people know with whom they share a car.'),
        asked('person.roles', 'To show that you are of the campus.'),
        asked('student.enrolment_number', 'Shown to the others in the same car only.'),
        { ...asked('student.branch.name', 'Shown to the others in the same car.'), optional: true },
        asked('contact_information.primary_phone_number', 'To find each other at the gate.'),
        asked('contact_information.institute_webmail_address', ''),
      ],
      description: paragraphs(
        `Ride Together is an app for the phone that brings people of the campus together who travel the same way at
        the same time: to the railway station before the holidays, to the airport after the examinations, to town on
        a Saturday. Somebody offers seats in a taxi they have ordered, others ask for one, and the fare is shared.`,
        `We ask for the name and the roles because people want to know with whom they share a car and that it is
        somebody of the campus. The enrolment number and the branch are shown to the others in the same car only. The
        phone number and the webmail address are needed to find each other at the gate when the car has come.`,
        `Rides are deleted a week after they took place. No location is recorded at any time, and there is no chat:
        whoever shares a car calls. The app does not take payments; people settle among themselves. It is written and
        run by two students as their course project, and our guide in the department has agreed to it.`,
      ),
    },
  },
];

/** A data point that the app cannot do without. */
function asked(code: string, reason: string): TypedClaim {
  return { code, optional: false, reason };
}

/** A blank line between paragraphs; line breaks inside one are only where this file breaks. */
function paragraphs(...texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/\s+/gu, ' ').trim()).join('\n\n');
}
