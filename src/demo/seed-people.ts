import { hashPassword } from '../account/password.ts';
import { identifiersOf } from '../account/sign-in-identifier.ts';
import type { ImportedAccount } from '../domain/account.ts';
import { calendarDate, type Instant } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { Storage } from '../domain/storage.ts';
import { drawAvatar } from '../picture/avatar.ts';
import { DEMO_PASSWORD, demoPeople, type DemoPerson } from './people.ts';

interface SeedPeopleDependencies {
  readonly storage: Pick<Storage, 'markDemoData' | 'storeMedia' | 'importAccounts'>;
  readonly now: Instant;
  readonly random: Random;
  readonly institution: { readonly countryCode: string; readonly timeZone: string };
}

/** Fills the database with the people of the demo campus. Doing it again changes nothing but their passwords' salt. */
export async function seedDemoPeople({
  storage,
  now,
  random,
  institution,
}: SeedPeopleDependencies): Promise<void> {
  // First of all: whatever happens next, production will refuse this database.
  await storage.markDemoData();
  const people = demoPeople(calendarDate(now, institution.timeZone));
  const accounts = people.map(async ({ username, profile }): Promise<ImportedAccount> => ({
    username,
    passwordHash: await hashPassword(DEMO_PASSWORD, random),
    revise: () => ({ profile, identifiers: identifiersOf(username, profile, institution) }),
  }));
  await storage.importAccounts(await Promise.all(accounts), { at: now, dryRun: false });
  await Promise.all(people.map(async (person) => storeAvatar(person, storage)));
}

async function storeAvatar(
  { username, avatar, profile }: DemoPerson,
  storage: Pick<Storage, 'storeMedia'>,
): Promise<void> {
  const path = profile.records['person']?.['display_picture'];
  if (avatar === null || typeof path !== 'string') return;
  const bytes = await drawAvatar(username, avatar);
  await storage.storeMedia({ path, contentType: 'image/png', bytes });
}

/** What a newcomer may type into the sign-in form. */
export function demoSignIns(
  today: string,
): readonly { readonly username: string; readonly password: string; readonly who: string }[] {
  return demoPeople(today).map(({ username, who }) => ({ username, password: DEMO_PASSWORD, who }));
}
