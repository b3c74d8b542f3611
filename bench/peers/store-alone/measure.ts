// Our storage without HTTP: how much of a request's cost is not the storage's. Prints operations a second as JSON.
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { instant } from '../../../src/domain/clock.ts';
import { hashSecret } from '../../../src/protocol/secret-hash.ts';
import { scaleFrom, tokenPair, tokenPairs } from '../../campus.ts';
import type { StoreAlone } from '../../run/results.ts';
import {
  type CampusNumbers,
  hashedPair,
  issueAndRedeem,
  storeCampus,
  storePairs,
} from '../omniport/campus-storage.ts';
import { openStorage } from '../omniport/open-storage.ts';

/** As many as the load has connections. */
const AT_ONCE = 32;
const SEALED_ANSWER = new Uint8Array(200);

const scale = scaleFrom(process.env);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 1);
const storage = await openStorage(process.env);
const numbers: CampusNumbers = await storeCampus(storage, scale);
await storePairs(storage, { scale, numbers }, { from: 0, to: scale.tokens });

const pairs = tokenPairs(scale);
let reads = 0;
const userData = await perSecond(async () => {
  reads += 1;
  const pair = pairs[(reads * 7919) % pairs.length];
  const access = await storage.findBearerAccess(hashSecret(pair?.accessToken ?? ''));
  if (access === undefined) throw new Error('A token was not found.');
});
const live = pairs.map(({ refreshToken }) => refreshToken);
let rotations = 0;
const refresh = await perSecond(async () => {
  rotations += 1;
  const pair = tokenPair(rotations, scale, 'rotated');
  const spent = hashSecret(live.shift() ?? '');
  if ((await storage.findRefreshToken(spent)) === undefined) throw new Error('Not found.');
  const at = instant(Date.now());
  const rotation = { refreshTokenHash: spent, tokens: hashedPair(pair, at), at };
  const outcome = await storage.rotateRefreshToken({ ...rotation, sealedAnswer: SEALED_ANSWER });
  if (outcome !== 'rotated') throw new Error(`A rotation was ${outcome}.`);
  live.push(pair.refreshToken);
});
let flows = 0;
const codeFlow = await perSecond(async () => {
  flows += 1;
  const pair = tokenPair(flows, scale, 'flow');
  await issueAndRedeem(storage, pair, { numbers, code: `flow ${flows}` });
});
await storage.close();
const result: StoreAlone = { userData, refresh, codeFlow };
process.stdout.write(`${JSON.stringify(result)}\n`);

/** The operation again and again, several at once; the first half warms up. */
async function perSecond(operation: () => Promise<void>): Promise<number> {
  let done = 0;
  const stop = new AbortController();
  async function keepGoing(): Promise<void> {
    while (!stop.signal.aborted) {
      await operation();
      done += 1;
      // A read answers without waiting for anything; what else waits must get its turn.
      if (done % 256 === 0) await immediate();
    }
  }
  const workers = Array.from({ length: AT_ONCE }, keepGoing);
  await pause(seconds * 500);
  const before = done;
  const startedAt = performance.now();
  await pause(seconds * 1000);
  const rate = (done - before) / ((performance.now() - startedAt) / 1000);
  stop.abort();
  await Promise.all(workers);
  return Math.round(rate);
}
