/** What surrounds every page. */
export const layout = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  home: 'Home',
  signIn: 'Sign in',
  signOut: 'Sign out',
  yourAccount: 'Your account',
  developer: 'Developer',
  review: 'Review',
  runBy: (institution: string): string => `${institution} accounts, run by the institution itself.`,
  developerTerms: 'Developer terms of use',
  language: 'Language',
};
