// Made by scripts/make-snippets.mjs from examples/snippets; test/flows/snippets.test.ts compares.

export const SNIPPETS = {
  'curl.sh': `# 1. Open this in a browser. You come back to the redirect URI with ?code=…&state=…
echo "{{issuer}}/oauth/authorise?client_id={{clientId}}&redirect_uri={{encodedRedirectUri}}&state=$(openssl rand -hex 16)"

# 2. Within a minute, put the code into CODE and exchange it.
TOKENS=$(curl --silent --show-error '{{issuer}}/open_auth/token/' \\
  --data-urlencode 'grant_type=authorization_code' \\
  --data-urlencode 'redirect_uri={{redirectUri}}' \\
  --data-urlencode 'client_id={{clientId}}' \\
  --data-urlencode "client_secret=$CLIENT_SECRET" \\
  --data-urlencode "code=$CODE")
echo "$TOKENS"

# 3. Read the data that the person shared.
ACCESS_TOKEN=$(echo "$TOKENS" | sed 's/.*"access_token": "\\([^"]*\\)".*/\\1/')
curl --silent --show-error '{{issuer}}/open_auth/get_user_data/' \\
  --header "Authorization: Bearer $ACCESS_TOKEN"
`,
  'passport.mjs': `// npm install express express-session passport passport-oauth2
import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy } from 'passport-oauth2';

const redirectUri = '{{redirectUri}}';
const strategy = new Strategy(
  {
    authorizationURL: '{{issuer}}/oauth/authorise/',
    tokenURL: '{{issuer}}/open_auth/token/',
    clientID: '{{clientId}}',
    clientSecret: process.env.CLIENT_SECRET,
    callbackURL: redirectUri,
    state: true, // Passport makes a random state and checks it.
  },
  (accessToken, refreshToken, profile, done) => done(null, profile),
);
strategy.userProfile = (accessToken, done) => {
  fetch('{{issuer}}/open_auth/get_user_data/', {
    headers: { authorization: \`Bearer \${accessToken}\` },
  })
    .then((response) => response.json())
    .then((person) => done(null, person), done);
};
passport.use('omniport', strategy);
passport.serializeUser((user, done) => done(null, user));
passport.deserializeUser((user, done) => done(null, user));

const app = express();
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
  }),
  passport.session(),
);
app.get('/', (request, response) => {
  if (request.user) response.json(request.user);
  else response.send('<a href="/login">Sign in with Omniport</a>');
});
app.get('/login', passport.authenticate('omniport'));
app.get(
  new URL(redirectUri).pathname,
  passport.authenticate('omniport', { successRedirect: '/', failureRedirect: '/' }),
);
const port = process.env.PORT ?? 3000;
app.listen(port, () => console.log(\`Listening on \${port}\`));
`,
  'auth-js.mjs': `// A provider for Auth.js: NextAuth({ providers: [omniport] }).
// Its redirect URI ends in /api/auth/callback/omniport; yours is {{redirectUri}}
export const omniport = {
  id: 'omniport',
  name: 'Omniport',
  type: 'oauth',
  clientId: '{{clientId}}',
  clientSecret: process.env.CLIENT_SECRET,
  client: { token_endpoint_auth_method: 'client_secret_post' },
  checks: ['pkce', 'state'],
  authorization: { url: '{{issuer}}/oauth/authorise', params: { scope: '' } },
  token: '{{issuer}}/open_auth/token/',
  userinfo: '{{issuer}}/open_auth/get_user_data/',
  profile: (data) => ({
    id: String(data.userId),
    name: data.person?.fullName ?? data.username,
  }),
};
`,
  'openid-client.mjs': `// npm install openid-client
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

/** What the person shared. \`callback\` is the address they came back to. */
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
`,
  'authlib.py': `# pip install authlib flask requests
import os
from urllib.parse import urlsplit

from authlib.integrations.flask_client import OAuth
from flask import Flask, jsonify

app = Flask(__name__)
app.secret_key = os.environ["SESSION_SECRET"]

oauth = OAuth(app)
oauth.register(
    "omniport",
    client_id="{{clientId}}",
    client_secret=os.environ["CLIENT_SECRET"],
    authorize_url="{{issuer}}/oauth/authorise",
    access_token_url="{{issuer}}/open_auth/token/",
    api_base_url="{{issuer}}/open_auth/",
    client_kwargs={
        "code_challenge_method": "S256",
        "token_endpoint_auth_method": "client_secret_post",
    },
)


@app.get("/login")
def login():
    return oauth.omniport.authorize_redirect("{{redirectUri}}")


@app.get(urlsplit("{{redirectUri}}").path)
def callback():
    oauth.omniport.authorize_access_token()
    return jsonify(oauth.omniport.get("get_user_data/").json())
`,
  'django-allauth.py': `# omniport/provider.py of your project; add "omniport" to INSTALLED_APPS, and to urls.py
#   path("accounts/", include(default_urlpatterns(OmniportProvider)))
# Its redirect URI ends in /accounts/omniport/login/callback/; yours is {{redirectUri}}
# In settings.py:
#   SOCIALACCOUNT_PROVIDERS = {"omniport": {"APPS": [
#       {"client_id": "{{clientId}}", "secret": os.environ["CLIENT_SECRET"]}]}}
import requests
from allauth.socialaccount.providers.base import ProviderAccount
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import (
    OAuth2Adapter,
    OAuth2CallbackView,
    OAuth2LoginView,
)


class OmniportAdapter(OAuth2Adapter):
    provider_id = "omniport"
    authorize_url = "{{issuer}}/oauth/authorise"
    access_token_url = "{{issuer}}/open_auth/token/"
    profile_url = "{{issuer}}/open_auth/get_user_data/"

    def complete_login(self, request, app, token, **kwargs):
        headers = {"Authorization": f"Bearer {token.token}"}
        response = requests.get(self.profile_url, headers=headers, timeout=10)
        response.raise_for_status()
        return self.get_provider().sociallogin_from_response(request, response.json())


class OmniportProvider(OAuth2Provider):
    id = "omniport"
    name = "Omniport"
    account_class = ProviderAccount
    oauth2_adapter_class = OmniportAdapter

    def extract_uid(self, data):
        return str(data["userId"])

    def extract_common_fields(self, data):
        return {
            "username": data.get("username"),
            "name": data.get("person", {}).get("fullName"),
        }


provider_classes = [OmniportProvider]
oauth2_login = OAuth2LoginView.adapter_view(OmniportAdapter)
oauth2_callback = OAuth2CallbackView.adapter_view(OmniportAdapter)
`,
  'spring.yml': `# application.yml, with spring-boot-starter-oauth2-client
spring:
  security:
    oauth2:
      client:
        registration:
          omniport:
            client-id: '{{clientId}}'
            client-secret: '\${CLIENT_SECRET}'
            client-authentication-method: client_secret_post
            authorization-grant-type: authorization_code
            redirect-uri: '{{redirectUri}}'
        provider:
          omniport:
            authorization-uri: '{{issuer}}/oauth/authorise'
            token-uri: '{{issuer}}/open_auth/token/'
            user-info-uri: '{{issuer}}/open_auth/get_user_data/'
            user-name-attribute: userId
`,
  'flutter.dart': `// flutter pub add flutter_appauth http
// An app on a phone keeps no secret: register it as public. AppAuth sends PKCE.
import 'package:flutter_appauth/flutter_appauth.dart';
import 'package:http/http.dart' as http;

Future<String> signIn() async {
  final tokens = await const FlutterAppAuth().authorizeAndExchangeCode(
    AuthorizationTokenRequest(
      '{{clientId}}',
      '{{redirectUri}}',
      serviceConfiguration: const AuthorizationServiceConfiguration(
        authorizationEndpoint: '{{issuer}}/oauth/authorise',
        tokenEndpoint: '{{issuer}}/open_auth/token/',
      ),
    ),
  );
  final response = await http.get(
    Uri.parse('{{issuer}}/open_auth/get_user_data/'),
    headers: {'Authorization': 'Bearer \${tokens.accessToken}'},
  );
  return response.body;
}
`,
} as const;
