import { type Account, displayName } from '../../domain/account.ts';
import type { RequestedClaim } from '../../domain/client-revision.ts';
import type { ClientInEnvironment } from '../../domain/client.ts';
import { calendarDate } from '../../domain/clock.ts';
import type { ConsentNow } from '../../domain/consent.ts';
import { mediaUrl } from '../../domain/media.ts';
import type { SyntheticPerson } from '../../domain/synthetic-person.ts';
import { ConsentPage, type ConsentPageProps } from '../../pages/consent-page.tsx';
import type { AuthorizationRequest } from '../../protocol/authorization-request.ts';
import { releasedClaims } from '../../protocol/released-claims.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf, pageTexts } from '../language.ts';
import { ownPath } from '../own-path.ts';
import { pageFrame, showPage } from '../page-response.tsx';
import { redirectHost } from '../redirect-host.ts';
import { allowFormsToLeadAnywhere } from '../security-headers.ts';
import { sharedValues } from '../shared-values.ts';
import { pathWithoutPerson } from './authorize-sandbox.tsx';

/** What the screen is about. */
interface Question {
  readonly account: Account | SyntheticPerson;
  readonly terms: readonly RequestedClaim[];
  /** The person's last answer to this app; undefined: there was none. */
  readonly consent: ConsentNow | undefined;
}

/** Shows the consent screen. */
export async function askConsent(
  c: AppContext,
  { client, redirectUri }: AuthorizationRequest,
  question: Question,
): Promise<Response> {
  const { storage } = c.var.deps;
  const { account, consent } = question;
  const [team, users] = await Promise.all([
    storage.listTeam(client.number),
    account.environment === 'live' ? usersBeside(c, account, client) : 0,
  ]);
  const picture = account.profile.records['person']?.['display_picture'];

  allowFormsToLeadAnywhere(c);
  return showPage(
    c,
    <ConsentPage
      frame={pageFrame(c)}
      client={{
        name: client.name,
        logo: client.logoPath === null ? null : mediaUrl(client.logoPath),
        team: team.map(({ name }) => name),
        users,
      }}
      redirectHost={redirectHost(redirectUri)}
      chooseAgainAt={account.environment === 'live' ? null : pathWithoutPerson(c)}
      person={{
        name: displayName(account),
        username: account.username,
        picture: typeof picture === 'string' ? mediaUrl(picture) : null,
      }}
      before={
        consent === undefined ? null : { allowedAt: consent.lastAt, endedAt: consent.endedAt }
      }
      categories={askedCategories(c, question)}
      action={ownPath(c)}
      accountId={account.id}
    />,
  );
}

function askedCategories(
  c: AppContext,
  { account, terms, consent }: Question,
): ConsentPageProps['categories'] {
  const today = calendarDate(c.var.now, c.var.deps.institution.timeZone);
  const codes = terms.map(({ code }) => code);
  const released = releasedClaims(codes, account.profile, { catalogue: catalogueOf(c), today });
  const termOf = new Map(terms.map((term) => [term.code, term]));
  return sharedValues(released, pageTexts(c)).map((category) => ({
    ...category,
    claims: category.claims.map((claim) => {
      const wasDeclined = consent?.declined.includes(claim.code) === true;
      const wasGranted = consent?.granted.includes(claim.code) === true;
      return {
        ...claim,
        required: termOf.get(claim.code)?.required ?? true,
        reason: termOf.get(claim.code)?.reason ?? '',
        isNew: consent !== undefined && !wasGranted && !wasDeclined,
        isTicked: !wasDeclined,
      };
    }),
  }));
}

/** More are not counted. */
const MOST_USERS = 10_000;

/** How many others use the app: rounded down, so that the number never says more than is so. */
async function usersBeside(
  c: AppContext,
  account: Account,
  client: ClientInEnvironment,
): Promise<number> {
  const counted = { than: account.id, most: MOST_USERS };
  return roundedDown(await c.var.deps.storage.countOthersWithConsent(client.number, counted));
}

/** 0 for fewer than 5, who could be guessed; then 5, 10, 20, … 90, 100, 200, … */
export function roundedDown(people: number): number {
  if (people < 5) return 0;
  if (people < 10) return 5;
  const step = 10 ** Math.floor(Math.log10(people));
  return Math.floor(people / step) * step;
}
