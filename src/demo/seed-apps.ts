import type { ClaimCatalogue } from '../domain/claim.ts';
import type { AccountId } from '../domain/account.ts';
import type { ClientNumber, TeamAction } from '../domain/client.ts';
import { addSeconds, type Instant } from '../domain/clock.ts';
import { type Random, randomAlphanumeric } from '../domain/random.ts';
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
    | 'addTeamMember'
    | 'nameSuccessor'
    | 'inviteMember'
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
  app: DemoApp,
  { developer, reviewer }: { readonly developer: AccountId; readonly reviewer: AccountId },
  deps: SeedAppsDependencies,
): Promise<void> {
  const { registration, registeredDaysAgo, approval } = app;
  const parsed = parseRegistration(registration, deps.catalogue);
  if (parsed.type === 'invalid') {
    throw new Error(`The demo app ${registration.name} breaks the rules of the portal.`);
  }
  const registeredAt = addSeconds(deps.now, -registeredDaysAgo * DAY_IN_SECONDS);
  const registered = await registerClient(
    { ...parsed.value, createdBy: developer, asDraft: false },
    { ...deps, now: registeredAt, autoApprovedClaims: [] },
  );
  if (registered.type === 'name-taken') return;
  const { number } = registered;
  if (approval !== null) {
    await approve(
      { number, reviewer, message: approval },
      addSeconds(registeredAt, DAY_IN_SECONDS),
      deps,
    );
  }
  const at = addSeconds(registeredAt, 2 * DAY_IN_SECONDS);
  await seedTeam(app, { number, actor: developer, at }, deps);
}

async function approve(
  {
    number,
    reviewer,
    message,
  }: {
    readonly number: ClientNumber;
    readonly reviewer: AccountId;
    readonly message: string;
  },
  at: Instant,
  deps: SeedAppsDependencies,
): Promise<void> {
  const dossier = await deps.storage.findClientForReview(number);
  if (dossier === undefined) throw new Error(`The demo app ${number} is gone.`);
  const decided = await decideOnClient(
    {
      number,
      reviewer,
      type: 'approved',
      message,
      seen: dossier.client,
      declined: [],
      checklist: [],
    },
    {
      storage: deps.storage,
      fourEyes: false,
      now: at,
      // Nobody waits for this news.
      sendMail: () => undefined,
      issuer: deps.institution.issuer,
    },
  );
  if (decided.type !== 'recorded') {
    throw new Error(`The demo app ${number} could not be approved: ${decided.type}.`);
  }
}

async function seedTeam(
  { team, invited }: DemoApp,
  action: TeamAction,
  deps: SeedAppsDependencies,
): Promise<void> {
  const { storage, random, hashSecret, now } = deps;
  for (const { username, role, isSuccessor } of team) {
    const member = await accountId(username, deps);
    await storage.addTeamMember(action, member, role);
    if (isSuccessor) await storage.nameSuccessor(action, member);
  }
  for (const { address, role } of invited) {
    // Nobody gets this mail, so nobody needs its link.
    const hash = hashSecret(randomAlphanumeric(random, 40));
    const expiresAt = addSeconds(now, 5 * DAY_IN_SECONDS);
    const sent = { address, role, invitee: null, hash, expiresAt };
    await storage.inviteMember({ ...action, at: addSeconds(now, -2 * DAY_IN_SECONDS) }, sent);
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
