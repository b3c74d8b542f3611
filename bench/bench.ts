// `npm run bench`: measures everything, and writes bench/results/<date>.json and docs/performance.md.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ALL_CONTENDERS } from './contenders/all-contenders.ts';
import { bareNodeHttp } from './contenders/bare-node-http.ts';
import type { Contender } from './contenders/contender.ts';
import { benchRoot } from './contenders/node-command.ts';
import { omniportPostgres, omniportSqlite } from './contenders/omniport.ts';
import {
  describeMachine,
  measuredCommit,
  pinToLoadCore,
  requestsPerSecondByWrk,
} from './machine/machine.ts';
import { killEverything, startServer } from './machine/server-process.ts';
import { formatted, writeReport } from './report/write-report.ts';
import { measureContender } from './run/measure-contender.ts';
import { measureGrowth } from './run/measure-growth.ts';
import { measureStoreAlone } from './run/measure-store.ts';
import { measureWorkload } from './run/measure-workload.ts';
import { fullPlan, type Plan, quickPlan } from './run/plan.ts';
import type { ContenderResult, GeneratorCheck, GrowthResult, Results } from './run/results.ts';

const USAGE = `npm run bench -- [options]

  --quick            everything once and briefly, in under two minutes: whether it works, not how fast;
                     the report goes to .tmp/bench, docs/ stays as it is
  --only a,b         these contenders: ${ALL_CONTENDERS.map(({ name }) => name).join(', ')};
                     the report goes to .tmp/bench
  --growth 1e7       how many tokens ours is measured with at the end (1e6; 1e7 takes long)
  --add-growth file  measures the growth of ours on SQLite up to --growth, and puts it into an earlier run's JSON and
                     report in the place of what they said
  --report file      writes the report of an earlier run's JSON again, and measures nothing
`;

const projectRoot = path.resolve(benchRoot, '..');
/** On the disk of the project: what is durable must reach a disk, and /tmp may be memory. */
const workplace = path.join(projectRoot, '.tmp/bench');

const runDirectory = path.join(workplace, `run-${process.pid}`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}
process.once('exit', () => {
  killEverything();
  rmSync(runDirectory, { recursive: true, force: true });
});
await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      growth: { type: 'string', default: '1e6' },
      report: { type: 'string' },
      'add-growth': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const docs = path.join(projectRoot, 'docs');
  if (values.report !== undefined) {
    const earlier = JSON.parse(readFileSync(values.report, 'utf8')) as Results;
    console.log(`Written: ${await writeReport(earlier, docs)}`);
    return;
  }
  if (values['add-growth'] !== undefined) {
    const earlier = JSON.parse(readFileSync(values['add-growth'], 'utf8')) as Results;
    const grown = await addGrowth(earlier, fullPlan(Number(values.growth)));
    writeFileSync(
      values['add-growth'],
      await formatted(JSON.stringify(grown), values['add-growth']),
    );
    console.log(`Written: ${await writeReport(grown, docs)}`);
    return;
  }
  const chosen = contendersOf(values.only);
  const isWhole = !values.quick && values.only === undefined;
  const results = await run(values.quick ? quickPlan() : fullPlan(Number(values.growth)), chosen);
  const date = results.startedAt.slice(0, 10);
  const target = isWhole ? path.join(benchRoot, 'results') : workplace;
  mkdirSync(target, { recursive: true });
  const file = path.join(target, `${date}.json`);
  writeFileSync(file, await formatted(JSON.stringify(results), file));
  console.log(
    `Written: ${file}\nWritten: ${await writeReport(results, isWhole ? docs : workplace)}`,
  );
  const failed = results.contenders.filter(({ outcome }) => outcome.type === 'failed');
  const wrong = results.contenders.filter(({ workloads }) =>
    Object.values(workloads).some(({ failures }) => failures.count > 0),
  );
  for (const { name } of failed) console.error(`Failed: ${name}`);
  for (const { name } of wrong) console.error(`Gave wrong answers: ${name}`);
  if (failed.length + wrong.length > 0) process.exitCode = 1;
}

function contendersOf(only: string | undefined): readonly Contender[] {
  if (only === undefined) return ALL_CONTENDERS;
  return only.split(',').map((wanted) => {
    const found = ALL_CONTENDERS.find(({ name }) => name === wanted.trim());
    if (found === undefined) throw new Error(`There is no contender ${wanted}.\n${USAGE}`);
    return found;
  });
}

/** Growth takes longest, so that it can be measured by itself and later. */
async function addGrowth(earlier: Results, plan: Plan): Promise<Results> {
  pinToLoadCore();
  const grown = await growthOf(omniportSqlite, plan, sayAfter(new Date()));
  if (grown === undefined) throw new Error('The growth could not be measured.');
  const others = earlier.growth.filter(({ name }) => name !== grown.name);
  return { ...earlier, growth: [grown, ...others] };
}

async function growthOf(
  contender: Contender,
  plan: Plan,
  sayFor: (name: string) => (text: string) => void,
): Promise<GrowthResult | undefined> {
  const directory = path.join(runDirectory, `${contender.name}-growth`);
  const say = sayFor(`${contender.name}, growth`);
  mkdirSync(directory, { recursive: true });
  try {
    return await measureGrowth(contender, { plan, directory, say });
  } catch (error) {
    say(`failed: ${(error as Error).message}`);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function sayAfter(startedAt: Date): (name: string) => (text: string) => void {
  return (name) => (text) => {
    const seconds = Math.round((Date.now() - startedAt.getTime()) / 1000);
    console.log(`${String(seconds).padStart(5)} s  ${name}: ${text}`);
  };
}

async function run(plan: Plan, contenders: readonly Contender[]): Promise<Results> {
  pinToLoadCore();
  mkdirSync(runDirectory, { recursive: true });
  const startedAt = new Date();
  const machine = describeMachine(runDirectory);
  if (machine.loadAverage > 0.5) {
    console.error(
      `The machine is not quiet (load average ${machine.loadAverage}): the figures will be noisy.`,
    );
  }
  const sayFor = sayAfter(startedAt);
  const before = await checkGenerator(plan, runDirectory);
  const measured: ContenderResult[] = [];
  for (const contender of contenders) {
    const directory = path.join(runDirectory, contender.name);
    mkdirSync(directory, { recursive: true });
    const say = sayFor(contender.name);
    measured.push(await measureContender(contender, { plan, directory, say }));
    rmSync(directory, { recursive: true, force: true });
  }
  const has = (name: string): boolean =>
    measured.some((result) => result.name === name && result.outcome.type === 'measured');
  const storeAlone = has(omniportSqlite.name)
    ? await measureStoreAlone(plan, path.join(runDirectory, 'store-alone'), sayFor('store alone'))
    : null;
  const growth: GrowthResult[] = [];
  for (const contender of [omniportSqlite, omniportPostgres]) {
    if (!has(contender.name)) continue;
    const grown = await growthOf(contender, plan, sayFor);
    if (grown !== undefined) growth.push(grown);
  }
  const after = await checkGenerator(plan, runDirectory);
  return {
    startedAt: startedAt.toISOString(),
    minutes: Math.round((Date.now() - startedAt.getTime()) / 6000) / 10,
    commit: measuredCommit(),
    machine,
    plan,
    generator: { ...before, perSecondAtTheEnd: after.perSecond },
    contenders: measured,
    storeAlone,
    growth,
  };
}

/** How fast the load can be, against a server that does nothing; and an independent count by wrk. */
async function checkGenerator(
  plan: Plan,
  directory: string,
): Promise<Omit<GeneratorCheck, 'perSecondAtTheEnd'>> {
  const site = await bareNodeHttp.prepare({ directory, scale: plan.scale });
  const { address, probe } = site;
  const server = await startServer(
    site.server,
    { address, request: probe },
    path.join(directory, 'bare.log'),
  );
  try {
    const { userData } = await site.workloads();
    if (userData === undefined) throw new Error('The bare server answers.');
    const { perSecond, generatorBusy, serverBusy } = await measureWorkload(
      { address, server: server.pid, companions: [] },
      userData,
      { plan, connections: plan.connections.userData },
    );
    const url = `http://${address.host}:${address.port}/`;
    const byWrk = requestsPerSecondByWrk(url, Math.max(1, Math.round(plan.window))) ?? null;
    return { perSecond, generatorBusy, serverBusy, byWrk };
  } finally {
    await server.stop();
  }
}
