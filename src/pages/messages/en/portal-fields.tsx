import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

/** What the forms of the portal ask, and what can be wrong with an answer. */
export const portalFields = {
  name: 'App name',
  nameHint: 'People see it when they sign in. Use the name they know your app by.',
  nameMissing: 'Give your app a name. It needs at least one letter or digit.',
  nameTaken: 'Another app has this name, or one that looks the same. Choose a different one.',
  nameTooLong: (longest: number, length: number): string =>
    `Use at most ${longest} characters. You have ${length}.`,
  nameInvisible: (character: string): string =>
    `The name holds a character nobody can see (${character}). Type the name by hand instead of pasting it.`,

  description: 'Description',
  descriptionHint: (fewest: number, most: number): string =>
    `${fewest} to ${most} words, for the maintainer who decides. Say what your app does and for whom, where the data is kept and how long, and who runs it.`,
  betweenWords: (fewest: number, most: number): string => `Between ${fewest} and ${most} words`,
  /** Around a number that a script puts in place of `#`. */
  words: { one: '1 word', other: '# words' },
  wordsMissing: ', # more to go',
  wordsTooMany: ', # too many',
  wordsFit: ', that fits',
  tooFewWords: (fewest: number, words: number): string =>
    `Use a minimum of ${fewest} words. You have ${words}.`,
  tooManyWords: (most: number, words: number): string =>
    `Use a maximum of ${most} words. You have ${words}.`,
  descriptionTooLong: (longest: number): string => `Use at most ${longest} characters.`,

  clientType: 'Where your app runs',
  clientTypeMissing: 'Choose where your app runs.',
  confidential: 'On a server (confidential)',
  confidentialHint: 'A website with a back end, which keeps its client secret to itself.',
  public: 'On people’s own devices (public)',
  publicHint:
    'A mobile or desktop app, or a page without a back end. It cannot keep a secret, so it gets none and uses PKCE.',

  redirectUris: 'Redirect URIs',
  redirectUrisHint: (example: Child): JSX.Element => (
    <>
      Where people return to after they signed in, one address a line, at most 20. They are compared
      letter by letter, also a slash at the end. The first is used when your app names none.
      Example: {example}
    </>
  ),
  redirectUrisMissing: 'Give at least one address people return to.',
  redirectUrisTooMany: (most: number, count: number): string =>
    `Give at most ${most} addresses. You have ${count}.`,
  redirectUriProblem: {
    empty: (uri: string): string => `“${uri}” is empty.`,
    'too-long': (uri: string): string => `“${uri}” is too long. Use at most 2000 characters.`,
    'illegal-character': (uri: string): string =>
      `“${uri}” holds a character that no address may hold. Write it percent-encoded, such as %20 for a blank.`,
    wildcard: (uri: string): string =>
      `“${uri}” holds a “*”. List each address on its own, there are no wildcards.`,
    fragment: (uri: string): string =>
      `“${uri}” has a part after “#”. Leave it out, browsers do not send it to your server.`,
    'not-absolute': (uri: string): string => `“${uri}” is not complete. Start with https://.`,
    'scheme-not-allowed': (uri: string): string =>
      `“${uri}” starts with a scheme we do not accept. Use https, http, a scheme such as com.example.app for a native app, or one made of your app’s name.`,
    'host-missing': (uri: string): string => `“${uri}” has no host name after “//”.`,
    credentials: (uri: string): string =>
      `“${uri}” holds an “@” before the host name. Leave the user name and password out.`,
    'not-a-url': (uri: string): string =>
      `“${uri}” is no address a browser can open. Check its host name and port.`,
    'response-parameter': (uri: string): string =>
      `“${uri}” holds code, state or error in its query. We add those, leave them out.`,
  },
  redirectUriAdviceTitle: 'Worth knowing about these addresses',
  redirectUriAdvice: {
    'http-public': (uri: Child): JSX.Element => (
      <>
        {uri} goes over the network unencrypted: whoever is on the way can read the code. It works,
        because older apps need it. Give your server a certificate and use https.
      </>
    ),
    'loopback-ip': (uri: Child): JSX.Element => (
      <>
        {uri} leads back to the person’s own device. Any port is accepted here, so a native app can
        take whichever is free.
      </>
    ),
    localhost: (uri: Child): JSX.Element => (
      <>
        {uri} leads back to the person’s own device, and the port must be exactly this one. For a
        native app that takes any free port, register 127.0.0.1 instead.
      </>
    ),
    'private-scheme': (uri: Child): JSX.Element => (
      <>
        {uri} opens an app on the device. Another app can claim the same scheme, so always use PKCE,
        and prefer an https link that belongs to your app.
      </>
    ),
  },

  claims: 'Data points',
  claimsHint: 'Everybody sees each of them, with their own value, before they sign in to your app.',
  optional: 'People may leave it out',
  /** For those who do not see which data point it belongs to. */
  optionalOf: (claim: string): string => `${claim}: people may leave it out`,
  reason: 'What for?',
  reasonOf: (claim: string): string => `${claim}: what for`,
  reasonPlaceholder: 'What for? People read it.',
  fewerTitle: 'Ask for as little as you can.',
  fewer: (title: Child): JSX.Element => (
    <>
      {title} Fewer data points are approved sooner and refused by fewer people, and what you never
      had cannot leak from you.
    </>
  ),
  explain:
    'Say for each what it is for, in a line, and let people leave out what your app can do without.',
  always: (accountNumber: Child, username: Child): JSX.Element => (
    <>
      You always get a person’s {accountNumber} and {username}. They are enough to know somebody
      again.
    </>
  ),
  accountNumber: 'account number',
  username: 'username',
  claimsMissing: 'Choose at least one data point.',
  claimsUnknown: (codes: string): string => `We do not offer ${codes}. Choose from the list.`,
  reasonTooLong: (claim: string, longest: number): string =>
    `Use at most ${longest} characters to say what “${claim}” is for.`,
  reasonInvisible: (claim: string): string =>
    `What you wrote about “${claim}” holds a character nobody can see. Type it by hand instead of pasting it.`,
  claimsChangedMeanwhile:
    'While you were choosing, somebody changed the data points or a maintainer decided. Look at the status, then save your choice again if you still want it.',
  claimsNotPossible: 'The data points of an app that is suspended or retired cannot be changed.',

  termsMissing: 'Agree to terms of use. We cannot register an app without it.',

  message: {
    missing: 'Write something first.',
    'too-long': 'Use at most 4000 characters.',
  },
};
