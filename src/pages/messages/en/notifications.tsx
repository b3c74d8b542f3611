import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What a person is told about their account. */
export const notifications = {
  title: 'Notifications',
  lead: 'What happened to your account that you may want to know. It is kept for a year.',
  unread: (count: string): string => `${count} new`,
  markAllRead: 'Mark all as read',
  markRead: 'Mark as read',
  isNew: 'New',
  nothingTitle: 'No notifications',
  nothing:
    'When an app gets access to your data, or something happens that only you should do, you read it here.',

  appAllowed: (app: Child): JSX.Element => <>{app} got access to your data</>,
  accessWidened: (app: Child): JSX.Element => <>{app} can read more of your data</>,
  appSuspended: (app: Child): JSX.Element => <>{app} is suspended</>,
  teamInvitation: (by: Child, app: Child): JSX.Element => (
    <>
      {by} invites you to the team of {app}
    </>
  ),
  passwordChanged: 'Your password was changed',
  newSignIn: (device: string): string => `New sign-in: ${device}`,
  dataExported: 'Your data was downloaded',

  canRead: (data: string): string => `It can read: ${data}.`,
  canReadMore: (data: string): string => `New: ${data}.`,
  usernameOnly: 'your username and account number only',
  suspended: 'A maintainer of your institution stopped it. It can read nothing at the moment.',
  network: (network: string): string => `Network ${network}.`,
  notYou: 'Was this not you? Change your password.',
  seeApps: 'See the apps with access',
  answerInvitation: 'See the invitation',
  changePassword: 'Change your password',

  mailTitle: 'Mails',
  mailSummary: 'You are always mailed when your password changes or your data is downloaded.',
  appAccessMail: 'When an app gets access to my data',
  newSignInMail: 'When I sign in with a new browser, or from a new network',
  save: 'Save',
};
