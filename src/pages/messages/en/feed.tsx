import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Where a signed-in person arrives. */
export const feed = {
  title: 'Home',
  hello: (name: Child): JSX.Element => <>Hello, {name}</>,

  appsTitle: 'Apps with access to your data',
  appsSummary: 'They read what you allowed, until you end their access.',
  manage: 'Manage',
  noAppTitle: 'No app has access',
  noApp: 'When you sign in to an app with this account and allow it, it appears here.',
  neverRead: 'never read',
  lastRead: (when: Child): JSX.Element => <>last read {when}</>,
  suspended: 'suspended, reads nothing at the moment',
  usernameOnly: 'username only',
  dataPoints: (count: number): string => (count === 1 ? '1 data point' : `${count} data points`),

  places: 'Places',
  accountTitle: 'Your account',
  account: 'Apps with access, browsers you are signed in with, and your password.',
  developerTitle: 'Developer',
  developer: 'Register an app and let people sign in to it.',
  reviewTitle: 'Review',
  review: 'Decide which apps may ask people for their data.',
};
