import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';

import { drain } from './drain.ts';

const patience = 20_000;

interface Answering {
  readonly server: Server;
  readonly connectTo: () => Promise<Socket>;
  /** The next answer that waits to be sent. */
  readonly nextRequest: () => Promise<ServerResponse>;
}

async function answeringServer(): Promise<Answering> {
  const waiting: ((response: ServerResponse) => void)[] = [];
  const server = createServer((_request, response) => waiting.shift()?.(response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    async connectTo() {
      const socket = connect(port, '127.0.0.1');
      await once(socket, 'connect');
      return socket;
    },
    nextRequest: async () =>
      new Promise((resolve) => {
        waiting.push(resolve);
      }),
  };
}

const request = 'GET / HTTP/1.1\r\nHost: a\r\n\r\n';

describe('draining a server', () => {
  it('ends at once when there is nothing to answer, kept-alive connections or not', async () => {
    const { server, connectTo, nextRequest } = await answeringServer();
    const socket = await connectTo();
    const arrived = nextRequest();
    socket.write(request);
    (await arrived).end('done');
    await once(socket, 'data');
    const closed = once(socket, 'close');
    expect(await drain(server, patience)).toBe(true);
    await closed;
  });

  it('lets an answer under way finish', async () => {
    const { server, connectTo, nextRequest } = await answeringServer();
    const socket = await connectTo();
    const arrived = nextRequest();
    socket.write(request);
    const response = await arrived;
    const drained = drain(server, patience);
    response.end('finished');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('finished');
    expect(await drained).toBe(true);
  });

  it('takes no new connection meanwhile', async () => {
    const { server, connectTo, nextRequest } = await answeringServer();
    const socket = await connectTo();
    const arrived = nextRequest();
    socket.write(request);
    const response = await arrived;
    const drained = drain(server, patience);
    await expect(connectTo()).rejects.toThrow('ECONNREFUSED');
    response.end();
    await drained;
  });

  it('cuts what takes longer than its patience, and says so', async () => {
    const { server, connectTo, nextRequest } = await answeringServer();
    const socket = await connectTo();
    const arrived = nextRequest();
    socket.write(request);
    await arrived;
    const cut = once(socket, 'close');
    expect(await drain(server, 10)).toBe(false);
    await cut;
  });
});
