/** What went wrong, in three steps: what it is, why it is so, and what to do now. */
interface ErrorText {
  readonly title: string;
  readonly explanation: string;
  readonly advice: string;
}

const FOR_THE_DEVELOPER = 'If you make this app:';

/** The page that is shown instead of another one. */
export const errors = {
  goHome: 'Go to the home page',

  notFound: {
    title: 'This page does not exist',
    explanation: 'There is nothing at this address, or it is not yours to see.',
    advice: 'Check the address, or go back to the home page.',
  },
  tooLarge: {
    title: 'That is too large',
    explanation: 'What you sent is larger than this page accepts.',
    advice: 'Go back, send less, and try again.',
  },
  forgedForm: {
    title: 'This form was sent by another site',
    explanation: 'To protect you, forms are accepted from our own pages only.',
    advice: 'Open the page here and send the form again.',
  },
  unexpected: {
    title: 'Something went wrong on our side',
    explanation: 'What you did may or may not have been saved.',
    advice: 'Wait a moment and try again. If it happens again, tell your institution this number:',
  },
  unavailable: {
    title: 'We will be back in a moment',
    explanation:
      'Our database does not answer right now. What you did may or may not have been saved.',
    advice: 'Wait a few seconds and try again. If it goes on, tell your institution this number:',
  },
  requestNumber: 'Request',

  /** An app sent the person to the authorise page wrongly. */
  clientIdMissing: {
    title: 'This link is incomplete',
    explanation: 'It does not say which app sent you here.',
    advice: `Go back to the app and try again. ${FOR_THE_DEVELOPER} the address needs the parameter client_id.`,
  },
  parameterRepeated: (parameter: string): ErrorText => ({
    title: 'This link says two things at once',
    explanation: `It has the parameter ${parameter} more than once.`,
    advice: `Go back to the app and try again. ${FOR_THE_DEVELOPER} send each parameter once.`,
  }),
  clientUnknown: (institution: string): ErrorText => ({
    title: 'We do not know this app',
    explanation: `No app with this client ID is registered at ${institution}. It may have been deleted.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} compare the client ID with the one on your dashboard.`,
  }),
  clientDraft: (app: string, institution: string): ErrorText => ({
    title: `${app} is not ready yet`,
    explanation: `Its team has not sent it to ${institution} for review, so it cannot ask you.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} build with the sandbox client ID, and submit it for review on the dashboard.`,
  }),
  clientRetired: (app: string): ErrorText => ({
    title: `${app} has been shut down`,
    explanation: 'The people who made it have ended it. It cannot read anybody’s data any more.',
    advice: 'Nothing was shared. Ask them what to use instead.',
  }),
  clientInReview: (app: string, institution: string): ErrorText => ({
    title: `${app} is waiting for its review`,
    explanation: `${institution} has not approved yet what ${app} asks for, so it cannot ask you.`,
    advice: `Try again later. ${FOR_THE_DEVELOPER} the dashboard shows how the review stands.`,
  }),
  clientRejected: (app: string, institution: string): ErrorText => ({
    title: `${app} is not approved`,
    explanation: `${institution} has declined what ${app} asks for, so it cannot ask you.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} the dashboard says why, and lets you ask again.`,
  }),
  clientSuspended: (app: string, institution: string): ErrorText => ({
    title: `${app} is suspended`,
    explanation: `${institution} has stopped this app. It cannot read anybody’s data.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} the dashboard says why.`,
  }),
  sandboxOff: (app: string, institution: string): ErrorText => ({
    title: 'The sandbox is switched off',
    explanation: `${app} sent you here with its sandbox client ID, and ${institution} has no sandbox.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} use the live client ID.`,
  }),
  redirectUriMismatch: (app: string): ErrorText => ({
    title: 'This app’s address is not registered',
    explanation: `You would be sent to an address that is not registered for ${app}, so we stopped here.`,
    advice: `Nothing was shared. ${FOR_THE_DEVELOPER} register exactly this redirect URI on your dashboard; every character counts.`,
  }),
  clientId: 'Client ID',
  redirectUri: 'Redirect URI',
};
