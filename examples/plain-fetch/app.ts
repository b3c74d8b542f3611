// Sign in with Omniport without any library: node:http and fetch.
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const provider = process.env['PROVIDER'] ?? 'http://localhost:8000';
const port = Number(process.env['PORT'] ?? 3000);
const redirectUri = `http://localhost:${port}/callback`;
const credentials = {
  client_id: process.env['CLIENT_ID'] ?? '',
  client_secret: process.env['CLIENT_SECRET'] ?? '',
};

interface Tokens {
  access_token: string;
  refresh_token: string;
}
/** One browser of ours: the state we sent it away with, then its tokens. */
const browsers = new Map<string, { state?: string; tokens?: Tokens }>();

async function post(path: string, parameters: Record<string, string>): Promise<Response> {
  const response = await fetch(provider + path, {
    method: 'POST',
    body: new URLSearchParams({ ...credentials, ...parameters }),
  });
  if (!response.ok) {
    throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  }
  return response;
}

async function token(parameters: Record<string, string>): Promise<Tokens> {
  return (await (await post('/open_auth/token/', parameters)).json()) as Tokens;
}

interface Exchange {
  browserId: string;
  browser: { state?: string; tokens?: Tokens };
  query: URLSearchParams;
  response: ServerResponse;
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function login({ browser, response }: Exchange): void {
  browser.state = randomBytes(16).toString('hex');
  const query = new URLSearchParams({
    client_id: credentials.client_id,
    redirect_uri: redirectUri,
    state: browser.state,
  });
  redirect(response, `${provider}/oauth/authorise?${query.toString()}`);
}

async function callback({ browser, query, response }: Exchange): Promise<void> {
  // The state proves that this browser started the sign-in.
  if (browser.state === undefined || query.get('state') !== browser.state) {
    response.writeHead(400).end('This sign-in was not started here.');
    return;
  }
  delete browser.state;
  browser.tokens = await token({
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: query.get('code') ?? '',
  });
  redirect(response, '/');
}

async function refresh({ browser, response }: Exchange): Promise<void> {
  const refreshToken = browser.tokens?.refresh_token ?? '';
  browser.tokens = await token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  redirect(response, '/');
}

async function logout({ browserId, browser, response }: Exchange): Promise<void> {
  const refreshToken = browser.tokens?.refresh_token ?? '';
  await post('/open_auth/revoke_token/', { token: refreshToken, token_type_hint: 'refresh_token' });
  browsers.delete(browserId);
  response.end('Signed out.');
}

async function home({ browser, response }: Exchange): Promise<void> {
  if (browser.tokens === undefined) {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<a href="/login">Sign in with Omniport</a>');
    return;
  }
  const data = await fetch(`${provider}/open_auth/get_user_data/`, {
    headers: { authorization: `Bearer ${browser.tokens.access_token}` },
  });
  response.writeHead(data.status, { 'content-type': 'application/json' }).end(await data.text());
}

const pages: Record<string, (exchange: Exchange) => Promise<void> | void> = {
  '/': home,
  '/login': login,
  '/callback': callback,
  '/refresh': refresh,
  '/logout': logout,
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://localhost:${port}`);
  const page = pages[url.pathname];
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  const cookie = /(?:^|; )browser=([\w-]+)/.exec(request.headers.cookie ?? '');
  const browserId = cookie?.[1] ?? randomUUID();
  const browser = browsers.get(browserId) ?? {};
  browsers.set(browserId, browser);
  response.setHeader('set-cookie', `browser=${browserId}; HttpOnly; SameSite=Lax; Path=/`);
  await page({ browserId, browser, query: url.searchParams, response });
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(502).end(String(error));
  });
}).listen(port, () => {
  console.log(`Listening on http://localhost:${port}`);
});
