import type { WorkloadName } from '../contenders/contender.ts';
import type { ContenderResult, Results, WorkloadResult } from '../run/results.ts';
import type { Kind } from './svg.ts';

export const OURS = 'omniport-sqlite';
export const OURS_ON_POSTGRES = 'omniport-postgres';
export const LIMIT = 'bare-node-http';

export const WORKLOAD_TITLES: Readonly<Record<WorkloadName, string>> = {
  userData: 'User data by bearer token',
  refresh: 'Refresh token rotation',
  codeFlow: 'Full code flow, consent asked',
  codeFlowUnasked: 'Full code flow, nobody asked',
  signIn: 'Sign-in with a password',
};

export function contenderNamed(results: Results, name: string): ContenderResult | undefined {
  return results.contenders.find((contender) => contender.name === name);
}

/** A workload's figure, if the contender was measured and gave right answers. */
export function figureOf(
  results: Results,
  name: string,
  workload: WorkloadName,
): WorkloadResult | undefined {
  const found = contenderNamed(results, name)?.workloads[workload];
  return found === undefined || found.perSecond === 0 || found.failures.count > 0
    ? undefined
    : found;
}

/** How many times theirs ours is; undefined when one is not there. */
export function ratio(
  results: Results,
  workload: WorkloadName,
  theirs: string,
): number | undefined {
  const mine = figureOf(results, OURS, workload)?.perSecond;
  const other = figureOf(results, theirs, workload)?.perSecond;
  return mine === undefined || other === undefined ? undefined : mine / other;
}

export function kindOf(name: string): Kind {
  if (name.startsWith('omniport')) return 'ours';
  return name === LIMIT ? 'limit' : 'peer';
}

export function median(values: readonly number[]): number | undefined {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
}
