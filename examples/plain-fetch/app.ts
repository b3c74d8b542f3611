// Sign in with Omniport without any library: node:http and fetch.
import { randomBytes } from 'node:crypto';
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
/** A browser of ours: the state we sent it away with, then its tokens. A real app keeps this in its database. */
interface Visitor {
  state?: string;
  tokens?: Tokens;
}
const visitors = new Map<string, Visitor>();

// Talking to the provider.

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

async function readUserData({ access_token: accessToken }: Tokens): Promise<Response> {
  return fetch(`${provider}/open_auth/get_user_data/`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
}

/** The person's data. Renews the tokens when the access token is over, which is after ten hours. */
async function userData(visitor: Visitor, tokens: Tokens): Promise<string> {
  let response = await readUserData(tokens);
  if (response.status === 401) {
    const parameters = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
    visitor.tokens = await token(parameters); // The old refresh token is spent: keep the new one.
    response = await readUserData(visitor.tokens);
  }
  if (!response.ok) throw new Error(`get_user_data answered ${response.status}`);
  return response.text();
}

// Pages of our own.

interface Exchange {
  visitor: Visitor;
  query: URLSearchParams;
  response: ServerResponse;
}

function login({ visitor, response }: Exchange): void {
  visitor.state = randomBytes(16).toString('hex');
  const query = new URLSearchParams({
    client_id: credentials.client_id,
    redirect_uri: redirectUri,
    state: visitor.state,
  });
  redirect(response, `${provider}/oauth/authorise?${query.toString()}`);
}

async function callback({ visitor, query, response }: Exchange): Promise<void> {
  // The state proves that this browser started the sign-in.
  if (visitor.state === undefined || query.get('state') !== visitor.state) {
    response.writeHead(400).end('This sign-in was not started here.');
    return;
  }
  delete visitor.state;
  visitor.tokens = await token({
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    code: query.get('code') ?? '',
  });
  redirect(response, '/');
}

async function logout({ visitor, response }: Exchange): Promise<void> {
  const { tokens } = visitor;
  delete visitor.tokens;
  if (tokens !== undefined) {
    // Revoking the refresh token ends the access token, too.
    await post('/open_auth/revoke_token/', {
      token: tokens.refresh_token,
      token_type_hint: 'refresh_token',
    });
  }
  redirect(response, '/');
}

async function home({ visitor, response }: Exchange): Promise<void> {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  if (visitor.tokens === undefined) {
    response.end('<!doctype html><a href="/login">Sign in with Omniport</a>');
    return;
  }
  const data = escapeHtml(await userData(visitor, visitor.tokens));
  response.end(
    `<!doctype html><pre>${data}</pre>` +
      '<form method="post" action="/logout"><button>Sign out</button></form>',
  );
}

const pages: Record<string, (exchange: Exchange) => Promise<void> | void> = {
  'GET /': home,
  'GET /login': login,
  'GET /callback': callback,
  'POST /logout': logout,
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://localhost:${port}`);
  const page = pages[`${request.method ?? 'GET'} ${url.pathname}`];
  if (page === undefined) {
    response.writeHead(404).end();
    return;
  }
  const cookie = /(?:^|; )visitor=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const known = visitors.get(cookie);
  const id = known === undefined ? randomBytes(16).toString('hex') : cookie;
  const visitor = known ?? {};
  visitors.set(id, visitor);
  // Lax: another site's form does not bring the cookie along, so it cannot sign anybody out.
  response.setHeader('set-cookie', `visitor=${id}; HttpOnly; SameSite=Lax; Path=/`);
  await page({ visitor, query: url.searchParams, response });
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(502).end('The sign-in service did not answer as expected. Try again.');
  });
}).listen(port, () => {
  console.log(`Listening on http://localhost:${port}`);
});
