import path from 'node:path';
import { type Scale, scaleVariables, sessionSecret, tokenPairs } from '../campus.ts';
import type { Address } from '../load/connection.ts';
import { requestWriter } from '../load/http-request.ts';
import { freePort } from '../machine/free-port.ts';
import { codeOf, flowsOf, redeemStep } from '../workloads/code-flow.ts';
import { refreshWorkload } from '../workloads/refresh.ts';
import { userDataWorkload } from '../workloads/user-data.ts';
import type { Contender, Workloads } from './contender.ts';
import { installedVersion } from './installed-packages.ts';
import { benchRoot, nodeCommand } from './node-command.ts';

export const nodeOauth2Server: Contender = {
  name: 'node-oauth2-server',
  title: '@node-oauth/oauth2-server',
  storage: 'memory: nothing survives a restart',
  notes: [
    'A library for the protocol alone: no sign-in, no consent, no pages, no storage. Here on bare node:http with plain maps, which is less than any real use of it.',
    'Its code flow has two requests because nobody is asked: authorize, token.',
  ],
  async prepare({ scale }) {
    const version = installedVersion('@node-oauth/oauth2-server');
    const address = { host: '127.0.0.1', port: await freePort() } as const;
    return {
      address,
      server: nodeCommand(path.join(benchRoot, 'peers/node-oauth2-server/server.ts'), {
        PORT: String(address.port),
        ...scaleVariables(scale),
      }),
      probe: requestWriter(address).get('/user-data'),
      versions: { '@node-oauth/oauth2-server': version, 'Node.js': process.versions.node },
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
  const pairs = tokenPairs(scale);
  const flows = flowsOf(scale);
  return {
    userData: userDataWorkload(pairs, { write, path: '/user-data' }),
    refresh: refreshWorkload(pairs, token),
    codeFlowUnasked: {
      requests: 2,
      note: 'it has no consent screen',
      journeys() {
        const flow = flows();
        const { app, state, person } = flow;
        const fields = {
          client_id: app.clientId,
          redirect_uri: app.redirectUri,
          response_type: 'code',
          scope: 'campus',
          state,
        };
        return {
          request: write.post('/authorize', fields, { Cookie: `session=${sessionSecret(person)}` }),
          answered: (answer) => redeemStep(codeOf(answer, flow), flow, token),
        };
      },
    },
  };
}
