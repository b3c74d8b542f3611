// Issues and redeems codes until it is killed, and prints the name of each once it was answered.
// node writing-process.ts <database> <account id> <client number>
import { writeSync } from 'node:fs';
import { hash, newAuthorization, NOW, tokenPair } from '../../src/storage/conformance/campus.ts';
import { openStorage } from './open-storage.ts';

const [database = '', accountId, clientNumber] = process.argv.slice(2);
const parties = { accountId: Number(accountId), clientNumber: Number(clientNumber) };
const storage = await openStorage(database);
let count = 0;

async function keepWriting(): Promise<never> {
  for (;;) {
    count += 1;
    const name = `${count}`;
    await storage.issueAuthorizationCode(newAuthorization(parties, name));
    writeSync(1, `issued ${name}\n`);
    const redemption = { codeHash: hash(name), tokens: tokenPair(name), at: NOW };
    await storage.redeemAuthorizationCode(redemption);
    writeSync(1, `redeemed ${name}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, keepWriting));
