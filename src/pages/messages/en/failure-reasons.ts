import type { FailureReason } from '../../../domain/failure-reason.ts';

/** Why a request of an app failed, and what its developer changes. */
export const failureReasons = {
  'client-id-missing': {
    what: 'No client ID was sent.',
    change: 'Send client_id in the body, or client ID and client secret with HTTP Basic.',
  },
  'client-unknown': {
    what: 'There is no app with this client ID.',
    change: 'Copy the client ID from the dashboard again.',
  },
  'client-secret-missing': {
    what: 'The client secret was not sent.',
    change:
      'Send client_secret in the body of the form, or with HTTP Basic. Look whether the setting that holds it is empty.',
  },
  'client-secret-wrong': {
    what: 'The client secret is none of this app’s.',
    change:
      'Compare its end with the secrets on the dashboard: it may be revoked, cut off, or of the other environment. Add a new one if you lost it.',
  },
  'client-secret-expired': {
    what: 'The client secret has expired.',
    change: 'Add a new secret on the dashboard and put it into the app.',
  },
  'client-not-approved': {
    what: 'The app is not approved.',
    change: 'Use the sandbox client ID until it is, or submit the app for review.',
  },
  'client-suspended': {
    what: 'The app is suspended.',
    change: 'The dashboard says why. Write to the reviewers there.',
  },
  'client-retired': {
    what: 'The app is retired.',
    change: 'That is final. Register a new app.',
  },
  'sandbox-off': {
    what: 'The sandbox is switched off here.',
    change: 'Use the live client ID, or ask the institution.',
  },
  'parameter-repeated': {
    what: 'A parameter was sent twice.',
    change:
      'Send each parameter once. Look for one that is in the address already and added again.',
  },
  'redirect-uri-mismatch': {
    what: 'The redirect URI is not the right one.',
    change:
      'Send one that is registered, letter for letter, also the slash at its end, and the same one again when you exchange the code.',
  },
  'state-too-long': {
    what: 'state is too long.',
    change:
      'Keep what belongs to the request in your session, and send only a random key as state.',
  },
  'response-type-unsupported': {
    what: 'This response_type is not offered.',
    change: 'Send response_type=code.',
  },
  'pkce-challenge-malformed': {
    what: 'The code challenge is not valid.',
    change:
      'Send the base64url of the SHA-256 of the verifier, without = at its end, with code_challenge_method=S256.',
  },
  'consent-denied': {
    what: 'The person did not allow it.',
    change: 'Nothing is wrong. Say before you send people here what you need the data for.',
  },
  'grant-type-unsupported': {
    what: 'This grant_type does not exist here.',
    change:
      'Send grant_type=authorization_code or grant_type=refresh_token, as a form and not as JSON.',
  },
  'grant-type-not-offered': {
    what: 'This grant_type is not offered to apps.',
    change: 'Send people to the authorise page and exchange the code.',
  },
  'code-missing': {
    what: 'No code was sent.',
    change: 'Take code from the query of your redirect URI and send it in the body.',
  },
  'code-unknown': {
    what: 'There is no such code.',
    change: 'Send it as it came. It may be cut off, encoded twice, or from another installation.',
  },
  'code-expired': {
    what: 'The code is too old.',
    change:
      'Exchange it as soon as it comes: it lasts a minute. Check that no queue stands between.',
  },
  'code-replayed': {
    what: 'The code was used before, so all its tokens have ended.',
    change:
      'Exchange a code once. Look for a page that is reloaded, a request that is retried, or two servers that handle the same callback.',
  },
  'code-of-another-client': {
    what: 'The code was given to another client ID.',
    change:
      'Use the same client ID for both steps. Live and sandbox have their own; do not mix them.',
  },
  'redirect-uri-missing': {
    what: 'redirect_uri was not sent, and the app has several.',
    change: 'Send the same redirect_uri as in the authorization request.',
  },
  'pkce-verifier-missing': {
    what: 'code_verifier was not sent.',
    change: 'The authorization request had a code challenge, so send its verifier with the code.',
  },
  'pkce-verifier-wrong': {
    what: 'code_verifier does not match the code challenge.',
    change:
      'Keep the verifier of each sign-in in that person’s session, and send the one that belongs.',
  },
  'refresh-token-missing': {
    what: 'No refresh token was sent.',
    change: 'Send refresh_token in the body.',
  },
  'refresh-token-unknown': {
    what: 'There is no such refresh token.',
    change:
      'Send it as it came. An access token is not one. If it is very old, sign the person in again.',
  },
  'refresh-token-of-another-client': {
    what: 'The refresh token belongs to another client ID.',
    change: 'Refresh with the client ID that it was given to. Live and sandbox have their own.',
  },
  'refresh-token-replayed': {
    what: 'The refresh token was used before, so the access has ended.',
    change:
      'Every refresh answers a new refresh token: store it in the place of the old one, and let one process refresh at a time. Sign the person in again.',
  },
  'refresh-token-disused': {
    what: 'The refresh token was not used for longer than the institution allows, so the access has ended.',
    change:
      'Sign the person in again. Refresh more often than the institution’s limit if your app works while nobody uses it.',
  },
  'scope-too-wide': {
    what: 'More scope was asked for than was granted.',
    change: 'Leave scope out when you refresh.',
  },
  'authorization-ended': {
    what: 'The access has ended: the person ended it, or the app did.',
    change: 'Sign the person in again, if they want to.',
  },
  'account-inactive': {
    what: 'The person’s account is not active any more.',
    change: 'End their session in your app.',
  },
  'token-missing': {
    what: 'No token was sent.',
    change: 'Send the token to be revoked as token in the body.',
  },
  'token-unknown': {
    what: 'There is no such token.',
    change: 'Send it as it came, as Authorization: Bearer.',
  },
  'token-expired': {
    what: 'The access token has expired.',
    change: 'Refresh it, and remember expires_in.',
  },
} satisfies Record<FailureReason, { readonly what: string; readonly change: string }>;
