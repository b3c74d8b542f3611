import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

import { onTestFinished } from 'vitest';

import { instant } from '../../src/domain/clock.ts';
import { openStorage } from '../storage/open-storage.ts';
import { type Environment, type RunningServer, startServer } from '../platform/programs.ts';
import { type Person, storeCampus } from './campus.ts';
import type { Database } from './engines.ts';
import { httpClient } from './http-client.ts';
import { checkInvariants, checkToTheEnd } from './invariants.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { type Load, type LoadOptions, startLoad } from './load.ts';
import { providerAt } from './provider.ts';

/** A database with a campus in it, and the built server that runs on it. */
export interface Installation {
  readonly origin: string;
  readonly people: readonly Person[];
  readonly ledger: Ledger;
  /** Starts the server, always on the same port. */
  start(settings?: Environment): Promise<RunningServer>;
  load(options: Omit<LoadOptions, 'people'>): Load;
  /** Resolves once the server says that it can serve. */
  ready(): Promise<void>;
  /** Checks what happened since the last check, on a server that must be well. */
  check(): Promise<void>;
  /** Checks everything to its end, on a server that must be well. */
  checkToTheEnd(options?: { readonly clockMayJump: boolean }): Promise<void>;
}

/** Longer than any request here waits to be tried again. */
const LIFETIMES = { AUTHORIZATION_CODE_SECONDS: '600', REFRESH_RETRY_SECONDS: '60' };

export async function install(database: Database, more: Environment = {}): Promise<Installation> {
  const storage = await openStorage(database.address);
  const people = await storeCampus(storage, instant(Date.now()));
  await storage.close();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const ledger = openLedger();
  const running = new Set<RunningServer>();

  async function start(settings: Environment = {}): Promise<RunningServer> {
    const server = await startServer({
      ...database.settings,
      ...LIFETIMES,
      DEMO: 'off',
      LOG_LEVEL: 'error',
      PORT: String(port),
      ...more,
      ...settings,
    });
    running.add(server);
    void server.finished.then(() => running.delete(server));
    return server;
  }
  // Whatever the test comes to.
  onTestFinished(async () => {
    await Promise.all([...running].map(async (server) => server.stop('SIGKILL')));
  });

  async function asking(ask: (provider: ReturnType<typeof providerAt>) => Promise<void>) {
    const client = httpClient(origin);
    await ask(providerAt(client, ledger));
    client.close();
  }

  return {
    origin,
    people,
    ledger,
    start,
    load: (options) => startLoad(origin, ledger, { ...options, people }),
    async ready() {
      const client = httpClient(origin);
      const give = performance.now() + 60_000;
      for (;;) {
        const answer = await client.ask({ method: 'GET', path: '/readyz' });
        if (answer.type === 'answered' && answer.status === 200) break;
        if (performance.now() > give) throw new Error('The server did not become ready again.');
        await new Promise((resolve) => {
          setTimeout(resolve, 50);
        });
      }
      client.close();
    },
    check: async () => asking(async (provider) => checkInvariants(provider, ledger, 'changed')),
    checkToTheEnd: async (options) =>
      asking(async (provider) => checkToTheEnd(provider, ledger, options)),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
