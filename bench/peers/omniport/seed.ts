// Fills our own storage with the campus, through the storage itself. With BENCH_FIRST_TOKEN the campus is there
// already, and only more tokens are added.
import { instant } from '../../../src/domain/clock.ts';
import { scaleFrom } from '../../campus.ts';
import { campusNumbers, storeCampus, storePairs } from './campus-storage.ts';
import { decide } from './decide.ts';
import { openStorage } from './open-storage.ts';

const scale = scaleFrom(process.env);
const from = Number(process.env['BENCH_FIRST_TOKEN'] ?? 0);
const storage = await openStorage(process.env);
const numbers =
  from === 0
    ? await storeCampus(storage, scale)
    : await campusNumbers(storage, scale, instant(Date.now()));
await storePairs(storage, { scale, numbers }, { from, to: scale.tokens });
await storage.close();
// People are told on their own page; none of the others mails anything.
if (from === 0) await decide(process.env, 'notifications', { mailOnNewAccess: false });
