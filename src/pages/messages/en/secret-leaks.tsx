import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** For whoever found a client secret where others can read it. */
export const secretLeaks = {
  title: 'Report a leaked client secret',
  notSent: 'Nothing was sent',
  lead: (institution: string): string =>
    `You found a client secret of an app of ${institution} in a repository, a page or a log? Thank you for telling us. You need no account.`,
  secret: 'The secret',
  secretHint: (live: Child, sandbox: Child): JSX.Element => (
    <>
      128 letters and digits; newer ones begin with {live} or {sandbox}. Copy all of it.
    </>
  ),
  secretMissing: 'Copy the secret into this field.',
  where: 'Where you found it (optional)',
  whereHint: 'The address of the page, so that the team can remove it there.',
  send: 'Send the report',
  whatHappens:
    'If it works, we stop it and tell the app’s team, as the institution has decided. We do not say whether it was one, so that this form cannot be used to try secrets.',
  forScanners: (endpoint: Child): JSX.Element => (
    <>Secret scanners send JSON to {endpoint}, a hundred at most at a time:</>
  ),
  tooManyReports: (wait: string): string =>
    `Too many reports came from your network. Try again in ${wait}.`,
};
