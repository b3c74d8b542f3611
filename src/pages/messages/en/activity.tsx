import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What apps did with a person's data, and the person's own pages beside it. */
export const activity = {
  /** The pages about one's own account. */
  pages: 'Your account',
  overview: 'Overview',
  activity: 'Activity',
  notifications: 'Notifications',

  title: 'What apps read',
  lead: 'Each time you let an app in, and each hour in which an app read your data. It is kept for a year.',
  app: 'App',
  everyApp: 'Every app',
  show: 'Show',
  nothingTitle: 'Nothing yet',
  nothing: 'When an app reads your data, you see here what it read and when.',

  letIn: (app: Child): JSX.Element => <>You let {app} in</>,
  readOnce: (app: Child): JSX.Element => <>{app} read your data</>,
  readOften: (app: Child, times: string): JSX.Element => (
    <>
      {app} read your data {times} times
    </>
  ),
  between: (first: Child, last: Child): JSX.Element => (
    <>
      from {first} to {last}
    </>
  ),
  mayRead: 'It may read',
  itRead: 'It read',
  usernameOnly: 'username and account number',
  older: 'Older',
  newest: 'Back to the newest',
};
