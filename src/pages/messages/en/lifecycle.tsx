import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Where an app and a change of it stand, for its team; and what happened, for everybody. */
export const lifecycle = {
  statusTitle: 'Status',
  explanation: {
    draft: 'Your app is a draft. Only your team sees it, and only its sandbox works.',
    'in-review':
      'Your app waits for a maintainer. Until it is approved, its sandbox works, and nobody real can sign in to it.',
    'changes-requested':
      'A maintainer looked at your app and asks for a change. Until it is approved, only its sandbox works.',
    rejected: 'A maintainer did not approve your app. Only its sandbox works.',
    approved: 'People can sign in to your app, and it reads what they allow.',
    suspended:
      'A maintainer stopped your app. Nobody can sign in to it, and its tokens are refused.',
    retired:
      'Your team ended this app. Nobody can sign in to it, its tokens are dead, and its history stays.',
  },
  whatNext: 'What next?',
  next: {
    draft: 'Finish it, then submit it for review.',
    'in-review':
      'Wait for the mail with the decision. Meanwhile, build your app with the sandbox credentials below.',
    'changes-requested':
      'Change what the reviewer asks for, or answer below, then submit it for review again.',
    rejected: 'Change what the reviewer asks for, then submit it for review again.',
    approved: 'Connect your app with the credentials below.',
    suspended: 'Write to the maintainers below. Only they can lift the suspension.',
    retired: 'Nothing more can happen to it. To start again, register another app.',
  },
  declinedTitle: 'Not approved',
  declined: 'Your app goes on without these data points. You can ask for them again.',
  bySomebody: (name: Child, when: Child): JSX.Element => (
    <>
      {name}, {when}
    </>
  ),
  submit: 'Submit for review',
  submitAgain: 'Ask for review again',
  takeBack: 'Take it back',
  takeBackHint: 'It becomes a draft again, and keeps its place in the queue no longer.',

  changeTitle: 'A change waits',
  changeExplanation: {
    draft: 'This change is a draft. Only your team sees it.',
    'in-review': 'This change waits for a maintainer.',
    'changes-requested': 'A maintainer looked at this change and asks for something else.',
    rejected: 'A maintainer did not approve this change.',
  },
  meanwhile:
    'Your app goes on with what is approved, also for people who are new to it. The sandbox has the change already.',
  withdraw: 'Withdraw the change',
  editChange: 'Edit it below',
  added: 'New',
  removed: 'No longer asked for',
  reworded: 'Said differently',
  noDifference: 'It asks for the same as before.',

  attestationTitle: 'Is this app still in use?',
  attestation: (when: Child): JSX.Element => (
    <>
      It was last confirmed {when}. Please say that it is still in use and still needs what it
      reads. It needs less? Take away what it does not need: that needs no review.
    </>
  ),
  attest: 'Yes, it is still in use and needs this data',

  required: 'Required',
  optional: 'People may leave it out',
  notApproved: 'not approved',
  dataPointsTitle: 'Data points',
  dataPointsSummary:
    'What your app asks each person to share, besides account number and username.',
  changeDataPoints: 'Change the data points',
  saveDataPoints: 'Save the data points',
  saveDraft: 'Save as a draft',
  consequence: {
    draft: 'Saving submits your app for review. Save as a draft to go on later.',
    'in-review': 'Your app is in review. The maintainer will decide about what you save here.',
    'changes-requested': 'Saving submits your app for review again.',
    rejected: 'Saving submits your app for review again.',
    approved:
      'A change waits for a maintainer, and your app goes on meanwhile with what is approved. Asking for less needs no review.',
    suspended: 'A suspended app cannot ask for something else.',
    retired: 'A retired app asks for nothing any more.',
  },

  conversationTitle: 'Messages',
  conversationSummary: 'Between your team and the reviewers. Kept with the app, and mailed.',
  reviewerSummary: 'Between the team and the reviewers. Kept with the app, and mailed.',
  noMessages: 'Nobody has written yet.',
  sides: { team: 'Team', reviewer: 'Reviewer' },
  writeMessage: 'Write a message',
  sendMessage: 'Send',

  events: {
    registered: 'Registered and sent to review',
    drafted: 'Registered as a draft',
    'claims-changed': 'What it asks for changed',
    'claims-drafted': 'A change of what it asks for was drafted',
    'claims-narrowed': 'What it asks for changed, with nothing to decide',
    submitted: 'Sent to review',
    'taken-back': 'Taken back from review',
    withdrawn: 'Change withdrawn',
    'approval-proposed': 'First of two approvals',
    approved: 'Approved',
    'approved-by-itself': 'Approved by a rule of the institution',
    'changes-requested': 'Changes requested',
    rejected: 'Not approved',
    suspended: 'Suspended',
    reinstated: 'Suspension lifted',
    retired: 'Retired',
    'attestation-asked': 'Asked whether it is still in use',
    attested: 'Confirmed: still in use',
    'details-changed': 'Details changed',
    'redirect-uris-changed': 'Redirect URIs changed',
    'secret-added': 'Client secret added',
    'secret-revoked': 'Client secret revoked',
    'secret-leaked': 'Client secret found in the open',
    'member-added': 'Team member added',
    'member-removed': 'Team member removed',
    'role-changed': 'Role in the team changed',
    'invitation-sent': 'Invited to the team',
    'invitation-accepted': 'Joined the team with an invitation',
    'invitation-declined': 'Invitation declined',
    'invitation-revoked': 'Invitation revoked',
    'ownership-transferred': 'Ownership handed over',
    'successor-named': 'Successor named',
    'owners-gone': 'No owner is here any more',
    'owner-succeeded': 'The successor became owner',
    'ownership-taken-over': 'Ownership taken over',
    'owner-appointed': 'Owner named by a maintainer',
  },
  asksMore: (names: string): string => `Asks for more: ${names}.`,
  asksLess: (names: string): string => `No longer asks for: ${names}.`,
  saysDifferently: (names: string): string => `Says something else about: ${names}.`,
};
