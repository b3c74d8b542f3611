// Opens the storage, says so, waits for a line on its standard input, then redeems the codes
// race-0, race-1, … and exchanges the tokens refresh-0, refresh-1, … all at once, and prints the outcomes.
// node racing-process.ts <database> <name of the racer> <how many of each>
import { once } from 'node:events';
import { atOnce, hash, NOW, rotate, tokenPair } from '../../src/storage/conformance/campus.ts';
import { openSqliteStorage } from '../../src/storage/sqlite/sqlite-storage.ts';

const [path = '', racer = '', count] = process.argv.slice(2);
const storage = await openSqliteStorage({ path });
process.stdout.write('ready\n');
await once(process.stdin, 'data');

const [redeemed, rotated] = await Promise.all([
  atOnce(Number(count), async (index) =>
    storage.redeemAuthorizationCode({
      codeHash: hash(`race-${index}`),
      tokens: tokenPair(`${racer}-of-code-${index}`),
      at: NOW,
    }),
  ),
  atOnce(Number(count), async (index) => rotate(storage, `${index}`, `${racer}-of-${index}`)),
]);
process.stdout.write(`${JSON.stringify({ redeemed, rotated })}\n`);
await storage.close();
process.stdin.destroy();
