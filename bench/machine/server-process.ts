import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address } from '../load/connection.ts';
import { exchangeOnce } from '../load/exchange-once.ts';
import { processTree } from './process-tree.ts';

/** The core of whatever is measured; the load has the other. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

/** How to start a server. */
export interface Command {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** Of whom it runs as; undefined: of us. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

export interface ServerProcess {
  readonly pid: number;
  /** Milliseconds from the start to the first answer. */
  readonly startMilliseconds: number;
  /** Ends it with its children; resolves when they are gone. */
  stop(): Promise<void>;
}

const START_TIMEOUT = 120_000;
const STOP_TIMEOUT = 15_000;
const started = new Set<ChildProcess>();

/**
 * Starts a server on its core and waits for its first answer, of whatever status, to a request.
 * @param logPath where its output goes
 * @throws Error with the end of its output when it stops, or does not answer in two minutes
 */
export async function startServer(
  command: Command,
  probe: { readonly address: Address; readonly request: string },
  logPath: string,
): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawnPinned(command, logPath);
  const server = controlled(child);
  for (;;) {
    const outcome = await exchangeOnce(probe.address, probe.request);
    if (outcome.answer !== undefined) break;
    const late = performance.now() - startedAt > START_TIMEOUT;
    if (late || child.exitCode !== null || child.signalCode !== null) {
      await server.stop();
      throw new Error(`It did not start: ${lastLines(logPath)}`);
    }
    await pause(2);
  }
  return { ...server, startMilliseconds: performance.now() - startedAt };
}

/** Starts a program on the server's core and waits for its end. @throws Error when it fails */
export async function runPinned(command: Command, logPath: string): Promise<void> {
  const child = spawnPinned(command, logPath);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
  started.delete(child);
  if (code !== 0) throw new Error(`${command.program} failed: ${lastLines(logPath)}`);
}

/** Starts a program that answers no HTTP, on the server's core. */
export function startPinned(
  command: Command,
  logPath: string,
): Omit<ServerProcess, 'startMilliseconds'> {
  return controlled(spawnPinned(command, logPath));
}

/** Ends everything that was started here and still runs; for the end of the benchmark, however it comes. */
export function killEverything(): void {
  for (const child of started) {
    for (const pid of child.pid === undefined ? [] : processTree(child.pid)) kill(pid, 'SIGKILL');
  }
}

function spawnPinned(command: Command, logPath: string): ChildProcess {
  const log = createWriteStream(logPath, { flags: 'a' });
  const child = spawn(
    'taskset',
    ['--cpu-list', String(SERVER_CORE), command.program, ...command.arguments],
    {
      cwd: command.directory,
      env: command.environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...command.user,
    },
  );
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  child.once('error', (error) => log.write(error.message));
  started.add(child);
  return child;
}

function controlled(child: ChildProcess): Omit<ServerProcess, 'startMilliseconds'> {
  const { pid } = child;
  if (pid === undefined) throw new Error('taskset could not be started; it is part of util-linux.');
  return {
    pid,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const family = processTree(pid);
        const ended = new Promise((resolve) => {
          child.once('exit', resolve);
        });
        kill(pid, 'SIGTERM');
        await Promise.race([ended, pause(STOP_TIMEOUT)]);
        for (const member of family) kill(member, 'SIGKILL');
      }
      started.delete(child);
    },
  };
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

function lastLines(logPath: string): string {
  try {
    return readFileSync(logPath, 'utf8').trim().split('\n').slice(-12).join('\n');
  } catch {
    return 'it said nothing.';
  }
}
