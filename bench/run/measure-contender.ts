import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Contender,
  NotAvailableError,
  type Site,
  type WorkloadName,
  type Workloads,
} from '../contenders/contender.ts';
import { startClosedLoop } from '../load/closed-loop.ts';
import { openLoop } from '../load/open-loop.ts';
import { usageOf } from '../machine/process-tree.ts';
import { type Command, type ServerProcess, startServer } from '../machine/server-process.ts';
import { measureWorkload, type Served } from './measure-workload.ts';
import type { Plan } from './plan.ts';
import type { ContenderResult, FixedLoadResult, MemoryResult, WorkloadResult } from './results.ts';

/** In this order, because refreshing ends the access tokens that user data is read with. */
const ORDER: readonly WorkloadName[] = [
  'userData',
  'refresh',
  'codeFlow',
  'codeFlowUnasked',
  'signIn',
];
/** More of a server's capacity than this is no longer a load it carries, but one it is crushed by. */
const CARRIED = 0.7;

type Measured = Pick<ContenderResult, 'workloads' | 'fixedLoads' | 'memory' | 'coldStarts'>;

/** Prepares, starts, measures and clears away one contender. Never throws: what went wrong is the outcome. */
export async function measureContender(
  contender: Contender,
  { plan, directory, say }: { plan: Plan; directory: string; say: (text: string) => void },
): Promise<ContenderResult> {
  const { name, title, storage, notes } = contender;
  const described = { name, title, storage, notes };
  const nothing: Measured = { workloads: {}, fixedLoads: [], memory: null, coldStarts: [] };
  let site: Site | undefined;
  try {
    say('preparing');
    site = await contender.prepare({ directory, scale: plan.scale });
    const measured = await measureSite(site, { plan, directory, say });
    const outcome = { type: 'measured' } as const;
    return { ...described, versions: site.versions, outcome, ...measured };
  } catch (error) {
    const reason = (error as Error).message;
    const type = error instanceof NotAvailableError ? 'skipped' : 'failed';
    say(`${type}: ${reason}`);
    return { ...described, versions: site?.versions ?? {}, outcome: { type, reason }, ...nothing };
  } finally {
    await site?.close();
  }
}

async function measureSite(
  site: Site,
  { plan, directory, say }: { plan: Plan; directory: string; say: (text: string) => void },
): Promise<Measured> {
  const start = async (command: Command): Promise<ServerProcess> =>
    startServer(
      command,
      { address: site.address, request: site.probe },
      path.join(directory, 'server.log'),
    );
  const server = await start(site.server);
  let measured: Omit<Measured, 'coldStarts'>;
  try {
    const served: Served = {
      address: site.address,
      server: server.pid,
      companions: site.companions,
    };
    await pause(plan.rest * 1000);
    const atRest = residentBytes(served);
    const workloads = await site.workloads();
    measured = await measureRunning(served, workloads, { plan, say, atRest });
  } finally {
    await server.stop();
  }
  say('cold starts');
  const coldStarts: number[] = [];
  // In memory there is nothing to find again; filling the campus anew is no start.
  const command = site.durable ? site.server : withoutCampus(site.server);
  for (let count = 0; count < plan.coldStarts; count += 1) {
    const started = await start(command);
    coldStarts.push(Math.round(started.startMilliseconds));
    await started.stop();
  }
  return { ...measured, coldStarts };
}

async function measureRunning(
  served: Served,
  workloads: Workloads,
  { plan, say, atRest }: { plan: Plan; say: (text: string) => void; atRest: number },
): Promise<Omit<Measured, 'coldStarts'>> {
  const results: Partial<Record<WorkloadName, WorkloadResult>> = {};
  const fixedLoads: FixedLoadResult[] = [];
  for (const name of ORDER) {
    const workload = workloads[name];
    if (workload === undefined) continue;
    const connections = workload.connections ?? plan.connections[name];
    await workload.begin?.();
    const result = await measureWorkload(served, workload, { plan, connections });
    results[name] = result;
    say(describe(name, result));
    for (const { rate } of plan.fixedLoads.filter((fixed) => fixed.workload === name)) {
      if (rate > CARRIED * result.perSecond) continue;
      const { latency, failures } = await openLoop(served.address, workload.journeys, {
        rate,
        seconds: plan.fixedLoad,
        ...(workload.connections === undefined ? {} : { connections: workload.connections }),
      });
      fixedLoads.push({ workload: name, rate, latency, failures });
    }
    await workload.end?.();
  }
  const memory = await measureMemory(served, workloads, { plan, atRest });
  return { workloads: results, fixedLoads, memory };
}

async function measureMemory(
  served: Served,
  workloads: Workloads,
  { plan, atRest }: { readonly plan: Plan; readonly atRest: number },
): Promise<MemoryResult> {
  const flow = workloads.codeFlow ?? workloads.codeFlowUnasked;
  let pairs = 0;
  if (flow !== undefined) {
    const loop = startClosedLoop(
      served.address,
      flow.journeys,
      flow.connections ?? plan.connections.codeFlow,
    );
    const limit = { seconds: plan.hourLimit, journeys: plan.hourOfPairs };
    pairs = (await loop.measure(limit)).journeys;
    await loop.close();
  }
  await pause(plan.rest * 1000);
  return { atRest, afterHour: residentBytes(served), pairs };
}

/** Of the product and what it needs beside it. */
function residentBytes({ server, companions }: Served): number {
  return usageOf([server]).residentBytes + usageOf(companions).residentBytes;
}

function withoutCampus(command: Command): Command {
  const environment = Object.fromEntries(
    Object.entries(command.environment).filter(
      ([name]) => !['BENCH_PEOPLE', 'BENCH_APPS', 'BENCH_TOKENS'].includes(name),
    ),
  );
  return { ...command, environment };
}

function describe(name: WorkloadName, { perSecond, latency, failures }: WorkloadResult): string {
  const wrong =
    failures.count === 0 ? '' : `, ${failures.count} wrong: ${failures.examples[0] ?? ''}`;
  return `${name}: ${Math.round(perSecond)}/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms${wrong}`;
}
