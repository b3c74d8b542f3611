// @node-oauth/oauth2-server on bare node:http with everything in memory. It brings the protocol only: no
// sign-in, no consent, no pages. Its model is the application's to write; this one is maps.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import OAuth2Server, {
  type AuthorizationCode,
  type Client,
  Request,
  Response,
  type Token,
} from '@node-oauth/oauth2-server';
import {
  campusApp,
  LIFETIMES,
  personData,
  scaleFrom,
  sessionSecret,
  tokenPairs,
} from '../../campus.ts';

const scale = scaleFrom(process.env);
const people = Array.from({ length: scale.people }, (_, number) => personData(number));
const clients = new Map<string, { readonly client: Client; readonly secret: string }>();
const sessions = new Map(people.map((person, number) => [sessionSecret(number), person]));
const accessTokens = new Map<string, Token>();
const refreshTokens = new Map<string, Token>();
const codes = new Map<string, AuthorizationCode>();

for (let number = 0; number < scale.apps; number += 1) {
  const { clientId, clientSecret, redirectUri } = campusApp(number);
  const grants = ['authorization_code', 'refresh_token'];
  const client = { id: clientId, redirectUris: [redirectUri], grants };
  clients.set(clientId, { client, secret: clientSecret });
}
for (const pair of tokenPairs(scale)) {
  const found = clients.get(campusApp(pair.app).clientId);
  if (found === undefined) throw new Error('An app of the campus is missing.');
  store({
    accessToken: pair.accessToken,
    accessTokenExpiresAt: inSeconds(LIFETIMES.accessToken),
    refreshToken: pair.refreshToken,
    refreshTokenExpiresAt: inSeconds(LIFETIMES.refreshToken),
    scope: ['campus'],
    client: found.client,
    user: people[pair.person] ?? {},
  });
}

const oauth = new OAuth2Server({
  model: {
    getClient: async (id: string, secret: string | null) => {
      const found = clients.get(id);
      return found === undefined || (secret !== null && secret !== found.secret)
        ? undefined
        : found.client;
    },
    getAccessToken: async (text: string) => accessTokens.get(text),
    getRefreshToken: async (text: string) => refreshTokens.get(text),
    getAuthorizationCode: async (text: string) => codes.get(text),
    saveToken: async (token: Token, client: Client, user: object) =>
      store({ ...token, client, user }),
    saveAuthorizationCode: async (code: AuthorizationCode, client: Client, user: object) => {
      const stored = { ...code, client, user };
      codes.set(code.authorizationCode, stored);
      return stored;
    },
    revokeToken: async (token: Token) => {
      accessTokens.delete(token.accessToken);
      return refreshTokens.delete(token.refreshToken);
    },
    revokeAuthorizationCode: async (code: AuthorizationCode) =>
      codes.delete(code.authorizationCode),
    validateScope: async (_user: object, _client: Client, scope: readonly string[] | undefined) =>
      scope ?? ['campus'],
  },
  accessTokenLifetime: LIFETIMES.accessToken,
  refreshTokenLifetime: LIFETIMES.refreshToken,
  authorizationCodeLifetime: LIFETIMES.code,
  alwaysIssueNewRefreshToken: true,
});

createServer((request, response) => void serve(request, response)).listen(
  Number(process.env['PORT']),
  '127.0.0.1',
);

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const body = request.method === 'POST' ? await readForm(request) : {};
    const [path, query] = (request.url ?? '').split('?', 2);
    const fields = query === undefined ? {} : Object.fromEntries(new URLSearchParams(query));
    const { headers, method } = request;
    const asked = new Request({ headers, method, query: fields, body });
    const answered = new Response();
    switch (path ?? '') {
      case '/token':
        await oauth.token(asked, answered);
        send(response, answered);
        return;
      case '/authorize':
        await oauth.authorize(asked, answered, {
          authenticateHandler: { handle: () => signedIn(request) },
        });
        send(response, answered);
        return;
      default: {
        const { user } = await oauth.authenticate(asked, answered);
        sendJson(response, { status: 200, headers: {}, body: user });
      }
    }
  } catch (error) {
    response.writeHead((error as { code?: number }).code ?? 500).end(String(error));
  }
}

function send(response: ServerResponse, { status, headers, body }: Response): void {
  if (status === 302) {
    response.writeHead(302, { ...headers, 'Content-Length': 0 }).end();
    return;
  }
  sendJson(response, { status, headers, body });
}

function sendJson(
  response: ServerResponse,
  answered: Pick<Response, 'status' | 'headers' | 'body'>,
): void {
  const text = JSON.stringify(answered.body);
  response.writeHead(answered.status, {
    ...answered.headers,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
}

function signedIn(request: IncomingMessage): object | undefined {
  return sessions.get((request.headers.cookie ?? '').slice('session='.length));
}

async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString('latin1');
  return Object.fromEntries(new URLSearchParams(text));
}

function store(token: Token): Token {
  accessTokens.set(token.accessToken, token);
  refreshTokens.set(token.refreshToken, token);
  return token;
}

function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * 1000);
}
