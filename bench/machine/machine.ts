import { execFileSync } from 'node:child_process';
import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LOAD_CORE, SERVER_CORE } from './server-process.ts';

/** Where the figures come from. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGib: number;
  readonly system: string;
  /** Of the directory the databases are in. */
  readonly fileSystem: string;
  /** Median microseconds to write 4 KiB and have it on the disk: what durability costs here. */
  readonly flushMicroseconds: number;
  /** Before the start, one minute: more than a little means that somebody else used the machine. */
  readonly loadAverage: number;
}

const FLUSHES = 51;
const PAGE = Buffer.alloc(4096, 'x');

/** @param directory where the databases will be */
export function describeMachine(directory: string): Machine {
  const [processor] = os.cpus();
  return {
    processor: processor?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memoryGib: Math.round(os.totalmem() / 1024 ** 3),
    system: `${distribution()}, Linux ${os.release()}`,
    fileSystem: textOf('findmnt', ['--noheadings', '--output', 'FSTYPE', '--target', directory]),
    flushMicroseconds: Math.round(flushTime(directory)),
    loadAverage: Math.round((os.loadavg()[0] ?? 0) * 100) / 100,
  };
}

/** Keeps this process, which makes the load, on the load's core. @throws Error when it cannot */
export function pinToLoadCore(): void {
  if (process.platform !== 'linux') {
    throw new Error('The benchmark needs Linux: taskset and /proc.');
  }
  if (os.cpus().length < 2) {
    throw new Error('The benchmark needs two cores: one for the server, one for the load.');
  }
  const all = ['--all-tasks', '--pid', '--cpu-list', String(LOAD_CORE), String(process.pid)];
  execFileSync('taskset', all, { stdio: 'ignore' });
}

/** An independent look at the same server by a load generator written in C; undefined when it is not there. */
export function requestsPerSecondByWrk(url: string, seconds: number): number | undefined {
  try {
    const output = execFileSync(
      'taskset',
      ['--cpu-list', String(LOAD_CORE), 'wrk', '-t1', '-c32', `-d${seconds}s`, url],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const found = /Requests\/sec: *([\d.]+)/u.exec(output)?.[1];
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}

/** Which commit is measured. */
export function measuredCommit(): string {
  const commit = textOf('git', ['rev-parse', '--short', 'HEAD']);
  const isChanged = textOf('git', ['status', '--porcelain', '--', 'src']) !== '';
  return isChanged ? `${commit} with changes` : commit;
}

export const CORES = `server on core ${SERVER_CORE}, load on core ${LOAD_CORE}`;

function distribution(): string {
  const name = textOf('sh', ['-c', '. /etc/os-release && echo "$PRETTY_NAME"']);
  return name === '' ? os.type() : name;
}

function flushTime(directory: string): number {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'flush-probe');
  const descriptor = openSync(file, 'w');
  const times: number[] = [];
  for (let count = 0; count < FLUSHES; count += 1) {
    const startedAt = performance.now();
    writeSync(descriptor, PAGE);
    fdatasyncSync(descriptor);
    times.push((performance.now() - startedAt) * 1000);
  }
  closeSync(descriptor);
  rmSync(file);
  return times.toSorted((one, other) => one - other)[(FLUSHES - 1) / 2] ?? 0;
}

function textOf(program: string, options: readonly string[]): string {
  try {
    return execFileSync(program, options, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
