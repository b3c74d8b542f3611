import type { WorkloadName } from '../contenders/contender.ts';
import type { Results } from '../run/results.ts';
import { type Bar, barChart } from './bar-chart.ts';
import { figureOf, kindOf, LIMIT, median, OURS, WORKLOAD_TITLES } from './comparison.ts';
import { lineChart } from './line-chart.ts';
import { rangeChart } from './range-chart.ts';
import { readable } from './svg.ts';

/** A picture of the report. */
export interface Chart {
  /** Without `.svg`. */
  readonly file: string;
  readonly title: string;
  readonly content: string;
}

const MEGABYTE = 1_000_000;

/** Every chart for which the run has figures. */
export function chartsOf(results: Results): readonly Chart[] {
  return [
    throughput(results, ['userData'], 'user-data'),
    throughput(results, ['refresh'], 'refresh'),
    throughput(results, ['codeFlow', 'codeFlowUnasked'], 'code-flow'),
    throughput(results, ['signIn'], 'sign-in'),
    ...latency(results),
    memory(results),
    coldStart(results),
    growth(results),
  ].filter((chart) => chart !== undefined);
}

/** One bar a contender, or two when it does the journey in two ways. */
function throughput(
  results: Results,
  workloads: readonly WorkloadName[],
  file: string,
): Chart | undefined {
  const [first = 'userData'] = workloads;
  const ours = figureOf(results, OURS, first)?.perSecond;
  const bars = results.contenders.flatMap(({ name, title }): Bar[] =>
    workloads.flatMap((workload): Bar[] => {
      const figure = figureOf(results, name, workload);
      if (figure === undefined) return [];
      const isOurs = name === OURS && workload === first;
      const remarks = [
        // A costlier hash is slower on purpose: sign-ins do not compare.
        ours === undefined || isOurs || figure.hash !== ''
          ? ''
          : comparedWith(ours, figure.perSecond),
        figure.hash,
      ].filter((text) => text !== '');
      const remark = remarks.length === 0 ? {} : { remark: remarks.join(' · ') };
      const shown = workload === 'codeFlowUnasked' ? `${title}, unasked` : title;
      return [{ name: shown, value: figure.perSecond, kind: kindOf(name), ...remark }];
    }),
  );
  if (bars.length === 0) return undefined;
  const sorted = bars.toSorted((one, other) => other.value - one.value);
  const title = workloads.length === 1 ? WORKLOAD_TITLES[first] : 'Full code flow';
  const unit = workloads.length === 1 ? 'a second, on one core' : 'flows a second, on one core';
  return { file, title, content: barChart(sorted, { title, unit, better: 'more' }) };
}

/** How ours compares: `ours 12 ×`. */
function comparedWith(ours: number, theirs: number): string {
  const times = ours / theirs;
  return times < 1 ? `ours ${Math.round(times * 100)} %` : `ours ${readable(times)} ×`;
}

function latency(results: Results): readonly Chart[] {
  const loads = new Map<string, { workload: WorkloadName; rate: number }>();
  for (const { fixedLoads } of results.contenders) {
    for (const { workload, rate } of fixedLoads) {
      loads.set(`${workload} ${rate}`, { workload, rate });
    }
  }
  return [...loads.values()].map(({ workload, rate }) => {
    const ranges = results.contenders.flatMap(({ name, title, fixedLoads }) => {
      const found = fixedLoads.find((fixed) => fixed.workload === workload && fixed.rate === rate);
      if (found === undefined || found.failures.count > 0) return [];
      const { p50, p99 } = found.latency;
      return [{ name: title, p50, p99, kind: kindOf(name) }];
    });
    const title = `${WORKLOAD_TITLES[workload]} at ${rate} a second`;
    const file = `latency-${workload.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}-${rate}`;
    return { file, title, content: rangeChart(ranges, title) };
  });
}

function memory(results: Results): Chart | undefined {
  const bars = results.contenders.flatMap(({ name, title, memory: found }): Bar[] =>
    found === null || name === LIMIT
      ? []
      : [
          {
            name: title,
            value: found.atRest / MEGABYTE,
            beyond: found.afterHour / MEGABYTE,
            remark: `${readable(found.afterHour / MEGABYTE)} after ${found.pairs} pairs`,
            kind: kindOf(name),
          },
        ],
  );
  if (bars.length === 0) return undefined;
  const title = 'Memory at rest, and after an hour’s worth of tokens';
  const unit = 'MB resident, with the database server where there is one';
  const sorted = bars.toSorted((one, other) => one.value - other.value);
  return { file: 'memory', title, content: barChart(sorted, { title, unit, better: 'less' }) };
}

function coldStart(results: Results): Chart | undefined {
  const bars = results.contenders.flatMap(({ name, title, coldStarts }): Bar[] => {
    const value = median(coldStarts);
    return value === undefined ? [] : [{ name: title, value, kind: kindOf(name) }];
  });
  if (bars.length === 0) return undefined;
  const title = 'From the start of the process to its first answer';
  const sorted = bars.toSorted((one, other) => one.value - other.value);
  const unit = 'milliseconds, median';
  return { file: 'cold-start', title, content: barChart(sorted, { title, unit, better: 'less' }) };
}

function growth(results: Results): Chart | undefined {
  const grown = results.growth.find(({ name }) => name === OURS);
  const first = grown?.steps[0];
  if (grown === undefined || first === undefined) return undefined;
  const lines = (['userData', 'refresh', 'codeFlow'] as const).map((workload) => ({
    name: { userData: 'user data', refresh: 'refresh', codeFlow: 'code flow' }[workload],
    points: grown.steps.map((step) => ({
      x: step.tokens,
      y: (step[workload] / Math.max(first[workload], 1e-9)) * 100,
    })),
  }));
  const title = `${grown.title}, with more and more tokens stored`;
  return { file: 'growth', title, content: lineChart(lines, title) };
}
