import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** The developer portal: the list of apps, registration, and the cards of a dashboard. */
export const portal = {
  yourApps: 'Your apps',
  lead: (institution: string): string =>
    `Let people sign in to your app with their ${institution} account, and read what they allow.`,
  register: 'Register an app',
  dataPoints: (count: number): string => (count === 1 ? '1 data point' : `${count} data points`),
  registered: (claims: string, when: Child): JSX.Element => (
    <>
      {claims} · registered {when}
    </>
  ),
  changePending: {
    draft: 'Change in draft',
    'in-review': 'Change in review',
    'changes-requested': 'Change: something is asked for',
    rejected: 'Change not approved',
  },
  noAppsTitle: 'You have no apps yet',
  noApps: 'Register the first one. It takes about ten minutes, most of them for the description.',
  howItWorks: 'How it works',
  steps: [
    {
      title: 'Register',
      text: 'Describe your app, say where people return to, and choose the few data points it needs.',
    },
    {
      title: 'Build in the sandbox',
      text: 'It works at once, with people who do not exist. Meanwhile a maintainer reads what you wrote and decides; you get a mail.',
    },
    {
      title: 'Let people sign in',
      text: 'Send them to us. They see what your app would read, and you get it if they allow it.',
    },
  ],

  registerLead:
    'A maintainer reads what you write here and decides. Until then your app works in the sandbox.',
  notRegistered: 'Your app is not registered yet',
  yourApp: 'Your app',
  howItConnects: 'How it connects',
  whatItAsksFor: 'What it asks for',
  termsOfUse: 'Terms of use',
  agree: 'I have read the developer terms of use and agree to all of them',
  readTerms: (path: string): JSX.Element => (
    <>
      <a href={path} target="_blank">
        Read the developer terms of use
      </a>{' '}
      (they open in a new tab)
    </>
  ),
  addApp: 'Add app',
  saveAsDraft: 'Save as a draft',
  draftHint: 'A draft waits for nobody but you. Its sandbox works, too.',

  onThisPage: 'On this page',
  parts: {
    status: 'Status',
    attestation: 'Still in use?',
    change: 'Change',
    conversation: 'Messages',
    credentials: 'Credentials',
    details: 'Details',
    redirectUris: 'Redirect URIs',
    dataPoints: 'Data points',
    branding: 'Branding',
    team: 'Team',
    history: 'History',
    ending: 'Retire or delete',
  },
  nothingSaved: 'Nothing was saved',

  detailsTitle: 'Details',
  detailsSummary: 'Changing these does not need a new review.',
  saveDetails: 'Save the details',
  redirectUrisTitle: 'Redirect URIs',
  redirectUrisSummary: 'Changes are in force at once and do not need a new review.',
  saveRedirectUris: 'Save the redirect URIs',
  brandingTitle: 'Branding',
  brandingSummary: 'People see the logo when they sign in.',
  noLogo: 'No logo yet. Until there is one, people see these letters.',
  removeLogo: 'Remove the logo',
  logo: 'Logo',
  anotherLogo: 'Another logo',
  logoHint:
    'A square picture (PNG, JPEG, WebP, GIF or AVIF) of at most 2 MB. It is drawn anew at up to 512 × 512 pixels.',
  saveLogo: 'Save the logo',

  historyTitle: 'History',
  historySummary: 'Kept for ever, for your team and reviewers.',
  earlier: (count: number): string => `${count} earlier`,

  endingTitle: 'Retire or delete',
  endingSummary:
    'Either way everybody’s access ends at once, its tokens stop working, and it cannot be undone.',
  retireTitle: 'Retire this app',
  retireText:
    'For an app that people have used: it ends, and its history stays, so that they can still see what it was.',
  retire: 'Retire this app',
  deleteTitle: 'Delete this app',
  deleteText:
    'For an app that was a trial: it goes with all that belongs to it, also the history. The client ID never comes back.',
  delete: 'Delete this app',
  theAppsName: 'the app’s name',
  nameOfThisApp: 'the name of this app',
  wrongName: {
    retire: 'This is not the name of the app. It goes on.',
    delete: 'This is not the name of the app. Nothing is deleted.',
  },
};
