import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Everything a person decides about their account. */
export const account = {
  title: 'Your account',

  appsTitle: 'Apps with access',
  appsSummary:
    'They can read what is listed, because you allowed it. Ending access takes effect at once.',
  noAppTitle: 'No app has access',
  noApp: 'When you sign in to an app with this account and allow it, it appears here.',
  neverRead: 'Never read your data',
  lastRead: (when: Child): JSX.Element => <>Last read your data {when}</>,
  allowed: (when: Child): JSX.Element => <>allowed {when}</>,
  suspended: 'It can read nothing at the moment.',
  usernameOnly: 'It can read your username and account number only.',
  endAccess: 'End access',
  endAccessOf: (app: string): string => `of ${app}`,

  endAll: 'End the access of all apps',
  endAllMeaning: 'None of them can read your data any more, until you allow it again.',
  endAllNow: 'End all access',

  sessionsTitle: 'Where you are signed in',
  sessionsSummary: 'Do you not recognise one of them? End it, and change your password.',
  thisBrowser: 'This browser',
  network: (network: string): string => `Network ${network}`,
  inUseNow: 'in use now',
  lastUsed: (when: Child): JSX.Element => <>last used {when}</>,
  signedIn: (when: Child): JSX.Element => <>signed in {when}</>,
  signOut: 'Sign out',
  signOutOthers: 'Sign out everywhere else',
  /** What a person recognises a browser by. */
  browserOn: (browser: string, system: string): string => `${browser} on ${system}`,
  unnamedBrowserOn: (system: string): string => `Browser on ${system}`,
  unknownBrowser: 'Unknown browser',

  passwordTitle: 'Password',
  passwordSummary: 'Changing it signs you out everywhere but here. Apps with access keep it.',
  currentPassword: 'Current password',

  downloadTitle: 'Your data',
  downloadSummary:
    'All that is kept about you, in one JSON file: profile, roles, sign-ins, apps with access, what they read, notifications.',
  downloadPassword: 'Password, to make sure that it is you',
  download: 'Download my data',
  notDownloaded: 'Your data was not downloaded',
};
