import type { Workload } from '../contenders/contender.ts';
import { type ClosedLoop, startClosedLoop } from '../load/closed-loop.ts';
import type { Address } from '../load/connection.ts';
import type { LoadResult } from '../load/load-result.ts';
import { usageOf } from '../machine/process-tree.ts';
import type { Plan } from './plan.ts';
import type { WorkloadResult } from './results.ts';

/** A running server and its first processes. */
export interface Served {
  readonly address: Address;
  readonly server: number;
  readonly companions: readonly number[];
}

interface Window {
  readonly load: LoadResult;
  readonly serverSeconds: number;
  readonly companionSeconds: number;
  readonly generatorSeconds: number;
}

/** Warms the server up and measures how much of the workload it can do. */
export async function measureWorkload(
  served: Served,
  workload: Workload & { readonly hash?: string },
  { plan, connections }: { readonly plan: Plan; readonly connections: number },
): Promise<WorkloadResult> {
  const loop = startClosedLoop(served.address, workload.journeys, connections);
  const windows: Window[] = [];
  try {
    await loop.measure({ seconds: plan.warmUp });
    for (let count = 0; count < plan.windows; count += 1) {
      windows.push(await measureWindow(loop, served, plan.window));
    }
  } finally {
    await loop.close();
  }
  const middle = windows.toSorted((one, other) => one.load.perSecond - other.load.perSecond)[
    Math.floor(windows.length / 2)
  ];
  if (middle === undefined) throw new Error('Nothing was measured.');
  const { load, serverSeconds, companionSeconds, generatorSeconds } = middle;
  return {
    perSecond: load.perSecond,
    windows: windows.map((window) => window.load.perSecond),
    requestsPerJourney: workload.requests,
    latency: load.latency,
    failures: {
      count: windows.reduce((sum, window) => sum + window.load.failures.count, 0),
      examples: windows.flatMap((window) => window.load.failures.examples).slice(0, 3),
    },
    perCoreSecond: serverSeconds === 0 ? 0 : Math.round(load.journeys / serverSeconds),
    serverBusy: share(serverSeconds, load.seconds),
    companionsBusy: share(companionSeconds, load.seconds),
    generatorBusy: share(generatorSeconds, load.seconds),
    note: workload.note ?? '',
    hash: workload.hash ?? '',
  };
}

async function measureWindow(loop: ClosedLoop, served: Served, seconds: number): Promise<Window> {
  const before = usageNow(served);
  const load = await loop.measure({ seconds });
  const after = usageNow(served);
  return {
    load,
    serverSeconds: after.server - before.server,
    companionSeconds: after.companions - before.companions,
    generatorSeconds: after.generator - before.generator,
  };
}

/** Seconds of processor time used so far. */
function usageNow({ server, companions }: Served): {
  readonly server: number;
  readonly companions: number;
  readonly generator: number;
} {
  const { user, system } = process.cpuUsage();
  return {
    server: usageOf([server]).cpuSeconds,
    companions: usageOf(companions).cpuSeconds,
    generator: (user + system) / 1_000_000,
  };
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 100) / 100;
}
