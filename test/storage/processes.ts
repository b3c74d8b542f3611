import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Another process of ours, and the lines it printed so far. */
export interface Running {
  readonly process: ChildProcess;
  readonly lines: readonly string[];
  /** Resolves when it printed that many lines; rejects should it end before. */
  printed(count: number): Promise<void>;
  /** Resolves when it ended and all it printed was read, to its exit code; null: it was killed. */
  ended(): Promise<number | null>;
}

/** Runs a TypeScript file in a process of its own. */
export function run(file: URL, ...parameters: readonly string[]): Running {
  const child = spawn(process.execPath, [fileURLToPath(file), ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface(child.stdout);
  reader.on('line', (line) => lines.push(line));
  const closed = Promise.all([once(reader, 'close'), once(child, 'close')]);
  return {
    process: child,
    lines,
    async printed(count) {
      const ended = closed.then(() => 'ended');
      while (lines.length < count) {
        if ((await Promise.race([once(reader, 'line'), ended])) === 'ended') {
          throw new Error(`${file.href} ended after ${lines.length} lines.`);
        }
      }
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}
