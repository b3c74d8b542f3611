import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

import { SETTINGS } from '../../src/config/settings.ts';

/** The built programs, run as an operator runs them: own process, environment, standard streams. */
const root = path.resolve(import.meta.dirname, '../..');
const programs = {
  server: path.join(root, 'dist/server.js'),
  omniport: path.join(root, 'dist/omniport.js'),
  start: path.join(root, 'scripts/start.mjs'),
} as const;

export type Environment = Readonly<Record<string, string>>;

export interface Finished {
  /** Exit code; null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Its log, parsed. */
  readonly log: () => readonly Readonly<Record<string, unknown>>[];
  /** Settles when it has ended. */
  readonly finished: Promise<Finished>;
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

/** This environment without any setting of ours, and with those of the test. */
function environmentWith(settings: Environment): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !(name in SETTINGS));
  return { ...Object.fromEntries(inherited), ...settings };
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: { stdout: string; stderr: string };
  readonly finished: Promise<Finished>;
}

function startProgram(
  name: keyof typeof programs,
  programArguments: readonly string[],
  settings: Environment,
): Started {
  const child = spawn(process.execPath, [programs[name], ...programArguments], {
    cwd: root,
    env: environmentWith(settings),
    stdio: 'pipe',
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const finished = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    ...output,
  }));
  return { child, output, finished };
}

/** Runs a program to its end, with something on its standard input. */
export async function runProgram(
  name: keyof typeof programs,
  programArguments: readonly string[],
  { settings, input = '' }: { readonly settings: Environment; readonly input?: string },
): Promise<Finished> {
  const { child, finished } = startProgram(name, programArguments, settings);
  child.stdin.end(input);
  return finished;
}

/** A port that is free just now, on every address. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts the server on a free port and waits until it says that it runs.
 * @throws Error with all it wrote when it ends instead
 */
export async function startServer(
  settings: Environment,
  program: 'server' | 'start' = 'server',
): Promise<RunningServer> {
  const port = settings['PORT'] ?? String(await freePort());
  const { child, output, finished } = startProgram(program, [], { ...settings, PORT: port });
  const running = new Promise<void>((resolve) => {
    child.stdout.on('data', () => {
      if (output.stdout.includes('Stop it with Ctrl-C')) resolve();
    });
  });
  await Promise.race([
    running,
    finished.then(({ stdout, stderr }) => {
      throw new Error(`The server did not start.\n${stdout}\n${stderr}`);
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    process: child,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    log: () =>
      output.stderr
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    finished,
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return finished;
    },
  };
}
