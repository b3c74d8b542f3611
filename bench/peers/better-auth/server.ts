// better-auth with its OAuth provider plugin, on SQLite in memory: the indexes of its schema, and no disk.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { oauthProvider } from '@better-auth/oauth-provider';
import { betterAuth } from 'better-auth';
import { hashPassword } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { toNodeHandler } from 'better-auth/node';
import { jwt } from 'better-auth/plugins';
import {
  campusApp,
  campusPerson,
  LIFETIMES,
  PASSWORD,
  personData,
  type Scale,
  scaleFrom,
  sessionSecret,
  tokenPairs,
} from '../../campus.ts';

// Without `openid`, so that no ID token is signed: plain OAuth 2.0, as the others serve it.
const SCOPES = ['campus', 'offline_access'];

const scale = scaleFrom(process.env);
const port = Number(process.env['PORT']);
const people = Array.from({ length: scale.people }, (_, number) => personData(number));

const auth = betterAuth({
  database: new DatabaseSync(':memory:'),
  baseURL: `http://127.0.0.1:${port}`,
  secret: process.env['BENCH_SECRET'] ?? '',
  emailAndPassword: { enabled: true },
  rateLimit: { enabled: false },
  telemetry: { enabled: false },
  logger: { level: 'error' },
  plugins: [
    jwt(),
    oauthProvider({
      loginPage: '/sign-in',
      consentPage: '/consent',
      scopes: ['openid', ...SCOPES],
      accessTokenExpiresIn: LIFETIMES.accessToken,
      refreshTokenExpiresIn: LIFETIMES.refreshToken,
      codeExpiresIn: LIFETIMES.code,
      // Its own cache of apps, for those the operator trusts: all of them here.
      cachedTrustedClients: new Set(
        Array.from({ length: scale.apps }, (_, number) => campusApp(number).clientId),
      ),
      customUserInfoClaims: ({ user }: { readonly user: { readonly id: string } }) =>
        people[Number(user.id)] ?? {},
    }),
  ],
});

const migrations = await getMigrations(auth.options);
await migrations.runMigrations();
await seed(scale);
createServer(toNodeHandler(auth)).listen(port, '127.0.0.1');

async function seed({ people: personCount, apps, tokens }: Scale): Promise<void> {
  const { adapter } = await auth.$context;
  const create = async (model: string, data: Readonly<Record<string, unknown>>) =>
    adapter.create({ model, data, forceAllowId: true });
  const now = new Date();
  const dates = { createdAt: now, updatedAt: now };
  const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);

  const password = await hashPassword(PASSWORD);
  for (let number = 0; number < personCount; number += 1) {
    const { fullName, email } = campusPerson(number);
    const id = String(number);
    await create('user', { id, name: fullName, email, emailVerified: true, ...dates });
    const credential = { accountId: id, userId: id, providerId: 'credential', password };
    await create('account', { id, ...credential, ...dates });
    const session = { id, userId: id, token: sessionSecret(number), ...dates };
    await create('session', { ...session, expiresAt: inSeconds(LIFETIMES.session) });
  }
  for (let number = 0; number < apps; number += 1) {
    const { clientId, clientSecret, redirectUri, name } = campusApp(number);
    await create('oauthClient', {
      id: String(number),
      clientId,
      clientSecret: stored(clientSecret),
      name,
      redirectUris: [redirectUri],
      scopes: ['openid', ...SCOPES],
      grantTypes: ['authorization_code', 'refresh_token'],
      responseTypes: ['code'],
      tokenEndpointAuthMethod: 'client_secret_post',
      type: 'web',
      public: false,
      requirePKCE: false,
      ...dates,
    });
  }
  for (const [number, pair] of tokenPairs({ people: personCount, apps, tokens }).entries()) {
    const id = String(number);
    const owner = {
      id,
      clientId: campusApp(pair.app).clientId,
      userId: String(pair.person),
      sessionId: String(pair.person),
      createdAt: now,
    };
    await create('oauthRefreshToken', {
      ...owner,
      token: stored(pair.refreshToken),
      scopes: SCOPES,
      expiresAt: inSeconds(LIFETIMES.refreshToken),
    });
    await create('oauthAccessToken', {
      ...owner,
      refreshId: id,
      token: stored(pair.accessToken),
      // Its user data endpoint insists on `openid`.
      scopes: ['openid', ...SCOPES],
      expiresAt: inSeconds(LIFETIMES.accessToken),
    });
  }
}

/** How the plugin stores secrets and tokens. */
function stored(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
