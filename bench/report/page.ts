import type { WorkloadName } from '../contenders/contender.ts';
import { CORES } from '../machine/machine.ts';
import type { ContenderResult, GeneratorCheck, Results } from '../run/results.ts';
import type { Chart } from './charts-of.ts';
import { median, OURS, ratio, WORKLOAD_TITLES } from './comparison.ts';
import { lossesOf } from './losses.ts';
import { readable } from './svg.ts';
import { targetsOf } from './targets.ts';

const MEGABYTE = 1_000_000;
const WORKLOADS = Object.keys(WORKLOAD_TITLES) as WorkloadName[];
/** Signing in is the price of the hash. */
const COMPARED = WORKLOADS.filter((workload) => workload !== 'signIn');

/** The page about a run, made from its figures alone. */
export function performancePage(results: Results, charts: readonly Chart[]): string {
  const picture = (...files: readonly string[]): string =>
    charts
      .filter(({ file }) => files.includes(file))
      .map(({ file, title }) => `![${title}](performance/${file}.svg)`)
      .join('\n\n');
  const latencies = charts.map(({ file }) => file).filter((file) => file.startsWith('latency-'));
  return [
    '<!-- Made by `npm run bench` from its JSON. Do not edit. -->',
    '# Performance',
    introduction(results),
    '## Targets',
    targetTable(results),
    '## Where we lose',
    losses(results),
    '## How much one core serves',
    picture('user-data', 'refresh', 'code-flow', 'sign-in'),
    throughputTable(results),
    ratioTable(results),
    '## How long an answer takes at a fixed load',
    'Requests come at a fixed rate, whether or not earlier ones are answered; each is timed from when it was due. A rate above 70 % of what a server can do is left out for it.',
    picture(...latencies),
    '## Memory and start',
    picture('memory', 'cold-start'),
    footprintTable(results),
    '## Growth',
    growthText(results),
    picture('growth'),
    growthTable(results),
    '## What is compared',
    contenderList(results),
    '## Method',
    method(results),
    '## Machine',
    machine(results),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function introduction({ startedAt, minutes, commit, plan }: Results): string {
  const quick =
    plan.mode === 'quick'
      ? '**This was a quick run, to see whether everything works. Its figures mean nothing.** '
      : '';
  return `${quick}Measured on ${startedAt.slice(0, 10)} at commit \`${commit}\`, in one run of ${minutes} minutes on one machine: a figure means something beside the others of the same run only. \`npm run bench\` measures on yours; [bench/README.md](../bench/README.md) says how.`;
}

function targetTable(results: Results): string {
  return table(
    ['Target', 'Wanted', 'Found', ''],
    targetsOf(results).map(({ what, wanted, found, met }) => [
      what,
      wanted,
      found ?? 'not measured',
      verdict(found, met),
    ]),
  );
}

function verdict(found: string | undefined, met: boolean): string {
  if (found === undefined) return '';
  return met ? '✓ met' : '✗ **missed**';
}

function losses(results: Results): string {
  const found = lossesOf(results);
  if (found.length === 0) return 'Nowhere in this run.';
  return `Made from the figures, so nothing is left out.\n\n${found.map((loss) => `- ${loss}`).join('\n')}`;
}

function throughputTable({ contenders }: Results): string {
  const rows = contenders.flatMap(({ title, workloads }) =>
    WORKLOADS.flatMap((name) => {
      const found = workloads[name];
      if (found === undefined) return [];
      const { perSecond, windows, latency, requestsPerJourney, failures } = found;
      const spread = `${readable(Math.min(...windows))}–${readable(Math.max(...windows))}`;
      const busy = `${percent(found.serverBusy)} / ${percent(found.companionsBusy)} / ${percent(found.generatorBusy)}`;
      return [
        [
          title,
          [WORKLOAD_TITLES[name], found.note, found.hash].filter((text) => text !== '').join('; '),
          String(requestsPerJourney),
          failures.count > 0 ? `${failures.count} wrong answers` : readable(perSecond),
          spread,
          `${readable(latency.p50)} / ${readable(latency.p99)}`,
          readable(found.perCoreSecond),
          busy,
        ],
      ];
    }),
  );
  return `<details><summary>All figures</summary>\n\n${table(
    [
      '',
      'Workload',
      'Requests',
      'A second',
      'Windows',
      'p50 / p99 ms',
      'For a CPU second of the product',
      'Busy: product / database / load',
    ],
    rows,
  )}\n\n</details>`;
}

function ratioTable(results: Results): string {
  const others = results.contenders.filter(
    ({ name, outcome }) => name !== OURS && outcome.type === 'measured',
  );
  const rows = others.map(({ name, title }) => [
    title,
    ...COMPARED.map((workload) => {
      const times = ratio(results, workload, name);
      if (times === undefined) return '–';
      return times < 1 ? `${Math.round(times * 100)} %` : `${readable(times)} ×`;
    }),
  ]);
  return `Ours on SQLite is so many times as fast as:\n\n${table(
    ['', ...COMPARED.map((workload) => WORKLOAD_TITLES[workload])],
    rows,
  )}\n\nNobody is asked: because of an earlier consent, or for lack of a consent screen.`;
}

function footprintTable({ contenders }: Results): string {
  return table(
    ['', 'At rest', 'After the hour', 'Pairs made', 'Cold starts, ms'],
    contenders.flatMap(({ title, memory, coldStarts }) =>
      memory === null
        ? []
        : [
            [
              title,
              `${readable(memory.atRest / MEGABYTE)} MB`,
              `${readable(memory.afterHour / MEGABYTE)} MB`,
              String(memory.pairs),
              `${readable(median(coldStarts) ?? 0)} (${coldStarts.join(', ')})`,
            ],
          ],
    ),
  );
}

function growthText({ growth }: Results): string {
  if (growth.length === 0) return 'Not measured in this run.';
  return 'The same figures with more and more tokens stored (access and refresh tokens together). Reads reach all of them, in no order; each step rotates tokens that were added for it.';
}

function growthTable({ growth }: Results): string {
  if (growth.length === 0) return '';
  return table(
    ['', 'Tokens stored', 'Database', 'User data', 'Refresh', 'Code flow'],
    growth.flatMap(({ title, steps }) =>
      steps.map((step) => [
        title,
        readable(step.tokens),
        step.bytes === 0 ? '–' : `${readable(step.bytes / MEGABYTE)} MB`,
        `${readable(step.userData)}/s`,
        `${readable(step.refresh)}/s`,
        `${readable(step.codeFlow)}/s`,
      ]),
    ),
  );
}

function contenderList({ contenders, storeAlone }: Results): string {
  const store =
    storeAlone === null
      ? ''
      : `\n- **Our SQLite storage alone**, called in-process without HTTP: ${readable(storeAlone.userData)} look-ups for user data, ${readable(storeAlone.refresh)} rotations, ${readable(storeAlone.codeFlow)} issued and redeemed codes a second.`;
  return contenders.map(describe).join('\n') + store;
}

function describe({ title, storage, versions, notes, outcome }: ContenderResult): string {
  if (outcome.type !== 'measured') return `- **${title}**: ${outcome.type}. ${outcome.reason}`;
  const which = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `- **${title}** (${which.join(', ')}). Storage: ${storage}. ${notes.join(' ')}`;
}

function method({ plan, generator }: Results): string {
  const { scale, connections } = plan;
  const load = generator === null ? '' : generatorText(generator);
  return [
    `- One contender after the other; ${CORES}. A database server shares the server’s core.`,
    `- Everyone serves the same ${scale.people} people and ${scale.apps} apps, and has handed out ${scale.tokens} token pairs before. Codes live 60 s, access tokens 36 000 s, refresh tokens rotate. PKCE is not required.`,
    `- ${connections.userData} keep-alive connections (${connections.signIn} for signing in), each sending as soon as it is answered; ${plan.warmUp} s to warm up, then ${plan.windows} windows of ${plan.window} s, of which the middle one counts.`,
    '- Every answer is checked: status, whose data it is, that tokens are there and new, that the redirect leads to the app with its state. A contender with wrong answers has no figure.',
    `- User data is read with all tokens, in no order. A code flow has as many requests as the product really needs from a browser that is signed in; pages are parsed for their forms and CSRF tokens. Signing in is the price of the password’s hash, which is costly on purpose: those figures are not ratios.`,
    `- An hour’s worth of tokens: ${plan.hourOfPairs} code flows, ten a second for an hour, made as fast as the product can for at most ${plan.hourLimit} s.`,
    '- Memory is what the processes keep resident, pages that they share counted once.',
    `- ${load}`,
  ].join('\n');
}

function generatorText(generator: GeneratorCheck): string {
  const { perSecond, generatorBusy, serverBusy, byWrk, perSecondAtTheEnd } = generator;
  const wrk =
    byWrk === null
      ? 'wrk was not installed to compare'
      : `wrk, written in C, made ${readable(byWrk)}`;
  const change = percent(Math.abs(1 - perSecondAtTheEnd / perSecond));
  return (
    `The load is not the bottleneck: against a bare \`node:http\` server it made ${readable(perSecond)} requests a second ` +
    `while busy for ${percent(generatorBusy)} of its core, and the server for ${percent(serverBusy)} of its own; ${wrk}. ` +
    `At the end of the run the same server did ${readable(perSecondAtTheEnd)}, so the machine changed by ${change} meanwhile.`
  );
}

function machine({ machine: found }: Results): string {
  return [
    `- ${found.processor}, ${found.cores} cores, ${found.memoryGib} GiB`,
    `- ${found.system}`,
    `- Databases on ${found.fileSystem}; writing 4 KiB so that it survives a power cut takes ${found.flushMicroseconds} µs`,
    `- Load average before the start: ${found.loadAverage}`,
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map(tableLine).join('\n');
}

function tableLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' '));
  return `| ${quoted.join(' | ')} |`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
