import type { AccountId } from '../../src/domain/account.ts';
import type { ClientNumber } from '../../src/domain/client.ts';
import type { Storage } from '../../src/domain/storage.ts';
import {
  addClient,
  addPerson,
  addSynthetic,
  approvalOf,
  profileOf,
} from '../../src/storage/conformance/campus.ts';
import type { Instant } from '../../src/domain/clock.ts';
import { CAMPUS } from './volumes.ts';

/** Who and what is there before the first day. */
export interface Founded {
  readonly people: readonly AccountId[];
  readonly synthetic: readonly AccountId[];
  readonly webApps: readonly ClientNumber[];
  readonly phoneApps: readonly ClientNumber[];
  readonly nightlyApps: readonly ClientNumber[];
}

const BATCH = 1000;

/** Imports the people, and registers and approves the apps. */
export async function foundCampus(
  storage: Storage,
  size: { readonly people: number; readonly at: Instant },
): Promise<Founded> {
  const usernames = Array.from({ length: size.people }, (_, index) => String(21_110_000 + index));
  const developer = await addPerson(storage, 'developer');
  for (let index = 0; index < usernames.length; index += BATCH) {
    await storage.importAccounts(
      usernames.slice(index, index + BATCH).map((username) => ({
        username,
        revise: () => ({
          profile: profileOf(`Asha Kumari ${username}`, {
            enrolment_number: username,
            'branch.name': 'Computer Science and Engineering',
          }),
          identifiers: [username, `asha.${username}@campus.example`],
        }),
      })),
      { at: size.at, dryRun: false },
    );
  }
  const people: AccountId[] = [];
  for (const username of usernames) {
    const account = await storage.findAccountByUsername(username);
    if (account !== undefined) people.push(account.id);
  }
  const synthetic: AccountId[] = [];
  for (let index = 0; index < 8; index += 1) {
    synthetic.push(await addSynthetic(storage, `synthetic-${index}`));
  }
  async function apps(kind: string, count: number): Promise<readonly ClientNumber[]> {
    const numbers: ClientNumber[] = [];
    for (let index = 0; index < count; index += 1) {
      const number = await addClient(storage, developer, `${kind}-${index}`);
      await storage.recordReviewDecision(approvalOf(number, developer));
      numbers.push(number);
    }
    return numbers;
  }
  return {
    people,
    synthetic,
    webApps: await apps('web-app', CAMPUS.webApps),
    phoneApps: await apps('phone-app', CAMPUS.phoneApps),
    nightlyApps: await apps('nightly-app', CAMPUS.nightlyApps),
  };
}
