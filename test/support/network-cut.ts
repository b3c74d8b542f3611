import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A network of its own between somebody and a server, which a test can cut, slow down, and lead elsewhere. */
export interface CuttableNetwork {
  /** Where the server is reached through it. */
  readonly port: number;
  /** From now on nothing passes, in either direction, and nobody is told: as when a cable is pulled. */
  cut(): void;
  /** Lets what is new pass again; what was open when it was cut stays dead. */
  mend(): void;
  /** From now on this is how what is sent arrives, in either direction. */
  slowDown(pace: Pace): void;
  /** New connections lead to another port from now on. */
  leadTo(target: number): void;
  close(): Promise<void>;
}

export interface Pace {
  /** Milliseconds that each piece is under way; 0: as fast as it goes. */
  readonly delay: number;
  /** Bytes that travel together; the next ones wait for them. */
  readonly piece: number;
}

export const FULL_SPEED: Pace = { delay: 0, piece: Infinity };

/** @param target port of the server on this machine */
export async function cuttableNetwork(target: number): Promise<CuttableNetwork> {
  const open = new Set<Socket>();
  const dead = new WeakSet<Socket>();
  let isCut = false;
  let pace = FULL_SPEED;
  let leadsTo = target;

  function forward(from: Socket, to: Socket): void {
    let turn = Promise.resolve();
    const inTurn = (pass: () => Promise<void>): void => {
      turn = turn.then(pass);
    };
    const deliver = (bytes: Buffer): void => {
      if (!dead.has(to) && to.writable) to.write(bytes);
    };
    from.on('data', (bytes: Buffer) =>
      inTurn(async () => {
        const { delay, piece } = pace;
        if (delay === 0) {
          deliver(bytes);
          return;
        }
        for (let start = 0; start < bytes.length; start += piece) {
          await pause(delay);
          deliver(bytes.subarray(start, start + piece));
        }
      }),
    );
    from.on('close', () =>
      inTurn(async () => {
        if (!dead.has(to)) to.destroySoon();
      }),
    );
  }

  const server = createServer((near) => {
    const far = isCut ? undefined : connect(leadsTo, '127.0.0.1');
    for (const socket of [near, far]) {
      if (socket === undefined) continue;
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => open.delete(socket));
    }
    if (far === undefined) return;
    forward(near, far);
    forward(far, near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      for (const socket of open) {
        dead.add(socket);
        socket.pause();
      }
    },
    mend() {
      isCut = false;
    },
    slowDown(changed) {
      pace = changed;
    },
    leadTo(port) {
      leadsTo = port;
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
