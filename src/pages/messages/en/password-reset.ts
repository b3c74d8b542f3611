/** The way from a forgotten password to a new one. */
export const passwordReset = {
  forgotTitle: 'Forgot your password',
  forgotHeading: 'Forgot your password?',
  forgotLead: 'Tell us who you are, and we mail you a link to choose a new one.',
  mailMeALink: 'Mail me a link',
  nothingSent: 'No mail was sent',
  tooManyRequests: (wait: string): string => `There were too many requests. Try again in ${wait}.`,

  sentTitle: 'Check your mail',
  sentLead:
    'If what you typed belongs to an account, a link to choose a new password is on its way to the email address we have for it.',
  sentValid: (minutes: number): string => `The link works once, within ${minutes} minutes.`,
  sentNothingThere: 'Nothing there? Look in the spam folder, and check what you typed.',
  sentNoAddress: (institution: string): string =>
    `No email address in your record, or no longer yours? Ask the people who look after accounts at ${institution}.`,
  backToSignIn: 'Back to sign-in',

  resetTitle: 'Choose a new password',
  resetLead: 'Everywhere you are signed in now, you will be signed out.',

  expiredTitle: 'This link no longer works',
  expiredLead:
    'A link to choose a new password works once and only for a short time, and a newer one replaces it.',
  getNewLink: 'Get a new link',
};
