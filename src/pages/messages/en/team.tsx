import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Who is in the team of an app as what; invitations; who looks after an app when its owners are gone. */
export const team = {
  title: 'Team',
  summary: 'People see these names when they sign in.',
  roles: { owner: 'Owner', developer: 'Developer', viewer: 'Viewer' },
  aboutRoles: 'What each role may do',
  roleMeanings: {
    owner: 'Everything: also the team, and retiring or deleting the app.',
    developer: 'Changes the app and its secrets, asks for data points, writes with the reviewers.',
    viewer: 'Reads all of it, and changes nothing.',
  },
  yourRole: (role: Child): JSX.Element => <>Your role in this team: {role}.</>,
  readOnly: (owners: string): string =>
    owners === ''
      ? 'You can read everything here, and change nothing.'
      : `You can read everything here, and change nothing. To do more, ask an owner: ${owners}.`,
  registeredTheApp: 'registered the app',
  you: 'You',
  gone: 'Not here any more',
  successor: 'Successor',
  leavesOn: (day: string): string => `Here until ${day}`,

  roleOf: (name: string): string => `Role of ${name}`,
  saveRole: 'Save',
  theRoleOf: (name: string): string => `the role of ${name}`,
  leave: 'Leave',
  remove: 'Remove',
  theTeam: 'the team',
  fromTheTeam: (name: string): string => `${name} from the team`,

  inviteTitle: 'Invite by e-mail',
  inviteSummary:
    'They get a link that works for 7 days, sign in, and accept or decline. We do not say whether an account has the address.',
  address: 'E-mail address',
  role: 'Role',
  invite: 'Send the invitation',
  addTitle: 'Add a colleague at once',
  addSummary:
    'For somebody whose username, enrolment number or employee id you know. They get a mail, and can leave.',
  person: 'Username, enrolment number or employee id',
  add: 'Add to the team',

  pendingTitle: 'Open invitations',
  nobodyInvited: 'Nobody is invited at the moment.',
  invitedAs: (role: string, by: Child, when: Child): JSX.Element => (
    <>
      {role}, invited by {by} {when}
    </>
  ),
  expires: (when: Child): JSX.Element => <>The link works until {when}</>,
  expired: 'The link has expired',
  sendAgain: 'Send again',
  revoke: 'Revoke',
  theInvitationOf: (address: string): string => `the invitation of ${address}`,

  successorTitle: 'Successor',
  successorSummary:
    'Becomes owner without anybody doing anything, when no owner is here any more: deactivated, or without a current role.',
  whoSucceeds: 'Who becomes owner then',
  nobody: 'Nobody',
  saveSuccessor: 'Save the successor',
  noSuccessorPossible: 'Everybody in the team is an owner already, so nobody has to follow.',

  transferTitle: 'Hand the app over',
  transferSummary: 'They become owner, and you become developer, in one step.',
  newOwner: 'New owner',
  transfer: 'Hand over',
  nobodyToTransferTo: 'There is nobody else in the team yet.',

  endsTitle: 'The last owner leaves soon',
  ends: (day: string): string =>
    `After ${day} no owner of this app is here any more, as far as your institution knows.`,
  endsWithSuccessor: (name: Child): JSX.Element => <>{name} becomes owner then.</>,
  endsWithoutSuccessor: 'Make somebody else an owner, or name a successor, before that day.',
  ownerlessTitle: 'This app has no owner any more',
  ownerless:
    'Its owners are deactivated or have no current role. The app goes on working, but nobody can change its team.',
  youMayTakeOver: 'Of the developers who are here you joined first, so you can take it over.',
  takeOver: 'Take over this app',
  mayTakeOver: (name: Child): JSX.Element => (
    <>{name} joined first of the developers who are here, and can take it over.</>
  ),
  nobodyMayTakeOver: 'No developer is left in the team. A maintainer can make somebody owner.',

  appointTitle: 'Make somebody owner',
  appointSummary:
    'Nobody who owns this app is here any more. Whoever you name joins its team as owner, and the team is told by mail.',
  appoint: 'Make them owner',
  appointHint: 'A member of the team or anybody else: their username, or what they sign in with.',

  problems: {
    'no-such-person':
      'Nobody has this username or number. Check it with the person you want to add.',
    'is-address': 'Use “Invite by e-mail” for an address: whoever gets it has to accept.',
    'already-member': 'This person is in the team already.',
    'not-a-member': 'This person is not in the team any more.',
    'last-owner':
      'An app needs an owner who is here. Make somebody else an owner first, or hand the app over.',
    'no-address': 'Write one e-mail address, such as bela@example.edu.',
    'no-such-role': 'Choose a role.',
    'too-many': 'Twenty invitations are open, more is not possible. Revoke one first.',
    'no-owner-possible': 'This person is deactivated or has no current role. Choose somebody else.',
    'has-owner': 'An owner of this app is here again.',
    'own-client': 'You are in the team of this app, so another maintainer has to decide.',
  },
  tooManyMails: (wait: string): string =>
    `You have sent many invitations today. Try again in ${wait}.`,

  refusedTitle: 'Your role does not allow this',
  refused: (app: string, role: string): string =>
    `In the team of ${app} you are: ${role}. Nothing was changed.`,
  refusedAdvice: 'An owner of the app can change your role.',
  neededRole: 'Needed role',
  owners: 'Owners',

  invitationTitle: (app: string): string => `Join the team of ${app}`,
  invitationLead: (by: Child, app: Child): JSX.Element => (
    <>
      {by} invites you to the team of {app}.
    </>
  ),
  yourRoleWouldBe: 'Your role',
  sentTo: 'Sent to',
  validUntil: 'Open until',
  signedInAs: (name: Child): JSX.Element => <>You join as {name}, who is signed in here.</>,
  teamSeesName: 'People who sign in to the app see your name.',
  accept: 'Join the team',
  decline: 'Decline',
  invitationGone: {
    title: 'This invitation is not open any more',
    explanation: 'It was answered, revoked or replaced, or its 7 days are over.',
    advice: 'Ask whoever invited you to send it again.',
  },
  forSomebodyElse: {
    title: 'This invitation is for somebody else',
    explanation: 'The address it was sent to belongs to another account here.',
    advice: 'Sign out, and sign in with that account.',
  },
};
