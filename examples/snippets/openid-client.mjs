// npm install openid-client
import * as client from 'openid-client';

const omniport = new client.Configuration(
  {
    issuer: '{{issuer}}',
    authorization_endpoint: '{{issuer}}/oauth/authorise',
    token_endpoint: '{{issuer}}/open_auth/token/',
  },
  '{{clientId}}',
  process.env.CLIENT_SECRET,
);
// Only while you develop against plain http.
if ('{{issuer}}'.startsWith('http:')) client.allowInsecureRequests(omniport);

/** Where to send the person. Keep verifier and state in their session. */
export async function beginSignIn() {
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const address = client.buildAuthorizationUrl(omniport, {
    redirect_uri: '{{redirectUri}}',
    state,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { address, verifier, state };
}

/** What the person shared. `callback` is the address they came back to. */
export async function finishSignIn(callback, { verifier, state }) {
  const tokens = await client.authorizationCodeGrant(omniport, callback, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  const response = await client.fetchProtectedResource(
    omniport,
    tokens.access_token,
    new URL('{{issuer}}/open_auth/get_user_data/'),
    'GET',
  );
  return response.json();
}
