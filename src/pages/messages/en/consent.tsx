import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Whether an app may read a person's data. */
export const consent = {
  title: (app: string): string => `Allow ${app}?`,
  wouldLikeToRead: (app: Child): JSX.Element => <>{app} would like to read your data</>,
  madeBy: (team: Child): JSX.Element => <>Made by {team}.</>,
  reviewedBy: (institution: string): string => `Reviewed by ${institution}.`,

  usedBy: (count: string): string => `At least ${count} other people here use it.`,

  firstTime: 'This app has not asked you before.',
  allowedBefore: (when: Child): JSX.Element => <>You last allowed this app {when}.</>,
  endedBefore: (when: Child): JSX.Element => <>You ended this app’s access {when}.</>,
  asksForMore: 'It asks for more now: see what is marked as new.',
  asksForNothingNew: 'It asks for nothing new.',

  /** Before the name, for those who do not see where it stands. */
  signedInAs: 'You are signed in as',
  useAnotherAccount: 'Not you? Use another account',

  whatItWouldRead: 'What it would read',
  account: 'Account',
  username: 'Username',
  accountNumber: 'Account number',
  someOptional:
    'Untick what you do not want to share. The app needs whatever has no box. Choose Deny to share nothing.',
  allNeeded: 'The app does not work without any of this. Choose Deny to share nothing.',
  optional: '(optional)',
  isNew: 'New',
  /** In the words of the app's team. */
  reason: (reason: Child): JSX.Element => <>What for: {reason}</>,
  nothingRecorded: 'nothing recorded',
  yourPicture: 'Your picture',
  yes: 'Yes',
  no: 'No',
  /** A role with its standing today. */
  activeRole: (role: string): string => `${role} (active)`,
  endedRole: (role: string): string => `${role} (ended)`,
  futureRole: (role: string): string => `${role} (not yet active)`,

  howLong: (): JSX.Element => (
    <>
      It can read this <strong>until you end its access</strong>, also later when something of it
      changes. It cannot change anything.
    </>
  ),
  takeBack: (accountPage: string): JSX.Element => (
    <>
      You can take this back at any time on <a href={accountPage}>your account page</a>.
    </>
  ),
  complain: (contact: Child): JSX.Element => <>Is something wrong with this app? Tell {contact}.</>,

  deny: 'Deny',
  allow: 'Allow',
  destination: (host: Child, institution: string): JSX.Element => (
    <>
      Allow takes you to {host}. Deny takes you to your {institution} home page, and shares nothing.
    </>
  ),
};
