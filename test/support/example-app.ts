import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

import type { SeededClient } from './seeded-client.ts';

/** One of `examples/` as a process of its own. */
export interface ExampleApp {
  readonly origin: string;
  /** What it said on standard error so far. */
  errors(): string;
  stop(): Promise<void>;
}

const PROJECT = path.resolve(import.meta.dirname, '../..');

/** A port that nothing listens on now, over IPv4 or IPv6: examples differ in which of them `localhost` is. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts an example and waits until it says that it listens.
 * @param command program and its arguments, from the project's folder
 */
export async function startExample(
  command: readonly [string, ...string[]],
  settings: { readonly provider: string; readonly client: SeededClient; readonly port: number },
): Promise<ExampleApp> {
  const [program, ...programArguments] = command;
  const child = spawn(program, programArguments, {
    cwd: PROJECT,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      PROVIDER: settings.provider,
      CLIENT_ID: settings.client.clientId,
      CLIENT_SECRET: settings.client.clientSecret,
      PORT: String(settings.port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const ended = once(child, 'close');
  const lines = createInterface(child.stdout);
  const listening = await Promise.race([
    once(lines, 'line').then(([line]) => String(line).startsWith('Listening')),
    ended.then(() => false),
  ]);
  const app: ExampleApp = {
    origin: `http://localhost:${settings.port}`,
    errors: () => errors.join(''),
    async stop() {
      child.kill();
      await ended;
    },
  };
  if (!listening) {
    await app.stop();
    throw new Error(`${command.join(' ')} did not start: ${app.errors()}`);
  }
  return app;
}
