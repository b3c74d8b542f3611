import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { atOnce } from '../../src/storage/conformance/campus.ts';
import { type Environment, type RunningServer, startServer } from '../platform/programs.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

/** Several processes of the built server on one database. */
export interface Fleet {
  /** One address for each process. */
  readonly origins: readonly string[];
  /** One address before all of them, and their issuer: every connection goes to the next process. */
  readonly front: string;
  readonly database: TestDatabase;
  /** Stops the processes in order, and removes all traces. */
  stop(): Promise<void>;
}

const PROCESSES = 4;

export async function startFleet(settings: Environment = {}): Promise<Fleet> {
  const database = await openTestDatabase();
  const home = await mkdtemp(path.join(tmpdir(), 'omniport-fleet-'));
  let servers: readonly RunningServer[] = [];
  const front = await roundRobin(() => servers.map(({ origin }) => Number(new URL(origin).port)));
  // All at once, as a cluster starts them.
  servers = await atOnce(PROCESSES, async () =>
    startServer({
      DATA_DIR: home,
      DEMO: 'off',
      LOG_LEVEL: 'error',
      ISSUER: front.origin,
      ...database.settings,
      ...settings,
    }),
  );
  return {
    origins: servers.map(({ origin }) => origin),
    front: front.origin,
    database,
    async stop() {
      await front.close();
      await Promise.all(servers.map(async (server) => server.stop()));
      await database.remove();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A proxy that takes turns. @param ports where connections go */
async function roundRobin(ports: () => readonly number[]) {
  let turn = 0;
  const server = createServer((near) => {
    const targets = ports();
    const far = connect(targets[turn % targets.length]!, '127.0.0.1');
    turn += 1;
    near.pipe(far);
    far.pipe(near);
    near.on('error', () => far.destroy());
    far.on('error', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
