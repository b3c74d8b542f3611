import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** Client IDs and secrets of an app, on its dashboard. */
export const credentials = {
  title: 'Credentials',
  summary: 'What your app needs to talk to us. Build with the sandbox first; it works at once.',
  environment: { live: 'Live', sandbox: 'Sandbox' },
  about: {
    live: 'Reaches real people, within what was approved.',
    sandbox:
      'Reaches people who do not exist, with every data point you ask for. No approval needed.',
  },
  state: {
    works: 'Works now',
    'after-approval': 'Works after approval',
    stopped: 'Stopped by a maintainer',
  },
  clientId: { live: 'Client ID', sandbox: 'Sandbox client ID' },
  clientIdHint: 'Not secret.',
  authoriseAddress: {
    live: 'Address to send people to',
    sandbox: 'Address to try it with',
  },
  authoriseAddressHint:
    'Put a new random text in place of RANDOM_STATE_STRING each time, and check that it comes back.',
  trySandbox: 'Try it now',
  tokenEndpoint: 'Tokens',
  userDataEndpoint: 'User data',
  revocationEndpoint: 'Revoke',
  foundOne: (page: string): JSX.Element => (
    <>
      Found a client secret where it should not be? <a href={page}>Tell us</a>, whosever it is.
    </>
  ),

  secrets: { live: 'Client secrets', sandbox: 'Sandbox client secrets' },
  noSecret: 'There is none, so the app cannot get tokens. Add one.',
  publicHint: (method: Child): JSX.Element => (
    <>
      A public app has none, because it could not keep it. Protect the authorisation code with PKCE
      ({method}) instead.
    </>
  ),
  /** What the secret made at registration is called. */
  firstSecret: 'First secret',
  added: (when: Child, by: Child): JSX.Element => (
    <>
      Added {when} by {by}.
    </>
  ),
  expires: (when: Child): JSX.Element => <>Expires on {when}.</>,
  neverExpires: 'Does not expire.',
  lastUsed: (when: Child, network: string): JSX.Element => (
    <>
      Last used {when} from {network}.
    </>
  ),
  neverUsed: 'Never used.',
  expired: 'Expired',
  leaked: 'Found in the open: replace it',

  addSecret: { live: 'Add a secret', sandbox: 'Add a sandbox secret' },
  overlap:
    'Secrets work side by side: add the new one, put it into your app, then revoke the old one. Nobody notices.',
  secretName: 'What it is for',
  secretNameHint: 'Where it is used: “Web server”, “Tests”.',
  nameMissing: 'Say what the secret is for, so that your team knows which one to revoke.',
  nameTooLong: (longest: number, length: number): string =>
    `Use at most ${longest} characters. You have ${length}.`,
  nameInvisible: (character: string): string =>
    `The text holds a character nobody can see (${character}). Type it by hand instead of pasting it.`,
  tooManySecrets:
    'Five secrets are in force, more is not possible. Revoke one that is not used any more.',
  lifetime: 'How long it works',
  lifetimeHint: 'Your team gets a mail two weeks and a day before it ends.',
  lifetimeMissing: 'Choose how long the secret works.',
  lifetimes: {
    never: 'Until it is revoked',
    '30': '30 days',
    '90': '90 days',
    '180': '180 days',
    '365': 'A year',
  },
  password: 'Your password',
  passwordHint: 'So that nobody else does this in your browser.',
  wrongPassword: 'This is not your password. Try again.',
  tooManyAttempts: (wait: string): string => `Too many attempts. Try again in ${wait}.`,
  addButton: { live: 'Add the secret', sandbox: 'Add the sandbox secret' },

  revoke: 'Revoke',
  revokeMeaning: (): JSX.Element => (
    <>
      It stops working <strong>at once</strong>, and cannot be brought back. Access that people gave
      stays.
    </>
  ),
  lastSecret: 'Revoke it although it is the last one',
  lastSecretHint:
    'Without a secret the app gets no tokens: nobody can sign in to it until you add another one and put it into the app.',
  lastSecretUnconfirmed:
    'It is the last secret: the app stops working. Tick the box if that is what you want, or add another secret first.',
  revokeButton: 'Revoke this secret',

  registered: (app: string): string => `${app} is registered and in review`,
  publicNeedsNoSecret:
    'It is a public app, so it has no client secret. Your client IDs are below; the sandbox works now.',
  secretAdded: 'The client secret is added',
  copyNow: (): JSX.Element => (
    <>
      <strong>Copy it now.</strong> We keep no readable copy, so this is the only time you see it.
      Store it on your server, never in a page, an app or a repository.
    </>
  ),
  clientSecret: { live: 'Client secret', sandbox: 'Sandbox client secret' },
  clientSecretHint: {
    live: 'For real people; works while the app is approved.',
    sandbox: 'For building and testing; works now.',
  },
  copied: 'I have copied it, go on to the dashboard',
};
