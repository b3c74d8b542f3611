import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What maintainers decide about the institution: what all its pages have in common, the first one, and the history. */
export const institution = {
  title: 'Institution',
  lead: 'What holds for everybody here. Every change is shown before it is saved, holds at once, and is recorded.',
  sections: {
    overview: 'Overview',
    look: 'Name and look',
    terms: 'Terms for developers',
    mails: 'Mails',
    dataPoints: 'Data points',
    policies: 'Policies',
    history: 'History',
  },
  sectionsLabel: 'Parts of the institution’s settings',

  overview: {
    look: 'What people recognise the institution by, on every page and in every mail.',
    terms: 'What developers agree to before they register an app.',
    mails: 'The words of the mails that the service sends.',
    dataPoints: 'What apps can ask people for.',
    policies: 'How long access lasts, what is asked again, and what is approved.',
    history: 'Who changed what, and when.',
  },
  ownText: 'your own text',
  productText: 'the text that comes with the product',
  termsSummary: (english: string, hindi: string): string => `English: ${english}. Hindi: ${hindi}.`,
  mailsSummary: (count: number): string =>
    count === 0 ? 'All in the words that come with the product.' : `In your own words: ${count}.`,
  dataPointsSummary: (all: number, own: number): string =>
    `${all} offered, ${own} of them added here.`,
  lastChange: (who: Child, when: Child): JSX.Element => (
    <>
      Last changed by {who}, {when}.
    </>
  ),
  neverChanged: 'Nothing was changed yet.',

  showPreview: 'Show a preview',
  previewOf: (what: string): string => `Preview: ${what}`,
  previewLead: 'Nothing is saved yet. This is how it would be.',
  changes: 'What changes',
  setting: 'Setting',
  now: 'Now',
  afterSaving: 'After saving',
  save: 'Save',
  goOnEditing: 'Go on editing',
  nothingChanges: 'What you entered is what holds already, so there is nothing to save.',
  nothingSaved: 'Nothing was saved',

  meanwhileTitle: 'Somebody else saved this while you were editing',
  meanwhile: (who: Child, when: Child): JSX.Element => (
    <>
      {who} saved it {when}. What you entered is still here, and is not saved. Compare, and preview
      again: saving replaces what they saved.
    </>
  ),
  savedNow: 'Saved now',
  yours: 'What you entered',

  savedHere: (variable: Child, value: Child): JSX.Element => (
    <>
      Saved here, which wins over {variable} of the server’s configuration. That says “{value}”:
      save the same, and this follows it again.
    </>
  ),
  fromConfiguration: (variable: Child): JSX.Element => (
    <>Follows {variable} of the server’s configuration until you save something else.</>
  ),

  none: 'None',
  yes: 'Yes',
  no: 'No',
  never: 'Never',
  asConfigured: 'as without a decision',
  changedText: 'another text',
  commandLine: 'The operator, on the command line',
  somebody: 'Somebody',
  historyEmpty: 'Nothing was changed yet. What is changed here is listed here.',
  historyLead: 'Kept for ever. Only what was changed is listed; the newest is at the top.',
  /** `Name: Demo Institute → Example University` */
  changeLine: (what: string, before: string, after: string): string =>
    `${what}: ${before} → ${after}`,
  /** `An access token works for: 10 hours` */
  valueLine: (what: string, value: string): string => `${what}: ${value}`,
  /** `“An app is approved” in Hindi` */
  mailIn: (mail: string, language: string): string => `“${mail}” (${language})`,
  concerns: {
    identity: 'Name and look',
    terms: 'Terms for developers',
    mailTexts: 'Words of mails',
    dataPoints: 'Data points',
    tokens: 'Lifetime of access',
    consent: 'Asking for consent',
    sandbox: 'Sandbox',
    review: 'Review of apps',
    reviewDesk: 'Questions and replies of reviewers',
    notifications: 'Mails about new access',
    leakedSecrets: 'Leaked client secrets',
  },
  members: {
    checklist: 'Questions before an approval',
    replies: 'Replies that are ready',
    name: 'Name',
    logoPath: 'Logo',
    accentColour: 'Colour on light ground',
    accentColourDark: 'Colour on dark ground',
    supportContact: 'Contact for questions and complaints',
    language: 'Language',
    en: 'English text',
    hi: 'Hindi text',
    categories: 'Data points added here',
    accessTokenSeconds: 'An access token works for',
    refreshTokenUnusedDays: 'Access ends when unused for',
    remember: 'When people are asked',
    isOn: 'Switched on',
    fourEyes: 'Two maintainers for an approval',
    autoApprovedClaims: 'Approved without a maintainer',
    usualClaims: 'Usual data points',
    reattestAfterMonths: 'Teams confirm their needs after',
    mailOnNewAccess: 'Mail when an app first gets access',
    reaction: 'When a client secret leaks',
  },
};
