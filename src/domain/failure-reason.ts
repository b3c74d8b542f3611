/**
 * Why exactly a request of an app failed. The answer on the wire says less, as the RFCs ask; this is for the app's
 * own team. It names what the request did wrong, never what the server knows beyond it.
 */
export type FailureReason =
  // Who asks.
  | 'client-id-missing'
  | 'client-unknown'
  | 'client-secret-missing'
  | 'client-secret-wrong'
  | 'client-secret-expired'
  | 'client-not-approved'
  | 'client-suspended'
  | 'client-retired'
  | 'sandbox-off'
  // The authorization request.
  | 'parameter-repeated'
  | 'redirect-uri-mismatch'
  | 'state-too-long'
  | 'response-type-unsupported'
  | 'pkce-challenge-malformed'
  | 'consent-denied'
  // The token request.
  | 'grant-type-unsupported'
  | 'grant-type-not-offered'
  | 'code-missing'
  | 'code-unknown'
  | 'code-expired'
  | 'code-replayed'
  | 'code-of-another-client'
  | 'redirect-uri-missing'
  | 'pkce-verifier-missing'
  | 'pkce-verifier-wrong'
  | 'refresh-token-missing'
  | 'refresh-token-unknown'
  | 'refresh-token-of-another-client'
  | 'refresh-token-replayed'
  | 'refresh-token-disused'
  | 'scope-too-wide'
  | 'authorization-ended'
  | 'account-inactive'
  // Revocation and user data.
  | 'token-missing'
  | 'token-unknown'
  | 'token-expired';
