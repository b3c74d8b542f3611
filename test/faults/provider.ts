import type { Tokens } from '../support/provider-client.ts';
import { APP, type Person } from './campus.ts';
import type { HttpClient } from './http-client.ts';
import type { Ledger, Settled } from './ledger.ts';

/** The provider as an app and its people see it, everything entered in the ledger. */
export interface Provider {
  /** A person allows the app on the consent screen; answers the code that it gets. */
  allow(person: Person): Promise<string | undefined>;
  redeem(code: string): Promise<Settled | undefined>;
  refresh(refreshToken: string): Promise<Settled | undefined>;
  /** Of an access token or a refresh token, which ends everything. */
  revoke(token: string): Promise<Settled | undefined>;
  readData(accessToken: string): Promise<Settled | undefined>;
}

export function providerAt(client: HttpClient, ledger: Ledger): Provider {
  const csrfTokens = new Map<string, string>();

  async function post(path: string, fields: Readonly<Record<string, string>>) {
    const form = new URLSearchParams({ ...APP.credentials, ...fields });
    const what = `POST ${path} ${fields['grant_type'] ?? ''}`;
    return ledger.settle(what, await client.ask({ method: 'POST', path, form }));
  }

  async function csrfTokenOf(cookie: string): Promise<string | undefined> {
    const known = csrfTokens.get(cookie);
    if (known !== undefined) return known;
    const path = '/account';
    const answer = await client.ask({ method: 'GET', path, headers: { cookie } });
    const page = ledger.settle(`GET ${path}`, answer);
    const [, token] = /name="csrf_token" value="([^"]+)"/u.exec(page?.body ?? '') ?? [];
    if (token !== undefined) csrfTokens.set(cookie, token);
    else if (page !== undefined) ledger.violations.push(`GET ${path}: ${page.status}, no form`);
    return token;
  }

  return {
    async allow(person) {
      const cookie = `session=${person.sessionSecret}`;
      const csrfToken = await csrfTokenOf(cookie);
      if (csrfToken === undefined) return undefined;
      const form = new URLSearchParams({
        csrf_token: csrfToken,
        decision: 'allow',
        account: String(person.id),
      });
      for (const claim of APP.claims) form.append('claim', claim);
      const path = `/oauth/authorise?client_id=${APP.credentials.client_id}`;
      const answer = await client.ask({ method: 'POST', path, headers: { cookie }, form });
      const redirect = ledger.settle('POST /oauth/authorise', answer);
      if (redirect === undefined) return undefined;
      const code = URL.parse(redirect.headers.location ?? '')?.searchParams.get('code');
      if (typeof code === 'string') return code;
      ledger.violations.push(
        `POST /oauth/authorise: ${redirect.status}, no code: ${redirect.body.slice(0, 300)}`,
      );
      return undefined;
    },
    redeem: async (code) =>
      post('/open_auth/token/', {
        grant_type: 'authorization_code',
        redirect_uri: APP.redirectUri,
        code,
      }),
    refresh: async (refreshToken) =>
      post('/open_auth/token/', { grant_type: 'refresh_token', refresh_token: refreshToken }),
    revoke: async (token) => post('/open_auth/revoke_token/', { token }),
    async readData(accessToken) {
      const path = '/open_auth/get_user_data/';
      const headers = { authorization: `Bearer ${accessToken}` };
      const answer = await client.ask({ method: 'GET', path, headers });
      return ledger.settle(`GET ${path}`, answer);
    },
  };
}

/** The pair in an answer of the token endpoint; undefined: it refused, for a reason of the grant. */
export function pairIn(answer: Settled, ledger: Ledger): Tokens | undefined {
  if (answer.status === 200) return JSON.parse(answer.body) as Tokens;
  if (answer.status !== 400 || !answer.body.includes('invalid_grant')) {
    ledger.violations.push(`POST /open_auth/token/: ${answer.status} ${answer.body}`);
  }
  return undefined;
}
