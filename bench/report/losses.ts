import type { WorkloadName } from '../contenders/contender.ts';
import type { Results } from '../run/results.ts';
import { contenderNamed, LIMIT, median, OURS, ratio, WORKLOAD_TITLES } from './comparison.ts';
import { readable } from './svg.ts';
import { targetsOf } from './targets.ts';

const MEGABYTE = 1_000_000;

/** Where a product is better than ours on SQLite, and which targets are missed; nothing is left out. */
export function lossesOf(results: Results): readonly string[] {
  const ours = contenderNamed(results, OURS);
  if (ours?.outcome.type !== 'measured') return [];
  const losses: string[] = [];
  for (const peer of results.contenders) {
    if (peer.name === OURS || peer.name === LIMIT || peer.outcome.type !== 'measured') continue;
    for (const workload of Object.keys(WORKLOAD_TITLES) as WorkloadName[]) {
      const times = ratio(results, workload, peer.name);
      if (times !== undefined && times < 1) {
        losses.push(
          `${WORKLOAD_TITLES[workload]}: ${peer.title} does ${readable(1 / times)} times as many${hashes(results, workload, peer.name)}.`,
        );
      }
    }
    losses.push(...latencyLosses(results, peer.name), ...footprintLosses(results, peer.name));
  }
  const missed = targetsOf(results).filter(({ met, found }) => !met && found !== undefined);
  return [
    ...losses,
    ...missed.map(({ what, wanted, found }) => `Target missed: ${what}: ${found} (${wanted}).`),
  ];
}

/** Why a sign-in takes long. */
function hashes(results: Results, workload: WorkloadName, peerName: string): string {
  if (workload !== 'signIn') return '';
  const hashOf = (name: string): string =>
    contenderNamed(results, name)?.workloads.signIn?.hash ?? '';
  return ` (${hashOf(peerName)}; ours: ${hashOf(OURS)})`;
}

function latencyLosses(results: Results, peerName: string): readonly string[] {
  const ours = contenderNamed(results, OURS);
  const peer = contenderNamed(results, peerName);
  return (ours?.fixedLoads ?? []).flatMap(({ workload, rate, latency }) => {
    const theirs = peer?.fixedLoads.find(
      (fixed) => fixed.workload === workload && fixed.rate === rate,
    );
    if (theirs === undefined || theirs.latency.p99 >= latency.p99) return [];
    return [
      `${WORKLOAD_TITLES[workload]}, p99 at ${rate} a second: ${peer?.title} ${readable(theirs.latency.p99)} ms, ours ${readable(latency.p99)} ms.`,
    ];
  });
}

function footprintLosses(results: Results, peerName: string): readonly string[] {
  const peer = contenderNamed(results, peerName);
  const memoryOf = (name: string): number | undefined => {
    const bytes = contenderNamed(results, name)?.memory?.atRest;
    return bytes === undefined ? undefined : bytes / MEGABYTE;
  };
  const startOf = (name: string): number | undefined =>
    median(contenderNamed(results, name)?.coldStarts ?? []);
  const less = (what: string, unit: string, [theirs, mine]: readonly (number | undefined)[]) =>
    theirs === undefined || mine === undefined || theirs >= mine
      ? []
      : [`${what}: ${peer?.title} ${readable(theirs)} ${unit}, ours ${readable(mine)} ${unit}.`];
  return [
    ...less('Memory at rest', 'MB', [memoryOf(peerName), memoryOf(OURS)]),
    ...less('Cold start', 'ms', [startOf(peerName), startOf(OURS)]),
  ];
}
