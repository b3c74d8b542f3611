import path from 'node:path';
import { type Scale, scaleVariables, sessionSecret, tokenPairs } from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { headerOf, headersOf, type HttpAnswer } from '../load/http-answer.ts';
import { formText, requestWriter } from '../load/http-request.ts';
import { type Step, UnexpectedAnswerError } from '../load/journey.ts';
import { freePort } from '../machine/free-port.ts';
import { codeOf, type Flow, flowsOf, redeemStep, sameAppFlowsOf } from '../workloads/code-flow.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import type { Contender, Workloads } from './contender.ts';
import { installedVersion } from './installed-packages.ts';
import { benchRoot, nodeCommand } from './node-command.ts';

export const oidcProvider: Contender = {
  name: 'oidc-provider',
  title: 'oidc-provider',
  storage: 'memory: nothing survives a restart',
  notes: [
    'Its best case: an adapter of plain maps. With its own adapter for development it would forget all but 1 000 entries.',
    'Plain OAuth 2.0 without `openid`, so that it signs no ID token; only the tokens for user data have `openid`, because its userinfo endpoint insists.',
    'The consent screen is ours, as small as in its example. Asked: authorize, interaction page, answer, resume, token.',
    'It has no passwords: signing in is the application’s.',
  ],
  async prepare({ scale }) {
    const version = installedVersion('oidc-provider');
    const address = { host: '127.0.0.1', port: await freePort() } as const;
    return {
      address,
      server: nodeCommand(path.join(benchRoot, 'peers/oidc-provider/server.ts'), {
        PORT: String(address.port),
        ...scaleVariables(scale),
      }),
      probe: requestWriter(address).get('/me'),
      versions: { 'oidc-provider': version, 'Node.js': process.versions.node },
      companions: [],
      durable: false,
      workloads: () => workloads(address, scale),
      close: async () => undefined,
    };
  },
};

function workloads(address: Address, scale: Scale): Workloads {
  const write = requestWriter(address);
  const token = { write, path: '/token' };
  // It gives a session another id after each interaction; a browser would keep the newest.
  const sessions = Array.from({ length: scale.people }, (_, person) => sessionSecret(person));
  const cookieOf = (person: number): string => `_session=${sessions[person] ?? ''}`;
  function keepSession(answer: HttpAnswer, person: number): void {
    const id = /\r\nset-cookie: _session=([^;]+);/iu.exec(answer.head)?.[1];
    if (id !== undefined) sessions[person] = id;
  }

  function authorize(flow: Flow, prompt: Readonly<Record<string, string>>): string {
    const query = formText({
      client_id: flow.app.clientId,
      redirect_uri: flow.app.redirectUri,
      response_type: 'code',
      scope: 'campus',
      state: flow.state,
      ...prompt,
    });
    return write.get(`/auth?${query}`, { Cookie: cookieOf(flow.person) });
  }
  function redeem(answer: HttpAnswer, flow: Flow): Step {
    keepSession(answer, flow.person);
    return redeemStep(codeOf(answer, flow), flow, token);
  }

  function askedFlow(flow: Flow): Step {
    return {
      request: authorize(flow, { prompt: 'consent' }),
      answered(answer) {
        const page = localRedirect(answer);
        keepSession(answer, flow.person);
        const cookies = headersOf(answer, 'set-cookie').map((line) => line.split(';', 1)[0] ?? '');
        // A browser sends each of the two only to its own path.
        const cookie = (name: string): string =>
          [cookies.find((text) => text.startsWith(`${name}=`)), cookieOf(flow.person)].join('; ');
        const interaction = { Cookie: cookie('_interaction') };
        const resume = { Cookie: cookie('_interaction_resume') };
        const consent = (): Step => ({
          request: write.post(page, {}, interaction),
          answered: (accepted) => ({
            request: write.get(localRedirect(accepted, address), resume),
            answered: (resumed) => redeem(resumed, flow),
          }),
        });
        return {
          request: write.get(page, interaction),
          answered(shown) {
            if (shown.status !== 200) {
              throw new UnexpectedAnswerError('the interaction page', shown);
            }
            return consent();
          },
        };
      },
    };
  }

  const pairs = tokenPairs(scale);
  const flows = flowsOf(scale);
  const knownFlows = sameAppFlowsOf(scale);
  return {
    userData: userDataWorkload(pairs, { write, path: '/me' }),
    refresh: refreshWorkload(pairs, token),
    codeFlow: { requests: 5, journeys: () => askedFlow(flows()) },
    codeFlowUnasked: {
      requests: 2,
      note: 'consent remembered in the session',
      journeys() {
        const flow = knownFlows();
        return { request: authorize(flow, {}), answered: (answer) => redeem(answer, flow) };
      },
    },
  };
}

/** The path a redirect within the server leads to. */
function localRedirect(answer: HttpAnswer, address?: Address): string {
  const location = headerOf(answer, 'location') ?? '';
  const own = address === undefined ? '' : `http://${address.host}:${address.port}`;
  const local = own !== '' && location.startsWith(own) ? location.slice(own.length) : location;
  if (answer.status !== 303 || !local.startsWith('/')) {
    throw new UnexpectedAnswerError('a redirect to a page of the server', answer);
  }
  return local;
}
