import path from 'node:path';
import { freePort } from '../machine/free-port.ts';
import { requestWriter } from '../load/http-request.ts';
import { UnexpectedAnswerError } from '../load/journey.ts';
import type { Contender } from './contender.ts';
import { benchRoot, nodeCommand } from './node-command.ts';

/** What Node.js itself costs: a constant answer of the size of a person's data. */
export const bareNodeHttp: Contender = {
  name: 'bare-node-http',
  title: 'Bare node:http',
  storage: 'none: a constant answer',
  notes: ['Not a product: the limit for whatever is built on node:http. It looks at nothing.'],
  async prepare() {
    const address = { host: '127.0.0.1', port: await freePort() } as const;
    const write = requestWriter(address);
    const request = write.get('/', { Authorization: 'Bearer vqygrcouTuyAYHZLz3rGcZf5FpPd3K' });
    return {
      address,
      server: nodeCommand(path.join(benchRoot, 'peers/bare-node-http/server.ts'), {
        PORT: String(address.port),
      }),
      probe: request,
      versions: { 'Node.js': process.versions.node },
      companions: [],
      durable: true,
      workloads: () => ({
        userData: {
          requests: 1,
          journeys: () => ({
            request,
            answered(answer) {
              if (answer.status !== 200 || !answer.body.includes('"userId":1')) {
                throw new UnexpectedAnswerError('the constant', answer);
              }
              return undefined;
            },
          }),
        },
      }),
      close: async () => undefined,
    };
  },
};
