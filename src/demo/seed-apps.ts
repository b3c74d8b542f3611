import type { ClaimCatalogue } from '../domain/claim.ts';
import type { AccountId } from '../domain/account.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { registerClient } from '../portal/register-client.ts';
import { parseRegistration } from '../portal/registration-form.ts';
import { decideOnClient } from '../review/decide.ts';
import { DEMO_APPS, type DemoApp } from './apps.ts';
import { DEMO_USERNAMES } from './people.ts';

interface SeedAppsDependencies {
  readonly storage: Pick<
    Storage,
    | 'findAccount'
    | 'findAccountByUsername'
    | 'registerClient'
    | 'findClientForReview'
    | 'recordReviewDecision'
    | 'recordFirstVote'
  >;
  readonly now: Instant;
  readonly random: Random;
  readonly hashSecret: HashSecret;
  readonly catalogue: ClaimCatalogue;
  readonly institution: { readonly issuer: string };
}

const DAY_IN_SECONDS = 86_400;

/**
 * Registers the demo apps and approves the one that works. An app whose name is taken is left alone.
 * @throws Error when the demo people are not there
 */
export async function seedDemoApps(deps: SeedAppsDependencies): Promise<void> {
  const developer = await accountId(DEMO_USERNAMES.developer, deps);
  const reviewer = await accountId(DEMO_USERNAMES.maintainer, deps);
  for (const app of DEMO_APPS) await seedApp(app, { developer, reviewer }, deps);
}

async function seedApp(
  { registration, registeredDaysAgo, approval }: DemoApp,
  { developer, reviewer }: { readonly developer: AccountId; readonly reviewer: AccountId },
  deps: SeedAppsDependencies,
): Promise<void> {
  const parsed = parseRegistration(registration, deps.catalogue);
  if (parsed.type === 'invalid') {
    throw new Error(`The demo app ${registration.name} breaks the rules of the portal.`);
  }
  const registeredAt = addSeconds(deps.now, -registeredDaysAgo * DAY_IN_SECONDS);
  const registered = await registerClient(
    { ...parsed.value, createdBy: developer, asDraft: false },
    { ...deps, now: registeredAt, autoApprovedClaims: [] },
  );
  if (registered.type === 'name-taken' || approval === null) return;
  const { number } = registered;
  const dossier = await deps.storage.findClientForReview(number);
  if (dossier === undefined) throw new Error(`The demo app ${registration.name} is gone.`);
  const decided = await decideOnClient(
    {
      number,
      reviewer,
      type: 'approved',
      message: approval,
      seen: dossier.client,
      declined: [],
      checklist: [],
    },
    {
      storage: deps.storage,
      fourEyes: false,
      now: addSeconds(registeredAt, DAY_IN_SECONDS),
      // Nobody waits for this news.
      sendMail: () => undefined,
      issuer: deps.institution.issuer,
    },
  );
  if (decided.type !== 'recorded') {
    throw new Error(`The demo app ${registration.name} could not be approved: ${decided.type}.`);
  }
}

async function accountId(
  username: string,
  { storage }: Pick<SeedAppsDependencies, 'storage'>,
): Promise<AccountId> {
  const account = await storage.findAccountByUsername(username);
  if (account === undefined) throw new Error(`The demo person ${username} is not there.`);
  return account.id;
}
