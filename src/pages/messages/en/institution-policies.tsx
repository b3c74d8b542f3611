/** The rules that maintainers set, each with what it does. */
export const institutionPolicies = {
  title: 'Policies',
  lead: 'Rules for every app and everybody. Each is saved by itself.',

  tokens: {
    title: 'Lifetime of access',
    summary:
      'An app reads data with an access token, and gets a new one with a refresh token. What is issued before a change keeps its own end.',
    amount: 'An access token works for',
    amountHint:
      'Short times bound what a stolen token is good for. Long ones spare apps that never refresh: 10 hours is what existing apps rely on.',
    unit: 'Unit',
    units: { minutes: 'minutes', hours: 'hours', days: 'days' },
    unused: 'Access ends when an app did not use its refresh token for so many days',
    unusedHint:
      'Empty: it never ends by itself. With a number, forgotten apps lose access by themselves, and people are asked again should the app come back. It holds for access given before as well.',
    days: (count: number): string => (count === 1 ? '1 day' : `${count} days`),
    effect:
      'Apps that refresh their tokens notice nothing. Those that did not for longer than the days you chose have to send people to sign in again.',
  },
  consent: {
    title: 'Asking for consent',
    summary:
      'When an app sends somebody here to sign in, they see what it would read, and allow it or not.',
    label: 'Ask people',
    alwaysAsk: 'Every time',
    alwaysAskHint:
      'Nobody is taken to an app without having seen it. What the system before did, too.',
    askWhenChanged: 'Only when the app asks for something new',
    askWhenChangedHint:
      'Who allowed the same before is taken to the app at once. Faster; and who is signed in on a shared computer can be taken to apps by others.',
    effect: 'It holds from the next sign-in to an app. What people allowed before stays.',
  },
  review: {
    title: 'Review of apps',
    summary: 'What it takes until an app may ask people for their data.',
    fourEyes: 'An approval needs two maintainers',
    fourEyesHint: 'The first proposes it, another one confirms. For apps in review as well.',
    reattest: 'Teams confirm every so many months that they still need what was approved',
    reattestHint: 'Empty: never. With a number, apps that nobody looks after come to light.',
    months: (count: number): string => (count === 1 ? '1 month' : `${count} months`),
    auto: 'Approved without a maintainer',
    autoHint:
      'An app that asks for nothing but these is approved by itself. Choose only what anybody on campus may know. Nothing ticked: every app waits for a maintainer.',
    usual: 'Usual data points',
    usualHint:
      'The review desk points out whatever an app asks for beyond these. It changes nothing else.',
    chosen: (count: number): string => (count === 1 ? '1 data point' : `${count} data points`),
    effect: 'It holds for decisions from now on. What was approved stays.',
  },
  sandbox: {
    title: 'Sandbox',
    summary:
      'Every app has a second set of credentials that reaches people who do not exist, so that developers can build before they are approved. Real data is never in it.',
    label: 'The sandbox is',
    on: 'On',
    onHint: 'Developers try their app at once, without waiting for a maintainer.',
    off: 'Off',
    offHint: 'Sandbox credentials are refused everywhere. They work again once it is on.',
    effect:
      'Sandbox credentials and tokens stop or start working at once. Real ones are not touched.',
  },
  leakedSecrets: {
    title: 'Leaked client secrets',
    summary:
      'When a scanner reports that a client secret can be read by others, in a public repository for instance.',
    label: 'Such a secret',
    revoke: 'Is revoked at once',
    revokeHint:
      'Nobody can use it any more. The app stands still until its team gives it another one.',
    warn: 'Goes on working, and the team is told',
    warnHint:
      'The app runs on; until the team acts, whoever found the secret can pass for the app.',
    effect: 'It holds for reports from now on. The team is mailed in either case.',
  },
  notifications: {
    title: 'Mails about new access',
    summary: 'A person’s account page always shows which apps have access.',
    label: 'Mail people when an app gets access to their data for the first time',
    hint: 'So that nobody’s account is given to an app unnoticed. People can turn it off for themselves.',
    effect: 'It holds from the next sign-in to an app.',
  },
  effectTitle: 'What this does',
  on: 'On',
  off: 'Off',

  problems: {
    number: (least: number, most: number): string =>
      `Write a whole number from ${least} to ${most}.`,
    tooShort: 'Choose at least 1 minute.',
    tooLong: 'Choose at most 365 days.',
    shorterThanAccess:
      'Choose more days than an access token works, or apps would never come in time to use their refresh token.',
    notChosen: 'Choose one.',
    unknownClaims: (codes: string): string =>
      `There is no data point ${codes} any more. Choose again.`,
  },
};
