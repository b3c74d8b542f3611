import { createHash, createHmac } from 'node:crypto';
import path from 'node:path';
import {
  campusPerson,
  PASSWORD,
  type Scale,
  scaleVariables,
  sessionSecret,
  tokenPairs,
} from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { headerOf, type HttpAnswer } from '../load/http-answer.ts';
import { formText, requestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { freePort } from '../machine/free-port.ts';
import {
  codeIn,
  codeOf,
  type Flow,
  flowsOf,
  redeemStep,
  sameAppFlowsOf,
} from '../workloads/code-flow.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import type { Contender, Workloads } from './contender.ts';
import { installedVersion } from './installed-packages.ts';
import { benchRoot, nodeCommand } from './node-command.ts';

const SECRET = 'a benchmark has no secrets, but this must be long';
const API = '/api/auth';
// The plugin wants PKCE for refresh tokens; one verifier for all costs the load nothing.
const VERIFIER = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

export const betterAuth: Contender = {
  name: 'better-auth',
  title: 'better-auth OAuth provider',
  storage: 'SQLite in memory: nothing survives a restart',
  notes: [
    'Its schema with its indexes on node:sqlite without a disk; rate limiting off; all apps in its cache for trusted ones.',
    'Plain OAuth 2.0 without `openid`, so that it signs no ID token; only the tokens for user data have `openid`. PKCE, because it insists.',
    'Asked: authorize, consent, token. The consent page itself is the application’s and is not fetched.',
  ],
  async prepare({ scale }) {
    const version = installedVersion('@better-auth/oauth-provider');
    const address = { host: '127.0.0.1', port: await freePort() } as const;
    return {
      address,
      server: nodeCommand(path.join(benchRoot, 'peers/better-auth/server.ts'), {
        PORT: String(address.port),
        BENCH_SECRET: SECRET,
        ...scaleVariables(scale),
      }),
      probe: requestWriter(address).get(`${API}/oauth2/userinfo`),
      versions: {
        'better-auth': installedVersion('better-auth'),
        '@better-auth/oauth-provider': version,
        'Node.js': process.versions.node,
      },
      companions: [],
      durable: false,
      workloads: () => workloads(address, scale),
      close: async () => undefined,
    };
  },
};

function workloads(address: Address, scale: Scale): Workloads {
  const write = requestWriter(address);
  const token = { write, path: `${API}/oauth2/token` };
  const origin = `http://${address.host}:${address.port}`;
  const cookies = Array.from({ length: scale.people }, (_, person) => sessionCookie(person));

  function authorize(flow: Flow, prompt: Readonly<Record<string, string>>): string {
    const query = formText({
      client_id: flow.app.clientId,
      redirect_uri: flow.app.redirectUri,
      response_type: 'code',
      scope: 'campus offline_access',
      state: flow.state,
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ...prompt,
    });
    return write.get(`${API}/oauth2/authorize?${query}`, { Cookie: cookies[flow.person] ?? '' });
  }
  const redeem = (code: string, flow: Flow): Step =>
    redeemStep(code, flow, { ...token, extra: { code_verifier: VERIFIER } });
  const consent = (flow: Flow, query: string): Step => ({
    request: write.postJson(
      `${API}/oauth2/consent`,
      { accept: true, oauth_query: query },
      { Cookie: cookies[flow.person] ?? '', Origin: origin },
    ),
    answered: (answer) => redeem(codeIn(consentUrl(answer), flow, answer), flow),
  });
  const asked = (flow: Flow): Step => ({
    request: authorize(flow, { prompt: 'consent' }),
    answered: (answer) => consent(flow, consentQuery(answer)),
  });

  const pairs = tokenPairs(scale);
  const flows = flowsOf(scale);
  const knownFlows = sameAppFlowsOf(scale);
  let signIns = 0;
  return {
    userData: userDataWorkload(pairs, { write, path: `${API}/oauth2/userinfo` }),
    refresh: refreshWorkload(pairs, token),
    codeFlow: { requests: 3, journeys: () => asked(flows()) },
    codeFlowUnasked: {
      requests: 2,
      note: 'consent remembered',
      journeys() {
        const flow = knownFlows();
        return {
          request: authorize(flow, {}),
          // The first time it asks.
          answered: (answer) =>
            headerOf(answer, 'location')?.startsWith('/consent?') === true
              ? consent(flow, consentQuery(answer))
              : redeem(codeOf(answer, flow), flow),
        };
      },
    },
    signIn: {
      requests: 1,
      hash: 'scrypt, N=16 384 r=16 p=1',
      journeys() {
        signIns += 1;
        const { email } = campusPerson(signIns % scale.people);
        return {
          request: write.postJson(
            `${API}/sign-in/email`,
            { email, password: PASSWORD },
            { Origin: origin },
          ),
          answered(answer) {
            if (answer.status !== 200 || !answer.body.includes(email)) {
              throw new UnexpectedAnswerError('a session', answer);
            }
            return undefined;
          },
        };
      },
    },
  };
}

function sessionCookie(person: number): string {
  const text = sessionSecret(person);
  const signature = createHmac('sha256', SECRET).update(text).digest('base64');
  return `better-auth.session_token=${encodeURIComponent(`${text}.${signature}`)}`;
}

function consentQuery(answer: HttpAnswer): string {
  const location = headerOf(answer, 'location');
  if (answer.status !== 302 || location?.startsWith('/consent?') !== true) {
    throw new UnexpectedAnswerError('a redirect to the consent page', answer);
  }
  return location.slice('/consent?'.length);
}

function consentUrl(answer: HttpAnswer): string {
  if (answer.status !== 200) throw new UnexpectedAnswerError('where to go on', answer);
  return String((JSON.parse(answer.body) as { readonly url?: unknown }).url);
}
