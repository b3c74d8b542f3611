import { setTimeout as pause } from 'node:timers/promises';

import type { Person } from './campus.ts';
import { httpClient } from './http-client.ts';
import { goesOn, type Ledger, newestPair, type SignIn, type Step } from './ledger.ts';
import { providerAt } from './provider.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type StepContext, take } from './steps.ts';

/** Apps that never rest, until told to. */
export interface Load {
  /** Resolves once so many more requests were answered. */
  answered(count: number): Promise<void>;
  stop(): Promise<void>;
}

export interface LoadOptions {
  readonly people: readonly Person[];
  /** How many apps ask at the same time, each one thing after the other. */
  readonly apps: number;
  readonly random: SeededRandom;
  readonly clockMayJump?: boolean;
}

/** Below this many an app begins another sign-in. */
const SIGN_INS_PER_APP = 4;
/** Milliseconds that an app waits after it got no answer. Fewer than `Retry-After` says: it shall hurt. */
const PAUSE = 40;

/**
 * Goes on with what the ledger holds and adds to it: people allow, codes are redeemed, data is read, tokens are
 * refreshed, revoked and replayed, some of it twice at the same moment. What got no answer is tried again.
 */
export function startLoad(origin: string, ledger: Ledger, options: LoadOptions): Load {
  const { people, apps, random, clockMayJump = false } = options;
  const client = httpClient(origin);
  const context: StepContext = { provider: providerAt(client, ledger), ledger, clockMayJump };
  const stopping = new AbortController();

  async function begin(mine: SignIn[]): Promise<void> {
    const person = people[random.below(people.length)];
    const code = person && (await context.provider.allow(person));
    if (person === undefined || code === undefined) {
      await pause(PAUSE);
      return;
    }
    const signIn: SignIn = {
      username: person.username,
      code,
      pairs: [],
      revoked: new Set(),
      state: 'code',
      pending: undefined,
      isChanged: true,
    };
    ledger.signIns.push(signIn);
    mine.push(signIn);
    await take(random.percent(10) ? 'redeem twice' : 'redeem', signIn, context);
  }

  async function work(app: number): Promise<void> {
    const mine = ledger.signIns.filter((signIn, index) => goesOn(signIn) && index % apps === app);
    while (!stopping.signal.aborted) {
      const alive = mine.filter(goesOn);
      const pending = alive.find((signIn) => signIn.pending !== undefined);
      const chosen = pending ?? alive[random.below(alive.length)];
      if (chosen === undefined || (pending === undefined && alive.length < SIGN_INS_PER_APP)) {
        await begin(mine);
      } else {
        await goOn(chosen, random, context);
        if (chosen.pending !== undefined) await pause(PAUSE);
      }
    }
  }

  const workers = Array.from({ length: apps }, async (_, app) => work(app));
  return {
    async answered(count) {
      const enough = ledger.counts.answered + count;
      while (ledger.counts.answered < enough) await pause(5);
    },
    async stop() {
      stopping.abort();
      await Promise.all(workers);
      client.close();
    },
  };
}

/** Each as often as it stands here, beside reading. */
const STEPS: readonly [Step, ...Step[]] = [
  'refresh',
  'refresh',
  'refresh',
  'refresh twice',
  'refresh while revoking',
  'revoke',
  'revoke access token',
  'replay code',
  'replay refresh token',
];

async function goOn(signIn: SignIn, random: SeededRandom, context: StepContext): Promise<void> {
  if (signIn.pending !== undefined) {
    await take(signIn.pending.step, signIn, context);
  } else if (signIn.state === 'code') {
    await take('redeem', signIn, context);
  } else if (random.percent(40)) {
    await read(signIn, context);
  } else {
    const step = random.pick(STEPS);
    const isPossible = step !== 'replay refresh token' || signIn.pairs.length > 2;
    await take(isPossible ? step : 'refresh', signIn, context);
  }
}

async function read(signIn: SignIn, { provider, ledger }: StepContext): Promise<void> {
  const token = newestPair(signIn)?.access_token ?? '';
  const answer = await provider.readData(token);
  if (answer === undefined) return;
  const expected = signIn.revoked.has(token) ? 401 : 200;
  if (answer.status !== expected) {
    ledger.violations.push(`reading data: ${answer.status} instead of ${expected}`);
  }
}
