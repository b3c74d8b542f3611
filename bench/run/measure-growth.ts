import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { tokenPair, type TokenPair } from '../campus.ts';
import type { Contender, Site, Workload } from '../contenders/contender.ts';
import { addTokens, TOKEN_PATH, USER_DATA_PATH } from '../contenders/omniport.ts';
import { requestWriter } from '../load/http-request.ts';
import { startServer } from '../machine/server-process.ts';
import { refreshStep } from '../workloads/refresh.ts';
import { userDataStep } from '../workloads/user-data.ts';
import { measureWorkload, type Served } from './measure-workload.ts';
import type { Plan } from './plan.ts';
import type { GrowthResult } from './results.ts';

/** A prime larger than any number of pairs here, so that stepping by it meets them all, in no order. */
const STRIDE = 15_485_863;

/** Measures ours with more and more tokens stored. Reads reach all of them, refreshes those that were added. */
export async function measureGrowth(
  contender: Contender,
  { plan, directory, say }: { plan: Plan; directory: string; say: (text: string) => void },
): Promise<GrowthResult> {
  const [first = 0] = plan.growth;
  let scale = { ...plan.scale, tokens: pairsAt(first) };
  const site = await contender.prepare({ directory, scale });
  const steps: GrowthResult['steps'][number][] = [];
  try {
    for (const tokens of plan.growth) {
      const larger = { ...scale, tokens: pairsAt(tokens) };
      const from = steps.length === 0 ? 0 : scale.tokens;
      if (from > 0) {
        say(`storing ${tokens} tokens`);
        await addTokens(storageOf(site), { scale: larger, from, directory });
      }
      scale = larger;
      const figures = await measureStep(site, {
        plan,
        directory,
        pairs: { from, to: scale.tokens },
      });
      steps.push({ tokens, bytes: bytesOf(directory), ...figures });
      say(`${tokens} tokens: ${JSON.stringify(figures)}`);
    }
  } finally {
    await site.close();
  }
  return { name: contender.name, title: contender.title, steps };
}

/** A pair is two tokens. */
function pairsAt(tokens: number): number {
  return Math.round(tokens / 2);
}

async function measureStep(
  site: Site,
  {
    plan,
    directory,
    pairs,
  }: { plan: Plan; directory: string; pairs: { readonly from: number; readonly to: number } },
): Promise<{ readonly userData: number; readonly refresh: number; readonly codeFlow: number }> {
  const server = await startServer(
    site.server,
    { address: site.address, request: site.probe },
    path.join(directory, 'server.log'),
  );
  try {
    const served: Served = {
      address: site.address,
      server: server.pid,
      companions: site.companions,
    };
    const write = requestWriter(site.address);
    const { codeFlow } = await site.workloads();
    const perSecond = async (workload: Workload): Promise<number> => {
      const connections = plan.connections.userData;
      const { perSecond: found, failures } = await measureWorkload(served, workload, {
        plan,
        connections,
      });
      if (failures.count > 0) throw new Error(failures.examples[0] ?? 'There were wrong answers.');
      return found;
    };
    let reads = 0;
    const userData = await perSecond({
      requests: 1,
      journeys() {
        reads += 1;
        const number = (reads * STRIDE) % pairs.to;
        // Every tenth may be refreshed, which ends its access token.
        const kept = number % 10 === 0 ? number + 1 : number;
        return userDataStep(tokenPair(kept, plan.scale), write, USER_DATA_PATH);
      },
    });
    const renewed: TokenPair[] = [];
    const fresh = Math.floor((pairs.to - pairs.from) / 10);
    let refreshes = 0;
    const refresh = await perSecond({
      requests: 1,
      journeys() {
        const number = pairs.from + ((refreshes * STRIDE) % fresh) * 10;
        // Each once, then those that came back.
        const pair = refreshes < fresh ? tokenPair(number, plan.scale) : renewed.shift();
        refreshes += 1;
        if (pair === undefined) throw new Error('There are fewer tokens than connections.');
        return refreshStep(pair, { write, path: TOKEN_PATH }, (again) => renewed.push(again));
      },
    });
    if (codeFlow === undefined) throw new Error('Ours has a code flow.');
    return { userData, refresh, codeFlow: await perSecond(codeFlow) };
  } finally {
    await server.stop();
  }
}

/** Where the server keeps its data, for the program that adds more. */
function storageOf({ server }: Site): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(server.environment).filter(([name]) =>
      ['DATA_DIR', 'DATABASE_URL'].includes(name),
    ),
  );
}

function bytesOf(directory: string): number {
  return readdirSync(directory)
    .filter((name) => name.startsWith('omniport.sqlite'))
    .reduce((sum, name) => sum + statSync(path.join(directory, name)).size, 0);
}
