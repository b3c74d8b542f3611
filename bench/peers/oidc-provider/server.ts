// node-oidc-provider with everything in memory. The consent screen is the application's to write:
// this one is as small as its example's, with the steps its documentation asks for.
import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Provider } from 'oidc-provider';
import {
  campusApp,
  LIFETIMES,
  personData,
  type Scale,
  scaleFrom,
  sessionSecret,
  tokenPairs,
} from '../../campus.ts';
import { MemoryAdapter } from './memory-adapter.ts';

/** Without `openid`, so that no ID token is signed: plain OAuth 2.0, as the others serve it. */
const SCOPE = 'campus';

const scale = scaleFrom(process.env);
const port = Number(process.env['PORT']);
const provider = newProvider(`http://127.0.0.1:${port}`);
await seed(scale);
const answer = provider.callback();
createServer((request, response) => void serve(request, response)).listen(port, '127.0.0.1');

function newProvider(issuer: string): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const people = Array.from({ length: scale.people }, (_, number) => personData(number));
  return new Provider(issuer, {
    adapter: MemoryAdapter,
    clients: Array.from({ length: scale.apps }, (_, number) => {
      const { clientId, clientSecret, redirectUri } = campusApp(number);
      return {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      };
    }),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    scopes: ['openid', SCOPE],
    claims: { openid: ['sub'], [SCOPE]: Object.keys(personData(0)) },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...people[Number(id)] }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    pkce: { required: () => false },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    expiresWithSession: () => false,
    ttl: {
      AccessToken: LIFETIMES.accessToken,
      AuthorizationCode: LIFETIMES.code,
      RefreshToken: LIFETIMES.refreshToken,
      Session: LIFETIMES.session,
      Interaction: 3600,
      Grant: LIFETIMES.refreshToken,
      IdToken: 3600,
    },
  });
}

async function seed({ people, apps, tokens }: Scale): Promise<void> {
  const clients = await Promise.all(
    Array.from({ length: apps }, (_, number) => provider.Client.find(campusApp(number).clientId)),
  );
  for (let person = 0; person < people; person += 1) {
    const app = person % apps;
    const grantId = await newGrant(person, app, SCOPE);
    const session = new provider.Session({
      jti: sessionSecret(person),
      accountId: String(person),
      loginTs: Math.floor(Date.now() / 1000),
      // For the flow in which consent is remembered.
      authorizations: { [campusApp(app).clientId]: { sid: `sid-${person}`, grantId } },
    });
    await session.save(LIFETIMES.session);
  }
  for (const pair of tokenPairs({ people, apps, tokens })) {
    const shared = {
      accountId: String(pair.person),
      client: clients[pair.app],
      grantId: await newGrant(pair.person, pair.app, `openid ${SCOPE}`),
      gty: 'authorization_code',
    };
    // Its user data endpoint insists on `openid`; a refresh with it would sign an ID token.
    const access = { ...shared, jti: pair.accessToken, scope: `openid ${SCOPE}` };
    const accessToken = new provider.AccessToken(access);
    accessToken.format = 'opaque'; // set when the package chooses the text itself
    await accessToken.save();
    const refresh = { ...shared, jti: pair.refreshToken, scope: SCOPE };
    await new provider.RefreshToken(refresh).save();
  }
}

async function newGrant(person: number, app: number, scope: string): Promise<string> {
  const grant = new provider.Grant({
    accountId: String(person),
    clientId: campusApp(app).clientId,
  });
  grant.addOIDCScope(scope);
  return grant.save();
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url?.startsWith('/interaction/') !== true) {
    await answer(request, response);
    return;
  }
  try {
    if (request.method === 'POST') await allow(request, response);
    else await askForConsent(request, response);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
}

async function askForConsent(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(
    `<!DOCTYPE html><title>Allow?</title><p>Allow ${params.client_id} to read ${params.scope}?</p>` +
      `<form method="post" action="/interaction/${uid}"><button>Allow</button></form>`,
  );
}

async function allow(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.resume();
  const { params, session, grantId } = await provider.interactionDetails(request, response);
  const known = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const grant =
    known ?? new provider.Grant({ accountId: session?.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { consent });
}
