import type { AccountId } from '../domain/account.ts';
import { hasActiveRole } from '../domain/account.ts';
import { type Days, ownershipOf } from '../domain/client-ownership.ts';
import type { ClientTeam, OwnershipStep, TeamChange } from '../domain/client-team-store.ts';
import type { ClientNumber } from '../domain/client.ts';
import { addSeconds, calendarDate, type Instant } from '../domain/clock.ts';
import type { MailTemplate } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { mailMembers, type MailMembersDependencies } from '../domain/mail-members.ts';

/** How long before the last owner leaves a team is warned. */
const WARNING_DAYS = 30;
const DAY_IN_SECONDS = 24 * 60 * 60;
/** Teams read at once. */
const PAGE = 200;
/** Maintainers who are told; there are few. */
const MOST_MAINTAINERS = 200;

interface OwnMailDependencies extends MailMembersDependencies {
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export interface SuccessionDependencies extends OwnMailDependencies {
  readonly storage: MailMembersDependencies['storage'] &
    Pick<Storage, 'listClientTeams' | 'settleOwnership' | 'searchPeople'>;
  readonly now: Instant;
  /** IANA name; decides who is here today. */
  readonly timeZone: string;
}

/**
 * Looks after clients whose owners leave or left: the successor they named becomes owner, or the team and the
 * maintainers are told. Each is told once, whichever process looks.
 * @param ownedBy only clients that this account owns; null: all
 * @returns for how many clients something was done
 */
export async function settleOwnerships(
  ownedBy: AccountId | null,
  deps: SuccessionDependencies,
): Promise<number> {
  const { storage, now } = deps;
  const days = daysOf(deps);
  let settled = 0;
  for (let after: ClientNumber | undefined = 0; after !== undefined;) {
    const page = await storage.listClientTeams({ after, limit: PAGE, of: ownedBy });
    for (const { number, team, hasNotice } of page) {
      // Nearly always there is nothing to do; then nothing is written.
      if (!hasNotice && ownershipOf(team, days).type === 'owned') continue;
      const step = await storage.settleOwnership(number, { at: now, ...days });
      await tell(step, deps);
      if (step.type !== 'nothing') settled += 1;
    }
    after = page.length < PAGE ? undefined : page.at(-1)?.number;
  }
  return settled;
}

/** Today, and until when somebody leaves soon. */
export function daysOf({ now, timeZone }: Pick<SuccessionDependencies, 'now' | 'timeZone'>): Days {
  return {
    today: calendarDate(now, timeZone),
    soon: calendarDate(addSeconds(now, WARNING_DAYS * DAY_IN_SECONDS), timeZone),
  };
}

async function tell(step: OwnershipStep, deps: SuccessionDependencies): Promise<void> {
  switch (step.type) {
    case 'nothing':
      return;
    case 'ends-soon': {
      const { lastDay: date, successor } = step;
      const about = { ...aboutTeam(step, deps), date, successor: successor?.name ?? '' };
      await mailMembers(step.team, { type: 'team-owners-leave', ...about }, deps);
      return;
    }
    case 'succeeded':
      await tellOfOwner(step, step.owner.name, deps);
      return;
    case 'became-ownerless': {
      const template: MailTemplate = {
        type: 'team-ownerless',
        ...aboutTeam(step, deps),
        nextInLine: step.nextInLine?.name ?? '',
      };
      await mailMembers(step.team, template, deps);
      const appPage = `${deps.issuer}/review/${step.number}#team`;
      const maintainers = await currentMaintainers(deps);
      const others = maintainers.filter(
        (id) => !step.team.some(({ accountId }) => accountId === id),
      );
      const toMaintainers = { ...template, appPage };
      await mailMembers(
        others.map((accountId) => ({ accountId })),
        toMaintainers,
        deps,
      );
    }
  }
}

async function currentMaintainers(deps: SuccessionDependencies): Promise<readonly AccountId[]> {
  const { storage, now, timeZone } = deps;
  const search = { identifiers: [], words: [], role: 'Maintainer', isActive: true } as const;
  const found = await storage.searchPeople(search, { after: null, limit: MOST_MAINTAINERS });
  const today = calendarDate(now, timeZone);
  return found
    .filter(({ profile }) => hasActiveRole(profile, 'Maintainer', today))
    .map(({ id }) => id);
}

/** Mails the team that somebody owns its app again. */
async function tellOfOwner(
  team: ClientTeam,
  owner: string,
  deps: OwnMailDependencies,
): Promise<void> {
  const template = { type: 'team-owner-succeeded', ...aboutTeam(team, deps), owner } as const;
  await mailMembers(team.team, template, deps);
}

function aboutTeam(
  { number, name }: Pick<ClientTeam, 'number' | 'name'>,
  { issuer }: OwnMailDependencies,
): { readonly app: string; readonly appPage: string } {
  return { app: name, appPage: `${issuer}/developer/${number}#team` };
}

export interface TakeOverDependencies extends OwnMailDependencies {
  readonly storage: MailMembersDependencies['storage'] &
    Pick<Storage, 'takeOverOwnership' | 'findClientOfTeamMember'>;
}

/** Makes the actor owner, if no owner is here any more and the actor is next in line; the team is told by mail. */
export async function takeOverOwnership(
  action: TeamChange,
  deps: TakeOverDependencies,
): Promise<'taken-over' | 'not-in-line' | 'not-found'> {
  const outcome = await deps.storage.takeOverOwnership(action);
  if (outcome !== 'taken-over') return outcome;
  const dossier = await deps.storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return 'not-found';
  const { client, team } = dossier;
  const name = team.find(({ accountId }) => accountId === action.actor)?.name ?? '';
  await tellOfOwner({ number: client.number, name: client.name, team }, name, deps);
  return outcome;
}
