import { activeStatus, displayName, ROLE_NAMES } from '../../domain/account.ts';
import { addSeconds, calendarDate } from '../../domain/clock.ts';
import { mailAddress } from '../../domain/mail-address.ts';
import { mediaUrl } from '../../domain/media.ts';
import { waitingTime } from '../../pages/components/moment.tsx';
import { PersonPage, type PersonView } from '../../pages/people/person-page.tsx';
import type { RoleFormState } from '../../pages/people/person-roles.tsx';
import { releasedClaims } from '../../protocol/released-claims.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf, languageOf, pageTexts } from '../language.ts';
import { localPath, type LocalPath } from '../local-path.ts';
import { notFound, pageFrame, showPage } from '../page-response.tsx';
import { sharedValues } from '../shared-values.ts';
import { positiveInteger } from './portal-dashboard-view.tsx';

/** What a person's page shows beside the person as stored. */
export interface PersonAnswer {
  /** Sent, and refused. */
  readonly roleForm?: Omit<RoleFormState, 'roles'>;
  /** A change was refused. */
  readonly isLastMaintainer?: boolean;
  /** A password link, shown this once. */
  readonly link?: string;
}

const EMPTY_ROLE_FORM = { role: ROLE_NAMES[0], startDate: '', endDate: '', problems: {} };

/** The page of the person the address names. */
export async function showPersonPage(c: AppContext, answer: PersonAnswer = {}): Promise<Response> {
  const { deps, now } = c.var;
  const person = await findPersonView(c);
  if (person === undefined) return notFound(c);
  const { roleForm, isLastMaintainer = false, link = null } = answer;
  const worksUntil = addSeconds(now, deps.lifetimes.passwordReset);
  const page = (
    <PersonPage
      frame={pageFrame(c)}
      person={person}
      roleForm={{ ...(roleForm ?? EMPTY_ROLE_FORM), roles: ROLE_NAMES }}
      isLastMaintainer={isLastMaintainer}
      link={link}
      linkWorksFor={waitingTime(worksUntil, { now, language: languageOf(c) })}
    />
  );
  return showPage(c, page, roleForm === undefined && !isLastMaintainer ? 200 : 422);
}

export function personPath(accountId: number): LocalPath {
  return localPath`/people/${accountId}`;
}

async function findPersonView(c: AppContext): Promise<PersonView | undefined> {
  const { deps, now } = c.var;
  const id = positiveInteger(c.req.param('account'));
  if (id === undefined) return undefined;
  const found = await deps.storage.findAccountWithPassword(id);
  if (found === undefined) return undefined;
  const [sessions, clients] = await Promise.all([
    deps.storage.listSessions(id, now),
    deps.storage.listConnectedClients(id, now),
  ]);
  const { account, passwordHash } = found;
  const { profile } = account;
  const today = calendarDate(now, deps.institution.timeZone);
  const catalogue = catalogueOf(c);
  const known = releasedClaims([...catalogue.byCode.keys()], profile, { catalogue, today });
  const picture = profile.records['person']?.['display_picture'];
  return {
    id,
    name: displayName(account),
    username: account.username,
    picture: typeof picture === 'string' ? mediaUrl(picture) : null,
    isActive: account.isActive,
    hasPassword: passwordHash !== null,
    sessionCount: sessions.length,
    appCount: clients.length,
    roles: profile.roles
      .map((held) => ({ ...held, state: activeStatus(held, today) }))
      .toSorted((one, other) => other.startDate.localeCompare(one.startDate)),
    profile: recorded(sharedValues(known, pageTexts(c))),
    mailAddress: mailAddress(profile) ?? null,
  };
}

/** Without what is not recorded. Roles stand on a card of their own, and the picture above. */
function recorded(categories: PersonView['profile']): PersonView['profile'] {
  return categories
    .map(({ label, claims }) => ({
      label,
      claims: claims.filter(
        ({ code, values }) =>
          values.length > 0 && code !== 'person.roles' && code !== 'person.display_picture',
      ),
    }))
    .filter(({ claims }) => claims.length > 0);
}
