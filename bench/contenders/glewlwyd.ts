import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { campusApp, type Scale, type TokenPair } from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { headerOf } from '../load/http-answer.ts';
import { formText, requestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { runJourneys } from '../load/run-journeys.ts';
import { freePort } from '../machine/free-port.ts';
import { startServer } from '../machine/server-process.ts';
import {
  administration,
  copyPeople,
  createGlewlwyd,
  sessionId,
  signInRequest,
} from '../peers/glewlwyd/prepare-campus.ts';
import { codeOf, type Flow, redeemStep, sameAppFlowsOf } from '../workloads/code-flow.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { tokensOf } from '../workloads/token-answer.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import { type Contender, NotAvailableError, type Workloads } from './contender.ts';

const PROGRAM = '/usr/bin/glewlwyd';
export const glewlwyd: Contender = {
  name: 'glewlwyd',
  title: 'Glewlwyd',
  storage: 'SQLite, durable (WAL)',
  notes: [
    'Debian’s package, written in C. Its access tokens are JWTs, signed with HMAC, its cheapest. A tenth of the pairs, as each has to be asked for.',
    'Its code flow goes over one connection: with several people at once it answers `invalid_code` and `server_error` now and then, on SQLite as on PostgreSQL.',
    'Its user data is smaller: subject, name, e-mail address, username.',
    'Its OpenID plugin always makes an ID token. Consent is remembered: authorize, token.',
  ],
  async prepare({ directory, scale }) {
    if (!existsSync(PROGRAM)) {
      throw new NotAvailableError('Debian’s package is not installed: apt-get install glewlwyd');
    }
    const address = { host: '127.0.0.1', port: await freePort() } as const;
    const configuration = createGlewlwyd(directory, address);
    const server = {
      program: PROGRAM,
      arguments: [`--config-file=${configuration}`],
      environment: { PATH: '/usr/bin:/bin' },
      directory,
    };
    const probe = requestWriter(address).get('/api/config');
    const running = await startServer(
      server,
      { address, request: probe },
      path.join(directory, 'setup.log'),
    );
    try {
      await runJourneys(address, [administration(address, scale)]);
    } finally {
      await running.stop();
    }
    copyPeople(directory, scale);
    return {
      address,
      server,
      probe,
      versions: { Glewlwyd: versionOf() },
      companions: [],
      durable: true,
      workloads: async () => workloads(address, scale),
      close: async () => undefined,
    };
  },
};

function versionOf(): string {
  // "glewlwyd", a tab, the version.
  const text = execFileSync('dpkg-query', ['--show', 'glewlwyd'], { encoding: 'utf8' });
  return text.trim().split('\t')[1] ?? '';
}

async function workloads(address: Address, scale: Scale): Promise<Workloads> {
  const write = requestWriter(address);
  const token = { write, path: '/api/oidc/token' };
  const flows = sameAppFlowsOf(scale);

  function authorize(flow: Flow, redeem: (code: string) => Step): Step {
    const query = formText({
      client_id: flow.app.clientId,
      redirect_uri: flow.app.redirectUri,
      response_type: 'code',
      scope: 'openid',
      state: flow.state,
      nonce: flow.state,
    });
    return {
      request: write.get(`/api/oidc/auth?${query}&g_continue`, {
        Cookie: `GLEWLWYD2_SESSION_ID=${sessionId(flow.person)}`,
      }),
      answered: (answer) => redeem(codeOf(answer, flow)),
    };
  }

  const pairs: TokenPair[] = [];
  function mint(): Step {
    const flow = flows();
    return authorize(flow, (code) => {
      const { request } = redeemStep(code, flow, token);
      return {
        request,
        answered(answer) {
          const app = flow.person % scale.apps;
          pairs.push({ ...tokensOf(answer), person: flow.person, app });
          if (campusApp(app).clientId !== flow.app.clientId) throw new Error('Another app’s pair.');
          return undefined;
        },
      };
    });
  }
  const mintings = Array.from({ length: Math.round(scale.tokens / 10) }, () => mint);
  await runJourneys(address, mintings);

  let signIns = 0;
  return {
    userData: userDataWorkload(pairs, { write, path: '/api/oidc/userinfo' }),
    refresh: refreshWorkload(pairs, token),
    codeFlowUnasked: {
      requests: 2,
      note: 'consent remembered; over one connection',
      connections: 1,
      journeys() {
        const flow = flows();
        return authorize(flow, (code) => redeemStep(code, flow, token));
      },
    },
    signIn: {
      requests: 1,
      hash: 'PBKDF2-SHA256, 150 000 iterations',
      journeys() {
        signIns += 1;
        return {
          request: signInRequest(write, signIns % scale.people),
          answered(answer) {
            if (answer.status !== 200 || headerOf(answer, 'set-cookie') === undefined) {
              throw new UnexpectedAnswerError('a session', answer);
            }
            return undefined;
          },
        };
      },
    },
  };
}
