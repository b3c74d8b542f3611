import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

import { listen } from './listen.ts';

const servers: Server[] = [];

function newServer(): Server {
  const server = createServer();
  servers.push(server);
  return server;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

describe('listening', () => {
  it('binds the address and port', async () => {
    const server = newServer();
    expect(await listen(server, { host: '127.0.0.1', port: 0 })).toEqual({ type: 'listening' });
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
  });

  it('binds every address when none is given', async () => {
    const server = newServer();
    expect(await listen(server, { host: null, port: 0 })).toEqual({ type: 'listening' });
    expect(['::', '0.0.0.0']).toContain((server.address() as AddressInfo).address);
  });

  it('says that a port is taken, and how to choose another', async () => {
    const first = newServer();
    await listen(first, { host: '127.0.0.1', port: 0 });
    const { port } = first.address() as AddressInfo;
    expect(await listen(newServer(), { host: '127.0.0.1', port })).toEqual({
      type: 'refused',
      message: `Port ${port} is taken, perhaps by another Omniport. Stop it, or choose another port: PORT=${port + 1} npm start`,
    });
  });

  it('says that an address is not one of this machine', async () => {
    // 192.0.2.0/24 is nobody's (RFC 5737).
    const outcome = await listen(newServer(), { host: '192.0.2.1', port: 0 });
    expect(outcome).toMatchObject({
      type: 'refused',
      message: expect.stringContaining('HOST is 192.0.2.1, which is no address of this machine.'),
    });
  });

  it.each([
    ['EACCES', 'Port 80 is reserved for the system.'],
    ['EMFILE', 'Port 80 cannot be used: listen EMFILE.'],
  ])('explains %s', async (code, message) => {
    const outcome = await listen(
      {
        once(event: string, listener: (error: NodeJS.ErrnoException) => void) {
          if (event === 'error') listener(Object.assign(new Error(`listen ${code}`), { code }));
        },
        listen: () => undefined,
      },
      { host: null, port: 80 },
    );
    expect(outcome).toMatchObject({ type: 'refused', message: expect.stringContaining(message) });
  });
});
