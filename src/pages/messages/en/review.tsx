import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The review desk. */
export const review = {
  title: 'Review',
  lead: 'Apps may ask people for their data only after a maintainer approved them.',
  byStatus: 'Apps by status',
  views: {
    waiting: 'Waiting',
    approved: 'Approved',
    'changes-requested': 'Changes requested',
    rejected: 'Not approved',
    suspended: 'Suspended',
    retired: 'Retired',
  },
  narrowDown: 'Narrow down',
  filters: {
    all: 'All',
    new: 'New apps',
    changes: 'Changes',
    hints: 'With hints',
    'second-vote': 'Need a second approval',
    messages: 'Unanswered messages',
  },
  empty: {
    waiting: { title: 'Nothing waits', text: 'Every app is decided. New ones appear here.' },
    approved: { title: 'No app is approved yet', text: 'Approved apps appear here.' },
    'changes-requested': {
      title: 'Nobody was asked for changes',
      text: 'Apps whose team was asked to change something appear here.',
    },
    rejected: { title: 'No app was turned down', text: 'Apps that were not approved appear here.' },
    suspended: { title: 'No app is suspended', text: 'Apps that were stopped appear here.' },
    retired: { title: 'No app was retired', text: 'Apps that their teams ended appear here.' },
  },
  emptyFilter: {
    title: 'Nothing like that waits',
    text: 'Show all, or look through another list.',
  },
  change: 'Change',
  overAWeek: 'Over a week',
  secondVote: 'Needs a second approval',
  messageWaits: 'Message waits',
  by: (name: Child, claims: string): JSX.Element => (
    <>
      {name} · {claims}
    </>
  ),
  since: {
    draft: (when: Child): JSX.Element => <>Drafted {when}</>,
    'in-review': (when: Child): JSX.Element => <>Sent to review {when}</>,
    'changes-requested': (when: Child): JSX.Element => <>Changes requested {when}</>,
    approved: (when: Child): JSX.Element => <>Approved {when}</>,
    rejected: (when: Child): JSX.Element => <>Turned down {when}</>,
    suspended: (when: Child): JSX.Element => <>Suspended {when}</>,
    retired: (when: Child): JSX.Element => <>Retired {when}</>,
  },

  hints: 'Look twice',
  hint: {
    'unusual-claims': (claims: string): string => `Asks for more than apps usually do: ${claims}`,
    'new-developer': 'First app of this developer',
    'foreign-host': (hosts: string): string => `Leads to a host outside the institution: ${hosts}`,
    'http-redirect': 'Leads to an address without TLS',
    'many-claims': (count: number): string => `Asks for ${count} data points`,
    'team-of-one': 'One person in the team',
    'no-reasons': (count: number): string =>
      count === 1
        ? 'Does not say what 1 data point is for'
        : `Does not say what ${count} data points are for`,
    'attestation-overdue': 'The team did not confirm that it is still in use',
    'no-owner': 'Nobody who owns it is here any more',
    'owner-leaves': 'Its last owner leaves soon',
  },

  select: (app: string): string => `Select ${app}`,
  bulkTitle: 'With those selected',
  bulkApprove: 'Approve them',
  bulkRequestChanges: 'Request changes',
  bulkMessage: 'Message to the teams',
  bulkMessageHint: 'Needed to request changes. Each team gets it.',
  bulkDone: (decided: number): string =>
    decided === 1 ? '1 app is decided.' : `${decided} apps are decided.`,
  bulkVoted: (voted: number): string =>
    voted === 1 ? '1 app needs a second approval.' : `${voted} apps need a second approval.`,
  bulkLeft: (apps: string): string =>
    `Not decided, because they changed meanwhile or are not yours to decide: ${apps}.`,
  bulkNothing: 'Select at least one app.',
  keyboardTitle: 'Keyboard',
  keyboard: {
    next: 'next app',
    previous: 'previous app',
    open: 'open it',
    select: 'select it',
    approve: 'approve',
    requestChanges: 'request changes',
    help: 'this help',
  },
  close: 'Close',
  deskSettings: 'Questions and replies',

  reviewOf: (app: string): string => `Review ${app}`,
  nothingDecided: 'Nothing was decided',
  asksFor: 'What it asks for',
  total: (count: number): string =>
    count === 1
      ? '1 data point, besides account number and username.'
      : `${count} data points, besides account number and username.`,
  compared: (total: string, added: number, removed: number): string =>
    `${total} Compared with what is approved now: ${added} new, ${removed} gone.`,
  new: 'new',
  reworded: 'said differently',
  before: (text: string): string => `before: ${text}`,
  noReason: 'Does not say what for.',
  developersWords: 'In the developer’s words',
  connection: 'How it connects',
  sendsPeopleTo: 'Sends people to',
  redirectUris: 'Redirect URIs',
  withoutTls: (host: string): string => `${host} (without TLS)`,
  onTheDevice: (scheme: string): string => `${scheme} (an app on the device)`,
  runs: 'Runs',
  runsPublic: 'On people’s own devices (public), without a client secret',
  runsConfidential: 'On a server (confidential)',
  registered: 'Registered',
  clientId: 'Client ID',
  team: 'Team',
  teamSummary: 'People see these names when they sign in.',
  earlierRevisions: 'Earlier requests',
  revisionOf: (number: number): string => `Request ${number}`,
  revisionStates: {
    draft: 'Draft',
    'in-review': 'In review',
    'changes-requested': 'Changes requested',
    rejected: 'Not approved',
    approved: 'Approved',
    withdrawn: 'Withdrawn',
    replaced: 'Replaced by the next',
  },
  againstBefore: (number: number): string => `Compared with request ${number}:`,
  answers: 'Checklist',
  yes: 'yes',
  no: 'no',

  ownApp: 'This is your own app',
  ownAppText: 'You are in its team, so another maintainer has to decide.',
  nothingPossible: 'There is nothing to decide',
  nothingPossibleText: 'Its team is still writing, or it has ended.',
  decisionTitle: 'Your decision',
  decisionSummary: 'Kept in the history with your name, and mailed to everybody in the team.',
  firstVote: (name: Child, when: Child): JSX.Element => (
    <>
      {name} would approve it, {when}. A second maintainer has to agree.
    </>
  ),
  yourVote: 'You approved it already. Another maintainer has to agree.',
  needsTwo: 'An approval needs two maintainers. Yours is the first.',
  firstDeclined: (claims: string): string => `Without: ${claims}.`,
  checklistTitle: 'Before you approve',
  eachDataPoint: 'Each data point',
  eachDataPointHint: 'Untick what you do not approve, and say why. The app runs with the rest.',
  whyNot: (claim: string): string => `${claim}: why not`,
  whyNotPlaceholder: 'Why not?',
  decision: 'Decision',
  decide: 'Record the decision',
  labels: {
    approved: 'Approve',
    'changes-requested': 'Request changes',
    rejected: 'Reject',
    suspended: 'Suspend',
    reinstated: 'Approve again',
  },
  confirm: 'Confirm the approval',
  consequence: {
    approved:
      'People can sign in, and the app reads exactly the data points ticked above if they allow it.',
    'changes-requested': 'The team changes it and sends it again.',
    changesRequestedOfChange:
      'The team changes it and sends it again. The app goes on as approved.',
    rejected: 'Nobody can sign in. The team can change the app and ask again.',
    rejectedChange: 'The app goes on with what is approved now.',
    suspended:
      'Stops everything at once, also for people who gave access before. Only a maintainer can lift it.',
    reinstated: 'The app works again, with what was approved before.',
    reinstatedToReview: 'It waits for review again.',
  },
  message: 'Message to the team',
  messageHint: 'Needed unless you approve: say what is wrong and what would put it right.',
  replies: 'Ready-made replies',
  useReply: 'Insert',
  problems: {
    'decision-missing': 'Choose a decision.',
    'message-missing': 'Write to the team why, so that they can put it right.',
    'message-too-long': 'Use at most 4000 characters.',
    'reason-missing': 'Say for each data point that you unticked why it is not approved.',
    'nothing-approved': 'Nothing would be approved. Reject the request instead.',
    'voted-already': 'You approved it already. Another maintainer has to agree.',
    'own-client': 'You are in the team of this app, so another maintainer has to decide.',
    'changed-meanwhile':
      'While you were reading, the team changed what it asks for, or another maintainer decided. This page shows it as it is now: look again, then decide.',
  },

  settingsTitle: 'Questions and replies',
  settingsLead:
    'What every reviewer is asked before an approval, and replies that are ready to use.',
  checklist: 'Checklist',
  checklistHint: 'One question a line, at most 12. Answers are stored with the decision.',
  repliesField: 'Replies',
  repliesHint:
    'The first line of each is its name, the rest its text. A line of three dashes (---) stands between two.',
  saveSettings: 'Save',
  resetHint: 'Leave a field empty to use what comes with the product.',
  settingsChangedMeanwhile: 'Somebody else saved meanwhile. This page shows what holds now.',

  defaultChecklist: [
    'The description says what the app does, for whom, and who runs it.',
    'It needs each data point for what it says.',
    'It asks for nothing that it can do without.',
    'The redirect URIs belong to the people who run it.',
    'Name and logo do not pretend to be something else.',
  ],
  defaultReplies: [
    {
      title: 'Ask for less',
      text: 'Your app asks for more than it needs for what you describe. Please take away the data points it can do without, or let people leave them out.',
    },
    {
      title: 'Say what for',
      text: 'Please say for each data point what your app needs it for. People read it before they decide.',
    },
    {
      title: 'Describe more',
      text: 'Please describe who runs the app, where the data is kept and for how long, and who can see it.',
    },
    {
      title: 'Use https',
      text: 'A redirect URI leads to an address without TLS, where others can read along. Please give your server a certificate and use https.',
    },
    {
      title: 'Welcome',
      text: 'Thank you for the clear description. Welcome, and tell us if something does not work.',
    },
  ],
};
