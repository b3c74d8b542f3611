import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The words of mails. */
export const institutionMails = {
  title: 'Mails',
  lead: 'The words of the mails that the service sends, one mail in one situation at a time. Facts come from where they belong; you choose what is said around them.',
  ownWords: 'Your own words',
  english: 'English',
  hindi: 'Hindi',
  changeWords: 'Change the words',
  whichMail: (mail: string, language: string): string => `of “${mail}” in ${language}`,
  /** A mail in a situation: `An app is approved · after a suspension` */
  situation: (mail: string, situation: string): string => `${mail} · ${situation}`,

  types: {
    'password-reset': 'A new password is asked for',
    'password-changed': 'A password was changed',
    'team-member-added': 'Somebody was added to a team',
    'team-member-removed': 'Somebody was removed from a team',
    'team-left': 'Somebody left a team',
    'app-approved': 'An app is approved',
    'app-rejected': 'An app is not approved',
    'app-suspended': 'An app is suspended',
    'app-changes-requested': 'Changes of an app are asked for',
    'app-message': 'Somebody wrote about an app',
    'app-attestation': 'A team is asked whether it still needs its data',
    'app-access': 'An app got access to somebody’s data',
    'new-sign-in': 'Somebody signed in with a new browser',
    'data-exported': 'Somebody downloaded their data',
    'client-secret-leaked': 'A client secret leaked',
    'client-secret-expires': 'A client secret expires soon',
  },
  flags: {
    again: 'after a suspension',
    isChange: 'a change of an approved app',
    isRevoked: 'and was revoked',
    isSandbox: 'of the sandbox',
    widened: 'more than before',
  },
  parameters: {
    name: 'Whom the mail greets',
    institution: 'The institution’s name',
    link: 'The address to open; secret',
    validFor: 'How long the link works: “30 minutes”',
    network: 'The network it came from',
    forgotPasswordPage: 'The page for a new password',
    accountPage: 'The person’s account page',
    app: 'The app’s name',
    by: 'Who did it',
    appPage: 'The app’s page',
    message: 'What the reviewer wrote, set apart; nothing when they wrote nothing',
    secret: 'The secret’s name and its last letters',
    foundAt: 'Where it was found; nothing when it was not said',
    date: 'The day it expires',
    data: 'The data points it can read now; nothing when there are none',
    device: 'The browser and the system it was done with',
  },

  inLanguage: (language: string): string => `In ${language}.`,
  subject: 'Subject',
  text: 'Text',
  textHint:
    'Plain text. A paragraph whose facts are missing is left out, together with a line before it that ends in a colon. An address on a line of its own can be opened.',
  parametersTitle: 'Facts you can use',
  parametersSummary: 'Write them in double braces, and they are filled in.',
  needed: 'Needed',
  sampleTitle: 'How it reads',
  sampleSummary: 'With facts that are made up.',
  sampleSubject: 'Subject',
  previewOf: (mail: string): string => `“${mail}”`,
  sendTest: 'Send it to me',
  sendTestHint: (address: Child): JSX.Element => <>To {address}, with the same facts.</>,
  noAddress: 'Your account has no mail address, so no test can be sent.',
  testSent: 'The mail is on its way to you. Nothing is saved yet.',
  productWords: 'Words of the product',
  reset: 'Use the words of the product again',
  resetSummary: 'Your own words are given up. They stay in the history.',

  problems: {
    subjectMissing: 'Write a subject.',
    textMissing: 'Write a text.',
    subjectTooLong: (most: number): string => `Use at most ${most} characters for the subject.`,
    textTooLong: (most: number): string => `Use at most ${most} characters for the text.`,
    unknown: (parameter: string): string =>
      `There is no {{${parameter}}} in this mail. Use the facts in the list.`,
    secretInSubject: (parameter: string): string =>
      `Leave {{${parameter}}} out of the subject: subjects are logged, and shown on locked phones.`,
    needed: (parameter: string): string =>
      `Put {{${parameter}}} into the text. Without it the mail is of no use.`,
  },
};
