import type { Messages } from '../pages/messages/messages.ts';
import type { DisplayedError } from '../protocol/authorization-request.ts';
import type { ShownError } from './page-response.tsx';

/**
 * What to tell a person whom an app sent to the authorise page wrongly. The browser is not sent back,
 * because nothing tells that the app's address is its own (RFC 6749 §4.1.2.1).
 */
export function displayedError(
  error: DisplayedError,
  { errors: text }: Pick<Messages, 'errors'>,
  institution: string,
): ShownError {
  const status = 400;
  switch (error.type) {
    case 'client-id-missing':
      return { status, ...text.clientIdMissing };
    case 'parameter-repeated':
      return { status, ...text.parameterRepeated(error.parameter) };
    case 'client-unknown':
      return {
        status,
        ...text.clientUnknown(institution),
        details: [{ label: text.clientId, value: bounded(error.clientId) }],
      };
    case 'client-draft':
      return { status, ...text.clientDraft(error.clientName, institution) };
    case 'client-changes-requested':
    case 'client-in-review':
      return { status, ...text.clientInReview(error.clientName, institution) };
    case 'client-rejected':
      return { status, ...text.clientRejected(error.clientName, institution) };
    case 'client-retired':
      return { status, ...text.clientRetired(error.clientName) };
    case 'client-suspended':
      return { status, ...text.clientSuspended(error.clientName, institution) };
    case 'sandbox-off':
      return { status, ...text.sandboxOff(error.clientName, institution) };
    case 'redirect-uri-mismatch':
      return {
        status,
        ...text.redirectUriMismatch(error.clientName),
        details: [{ label: text.redirectUri, value: bounded(error.redirectUri) }],
      };
  }
}

const SHOWN_LENGTH = 300;

/** What a stranger's link said, short enough for a page. */
function bounded(text: string): string {
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
