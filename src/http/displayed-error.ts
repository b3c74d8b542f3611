import type { DisplayedError } from '../protocol/authorization-request.ts';
import type { ShownError } from './page-response.tsx';

const FOR_THE_DEVELOPER = 'If you make this app:';

/**
 * What to tell a person whom an app sent to the authorise page wrongly. The browser is not sent back,
 * because nothing tells that the app's address is its own (RFC 6749 §4.1.2.1).
 */
export function displayedError(error: DisplayedError, institution: string): ShownError {
  switch (error.type) {
    case 'client-id-missing':
      return {
        status: 400,
        title: 'This link is incomplete',
        explanation: 'It does not say which app sent you here.',
        advice: `Go back to the app and try again. ${FOR_THE_DEVELOPER} the address needs the parameter client_id.`,
      };
    case 'parameter-repeated':
      return {
        status: 400,
        title: 'This link says two things at once',
        explanation: `It has the parameter ${error.parameter} more than once.`,
        advice: `Go back to the app and try again. ${FOR_THE_DEVELOPER} send each parameter once.`,
      };
    case 'client-unknown':
      return {
        status: 400,
        title: 'We do not know this app',
        explanation: `No app with this client ID is registered at ${institution}. It may have been deleted.`,
        advice: `Nothing was shared. ${FOR_THE_DEVELOPER} compare the client ID with the one on your dashboard.`,
        details: [{ label: 'Client ID', value: bounded(error.clientId) }],
      };
    case 'client-in-review':
      return {
        status: 400,
        title: `${error.clientName} is waiting for its review`,
        explanation: `${institution} has not approved yet what ${error.clientName} asks for, so it cannot ask you.`,
        advice: `Try again later. ${FOR_THE_DEVELOPER} the dashboard shows how the review stands.`,
      };
    case 'client-rejected':
      return {
        status: 400,
        title: `${error.clientName} is not approved`,
        explanation: `${institution} has declined what ${error.clientName} asks for, so it cannot ask you.`,
        advice: `Nothing was shared. ${FOR_THE_DEVELOPER} the dashboard says why, and lets you ask again.`,
      };
    case 'client-suspended':
      return {
        status: 400,
        title: `${error.clientName} is suspended`,
        explanation: `${institution} has stopped this app. It cannot read anybody’s data.`,
        advice: `Nothing was shared. ${FOR_THE_DEVELOPER} the dashboard says why.`,
      };
    case 'redirect-uri-mismatch':
      return {
        status: 400,
        title: 'This app’s address is not registered',
        explanation: `You would be sent to an address that is not registered for ${error.clientName}, so we stopped here.`,
        advice: `Nothing was shared. ${FOR_THE_DEVELOPER} register exactly this redirect URI on your dashboard; every character counts.`,
        details: [{ label: 'Redirect URI', value: bounded(error.redirectUri) }],
      };
  }
}

const SHOWN_LENGTH = 300;

/** What a stranger's link said, short enough for a page. */
function bounded(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
