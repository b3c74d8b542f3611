// Opens the storage, says so, waits for a line on its standard input, then all at once redeems the codes
// race-0, race-1, …, exchanges the tokens refresh-0, refresh-1, …, exchanges and revokes refresh-doomed-0, …,
// and prints the outcomes.
// node racing-process.ts <database> <name of the racer> <how many of each> <client number>
import { once } from 'node:events';
import { atOnce, hash, NOW, rotate, tokenPair } from '../../src/storage/conformance/campus.ts';
import { openStorage } from './open-storage.ts';

const [database = '', racer = '', times, client] = process.argv.slice(2);
const count = Number(times);
const clientNumber = Number(client);
const storage = await openStorage(database);
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const revoke = async (tokenHash: ReturnType<typeof hash>) =>
  storage.revokeToken({ tokenHash, clientNumber, environment: 'live', at: NOW });

const [redeemed, rotated, revoked] = await Promise.all([
  atOnce(count, async (index) =>
    storage.redeemAuthorizationCode({
      codeHash: hash(`race-${index}`),
      tokens: tokenPair(`${racer}-of-code-${index}`),
      at: NOW,
    }),
  ),
  atOnce(count, async (index) => rotate(storage, `${index}`, `${racer}-of-${index}`)),
  atOnce(count, async (index) => {
    const exchange = async () => rotate(storage, `doomed-${index}`, `${racer}-of-doomed-${index}`);
    const end = async () => revoke(hash(`refresh-doomed-${index}`));
    const racers = index % 2 === 0 ? [exchange, end] : [end, exchange];
    const outcomes = await Promise.all(racers.map(async (race) => race()));
    return outcomes[index % 2 === 0 ? 1 : 0];
  }),
]);
process.stdout.write(`${JSON.stringify({ redeemed, rotated, revoked })}\n`);
await storage.close();
process.stdin.destroy();
