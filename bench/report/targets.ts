import type { WorkloadName } from '../contenders/contender.ts';
import type { GrowthResult, Results } from '../run/results.ts';
import {
  contenderNamed,
  figureOf,
  LIMIT,
  median,
  OURS,
  OURS_ON_POSTGRES,
  ratio,
  WORKLOAD_TITLES,
} from './comparison.ts';
import { readable } from './svg.ts';

/** What we set out to reach. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  /** What was found; undefined: not measured in this run. */
  readonly found: string | undefined;
  readonly met: boolean;
}

const MEGABYTE = 1_000_000;
const DJANGO = 'django-oauth-toolkit';
const OIDC = 'oidc-provider';

export function targetsOf(results: Results): readonly Target[] {
  return [
    atLeast(results, 'userData', { name: OIDC, times: 3 }),
    atLeast(results, 'userData', { name: DJANGO, times: 50 }),
    atLeast(results, 'userData', { name: LIMIT, times: 0.5 }),
    atLeast(results, 'refresh', { name: OIDC, times: 4 }),
    atLeast(results, 'refresh', { name: DJANGO, times: 80 }),
    atLeast(results, 'codeFlow', { name: OIDC, times: 3 }),
    atLeast(results, 'codeFlowUnasked', { name: OIDC, times: 3 }),
    ...(['userData', 'refresh', 'codeFlow'] as const).map((workload) =>
      postgresShare(results, workload),
    ),
    ...growthTargets(results.growth),
    startTarget(results),
    memoryTarget(results),
  ];
}

function atLeast(
  results: Results,
  workload: WorkloadName,
  { name, times }: { readonly name: string; readonly times: number },
): Target {
  const found = ratio(results, workload, name);
  const title = contenderNamed(results, name)?.title ?? name;
  const said = (value: number): string =>
    times < 1 ? `${Math.round(value * 100)} %` : `${readable(value)} ×`;
  return {
    what: `${WORKLOAD_TITLES[workload]}: ours on SQLite against ${title}`,
    wanted: `≥ ${said(times)}`,
    found: found === undefined ? undefined : said(found),
    met: found !== undefined && found >= times,
  };
}

function postgresShare(results: Results, workload: WorkloadName): Target {
  const sqlite = figureOf(results, OURS, workload)?.perCoreSecond;
  const postgres = figureOf(results, OURS_ON_POSTGRES, workload)?.perCoreSecond;
  const found = sqlite === undefined || postgres === undefined ? undefined : postgres / sqlite;
  return {
    what: `${WORKLOAD_TITLES[workload]}: ours on PostgreSQL against SQLite, for each core of ours`,
    wanted: '≥ 50 %',
    found: found === undefined ? undefined : `${Math.round(found * 100)} %`,
    met: found !== undefined && found >= 0.5,
  };
}

function growthTargets(growth: readonly GrowthResult[]): readonly Target[] {
  const grown = growth.find(({ name }) => name === OURS);
  const first = grown?.steps[0];
  const last = grown?.steps.at(-1);
  return (['userData', 'refresh', 'codeFlow'] as const).map((workload) => {
    const cost =
      first === undefined || last === undefined || first[workload] === 0
        ? undefined
        : 1 - last[workload] / first[workload];
    const span = first === undefined ? '' : `, ${first.tokens} → ${last?.tokens ?? ''} tokens`;
    return {
      what: `${WORKLOAD_TITLES[workload]}: cost of growth${span}`,
      wanted: '< 15 %',
      found: cost === undefined ? undefined : `${Math.round(cost * 100)} %`,
      met: cost !== undefined && cost < 0.15,
    };
  });
}

function startTarget(results: Results): Target {
  const found = median(contenderNamed(results, OURS)?.coldStarts ?? []);
  return {
    what: 'Cold start of ours on SQLite',
    wanted: '< 1 s',
    found: found === undefined ? undefined : `${readable(found)} ms`,
    met: found !== undefined && found < 1000,
  };
}

function memoryTarget(results: Results): Target {
  const memory = contenderNamed(results, OURS)?.memory ?? undefined;
  return {
    what: 'Memory of ours on SQLite, at rest and after the hour',
    wanted: '< 100 MB',
    found:
      memory === undefined
        ? undefined
        : `${readable(memory.atRest / MEGABYTE)} MB, ${readable(memory.afterHour / MEGABYTE)} MB`,
    met: memory !== undefined && Math.max(memory.atRest, memory.afterHour) < 100 * MEGABYTE,
  };
}
