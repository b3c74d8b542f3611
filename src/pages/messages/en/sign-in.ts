export const signIn = {
  title: 'Sign in',
  lead: (institution: string): string => `With your ${institution} account.`,
  /** Also where a forgotten password is asked for. */
  identifier: 'Username, email address or phone number',
  identifierHint: 'Your enrolment or employee number works too.',
  password: 'Password',
  signIn: 'Sign in',
  forgotPassword: 'Forgot your password?',

  notSignedIn: 'You are not signed in',
  wrongCredentials: 'This name and password do not fit together. Check both and try again.',

  demoTitle: 'Demo campus',
  demoSummary: 'This installation has made-up people in it. Sign in as one of them to look around.',
  withPassword: 'with password',
  asPerson: (who: string): string => `as ${who}`,
};
