import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scaleVariables } from '../campus.ts';
import { benchRoot, nodeCommand } from '../contenders/node-command.ts';
import { runPinned } from '../machine/server-process.ts';
import type { Plan } from './plan.ts';
import type { StoreAlone } from './results.ts';

const program = path.join(benchRoot, 'peers/store-alone/measure.ts');

/** Our storage on SQLite, called in-process on the server's core. */
export async function measureStoreAlone(
  plan: Plan,
  directory: string,
  say: (text: string) => void,
): Promise<StoreAlone | null> {
  mkdirSync(directory, { recursive: true });
  const log = path.join(directory, 'store.log');
  try {
    const environment = {
      ...scaleVariables(plan.scale),
      DATA_DIR: directory,
      BENCH_SECONDS: String(plan.window),
    };
    await runPinned(nodeCommand(program, environment), log);
    const last = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '';
    say(last);
    return JSON.parse(last) as StoreAlone;
  } catch (error) {
    say(`failed: ${(error as Error).message}`);
    return null;
  }
}
