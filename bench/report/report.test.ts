import { describe, expect, it } from 'vitest';

import type { ContenderResult, Results, WorkloadResult } from '../run/results.ts';
import { fullPlan } from '../run/plan.ts';
import { chartsOf } from './charts-of.ts';
import { lossesOf } from './losses.ts';
import { performancePage } from './page.ts';
import { readable } from './svg.ts';
import { targetsOf } from './targets.ts';

function workload(perSecond: number, wrong = 0): WorkloadResult {
  return {
    perSecond,
    windows: [perSecond],
    requestsPerJourney: 1,
    latency: { mean: 1, p50: 1, p90: 2, p99: 3, max: 4 },
    failures: { count: wrong, examples: [] },
    perCoreSecond: perSecond,
    serverBusy: 1,
    companionsBusy: 0,
    generatorBusy: 0.5,
    note: '',
    hash: '',
  };
}

function contender(name: string, workloads: ContenderResult['workloads']): ContenderResult {
  return {
    name,
    title: `Title of ${name}`,
    storage: 'somewhere',
    notes: [],
    versions: {},
    outcome: { type: 'measured' },
    workloads,
    fixedLoads: [],
    memory: { atRest: 50_000_000, afterHour: 60_000_000, pairs: 10 },
    coldStarts: [300, 200, 900],
  };
}

function results(contenders: readonly ContenderResult[]): Results {
  return {
    startedAt: '2026-11-24T00:00:00.000Z',
    minutes: 1,
    commit: 'abc',
    machine: {
      processor: 'P',
      cores: 2,
      memoryGib: 1,
      system: 'S',
      fileSystem: 'ext4',
      flushMicroseconds: 1,
      loadAverage: 0,
    },
    plan: fullPlan(1e6),
    generator: null,
    contenders,
    storeAlone: null,
    growth: [],
  };
}

describe('targets', () => {
  const found = targetsOf(
    results([
      contender('omniport-sqlite', { userData: workload(3000), refresh: workload(300) }),
      contender('oidc-provider', { userData: workload(1000), refresh: workload(100) }),
    ]),
  );

  it('are met by the ratio wanted, and missed below it', () => {
    expect(
      found.find(({ what }) => what.includes('User data') && what.includes('oidc')),
    ).toMatchObject({
      found: '3 ×',
      met: true,
    });
    expect(
      found.find(({ what }) => what.includes('Refresh') && what.includes('oidc')),
    ).toMatchObject({
      found: '3 ×',
      wanted: '≥ 4 ×',
      met: false,
    });
  });

  it('are not measured, and not met, without the other side', () => {
    expect(found.find(({ what }) => what.includes('django'))).toMatchObject({
      found: undefined,
      met: false,
    });
  });

  it('take the median of the starts', () => {
    expect(found.find(({ what }) => what.startsWith('Cold start'))).toMatchObject({
      found: '300 ms',
      met: true,
    });
  });
});

describe('where we lose', () => {
  it('names everyone who is faster, and nobody who is slower', () => {
    const losses = lossesOf(
      results([
        contender('omniport-sqlite', { userData: workload(1000), refresh: workload(900) }),
        contender('faster', { userData: workload(2500) }),
        contender('slower', { userData: workload(500) }),
      ]),
    );
    expect(losses).toContain('User data by bearer token: Title of faster does 2.50 times as many.');
    expect(losses.join('\n')).not.toContain('slower');
  });

  it('counts no figure with a wrong answer in it', () => {
    const losses = lossesOf(
      results([
        contender('omniport-sqlite', { userData: workload(1000) }),
        contender('wrong', { userData: workload(2500, 1) }),
      ]),
    );
    expect(losses).toEqual([]);
  });
});

describe('the page', () => {
  const measured = results([
    contender('omniport-sqlite', { userData: workload(61_280) }),
    { ...contender('gone', {}), outcome: { type: 'skipped', reason: 'It is not installed.' } },
  ]);
  const charts = chartsOf(measured);
  const page = performancePage(measured, charts);

  it('shows every chart it has, and names what was left out', () => {
    for (const { file } of charts) expect(page).toContain(`](performance/${file}.svg)`);
    expect(charts.map(({ file }) => file)).toContain('user-data');
    expect(page).toContain('**Title of gone**: skipped. It is not installed.');
  });

  it('describes its pictures in words, for both colour schemes', () => {
    const [chart] = charts;
    expect(chart?.content).toContain('Title of omniport-sqlite: 61 300 a second, on one core');
    expect(chart?.content).toContain('prefers-color-scheme: dark');
  });
});

describe('readable numbers', () => {
  it.each([
    [61_280, '61 300'],
    [1239, '1 240'],
    [2.468, '2.47'],
    [12, '12'],
    [0.0123, '0.012'],
    [0, '0'],
  ])('%d → %s', (value, text) => {
    expect(readable(value)).toBe(text);
  });
});
