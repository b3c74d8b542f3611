import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What surrounds every page. */
export const layout = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  home: 'Home',
  signIn: 'Sign in',
  unreadNotifications: (count: number): string =>
    count === 1 ? '1 notification' : `${count} notifications`,
  signOut: 'Sign out',
  yourAccount: 'Your account',
  developer: 'Developer',
  review: 'Review',
  people: 'People',
  audit: 'Audit log',
  institution: 'Institution',
  runBy: (institution: string): string => `${institution} accounts, run by the institution itself.`,
  contact: (contact: Child): JSX.Element => <>Questions or complaints: {contact}</>,
  developerTerms: 'Developer terms of use',
  language: 'Language',
};
