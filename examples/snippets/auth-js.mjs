// A provider for Auth.js: NextAuth({ providers: [omniport] }).
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
