/** What this place is, for somebody who is not signed in. */
export const home = {
  title: 'Welcome',
  heading: 'One account for every app on campus',
  lead: (institution: string): string =>
    `Sign in to apps made at ${institution} without a new password, see exactly what each of them reads about you, and end it whenever you like.`,
  signIn: 'Sign in',
  buildAnApp: 'Build an app',

  sharedTitle: 'You see what is shared',
  shared:
    'Before an app gets anything, you see each piece of data with the value it would read, and you decide.',
  reviewedTitle: 'Every app is reviewed',
  reviewed: (institution: string): string =>
    `A person of ${institution} reads what an app is for and what it asks for, before it may ask you.`,
  takeBackTitle: 'You can take it back',
  takeBack:
    'Your account page lists the apps with access and when they last used it. One press ends it at once.',

  developersTitle: 'For developers',
  developers:
    'Let people sign in to your app with OAuth 2.0. Register it, say what it is for, and choose the data it needs.',
  openPortal: 'Open the developer portal',

  /** A picture of what being asked looks like, with an app and a person that do not exist. */
  picture: {
    app: 'Library Desk',
    wouldLikeToRead: 'would like to read',
    fullName: 'Full name',
    fullNameValue: 'Asha Verma',
    branch: 'Branch',
    branchValue: 'Electrical Engineering',
    residence: 'Residence',
    residenceValue: 'Rajendra Bhawan',
    deny: 'Deny',
    allow: 'Allow',
  },
};
