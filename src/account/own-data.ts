import type { Account } from '../domain/account.ts';
import type { AppActivity } from '../domain/app-activity.ts';
import { instant, type Instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

interface OwnDataDependencies {
  readonly storage: Pick<
    Storage,
    | 'listSignInIdentifiers'
    | 'listSessions'
    | 'listConnectedClients'
    | 'listConsents'
    | 'listAppActivity'
    | 'listNotifications'
    | 'findNotificationChoice'
    | 'listClientsOfTeamMember'
  >;
  readonly now: Instant;
  readonly institution: { readonly name: string; readonly issuer: string };
}

const ACTIVITY_PAGE = 1000;
const MOST_NOTIFICATIONS = 100_000;

/**
 * All that the institution and this server hold about a person, as indented JSON; times in ISO 8601. No secret is in
 * it: of passwords, sessions and tokens there are only hashes, which stay here.
 */
export async function ownData(account: Account, deps: OwnDataDependencies): Promise<string> {
  const { storage, now, institution } = deps;
  const { id } = account;
  const [identifiers, sessions, connected, consents, notifications, choice, clients, activity] =
    await Promise.all([
      storage.listSignInIdentifiers(id),
      storage.listSessions(id, now),
      storage.listConnectedClients(id, now),
      storage.listConsents(id),
      storage.listNotifications(id, MOST_NOTIFICATIONS),
      storage.findNotificationChoice(id),
      storage.listClientsOfTeamMember(id),
      wholeTimeline(id, storage),
    ]);
  const { profile } = account;
  return JSON.stringify(
    inReadableTimes({
      format: 1,
      from: institution.name,
      server: institution.issuer,
      exportedAt: now,
      account: {
        userId: id,
        username: account.username,
        isActive: account.isActive,
        language: account.language,
        signInIdentifiers: identifiers,
        profile: profile.records,
        roles: profile.roles,
        customRoles: profile.customRoles,
      },
      sessions: sessions.map(({ accountId: _accountId, ...session }) => session),
      appsWithAccess: connected.map(({ client, ...access }) => ({
        app: { number: client.number, name: client.name },
        ...access,
      })),
      answersToApps: consents.map(({ client, ...consent }) => ({ app: client, ...consent })),
      activity: activity.map(({ id: _id, client, ...entry }) => ({ app: client, ...entry })),
      notifications: notifications.map(({ content, ...told }) => ({ ...told, ...content })),
      mails: choice,
      appsInWhoseTeam: clients.map(({ number, name, description, status, createdAt }) => ({
        number,
        name,
        description,
        status,
        createdAt,
      })),
    }),
    null,
    2,
  );
}

async function wholeTimeline(
  accountId: number,
  storage: OwnDataDependencies['storage'],
): Promise<readonly AppActivity[]> {
  const all: AppActivity[] = [];
  for (let before: number | null = null; ;) {
    const page: readonly AppActivity[] = await storage.listAppActivity(accountId, {
      clientNumber: null,
      before,
      limit: ACTIVITY_PAGE,
    });
    all.push(...page);
    before = page.at(-1)?.id ?? null;
    if (page.length < ACTIVITY_PAGE) return all;
  }
}

/** Members named for a moment (`createdAt`) say it as people and programs read it. */
function inReadableTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inReadableTimes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]: readonly [string, unknown]) => [
      name,
      typeof member === 'number' && /(?:^at|At)$/u.test(name)
        ? new Date(instant(member)).toISOString()
        : inReadableTimes(member),
    ]),
  );
}
