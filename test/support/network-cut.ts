import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A network of its own between somebody and a server, which a test can cut. */
export interface CuttableNetwork {
  /** Where the server is reached through it. */
  readonly port: number;
  /** From now on nothing passes, in either direction, and nobody is told: as when a cable is pulled. */
  cut(): void;
  /** Lets what is new pass again; what was open when it was cut stays dead. */
  mend(): void;
  close(): Promise<void>;
}

/** @param target port of the server on this machine */
export async function cuttableNetwork(target: number): Promise<CuttableNetwork> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    const far = isCut ? undefined : connect(target, '127.0.0.1');
    for (const socket of [near, far]) {
      if (socket === undefined) continue;
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    if (far === undefined) return;
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      for (const socket of open) {
        socket.unpipe();
        socket.pause();
      }
    },
    mend() {
      isCut = false;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
