import { pendingState } from '../../domain/client-lifecycle.ts';
import type { Client, ClientDossier, TeamAction } from '../../domain/client.ts';
import { DashboardPage } from '../../pages/portal/dashboard-page.tsx';
import type { AppSummary, AppView } from '../../pages/portal/app-view.ts';
import type { NewSecretView } from '../../pages/portal/credentials-view.ts';
import type { DashboardForms } from '../../pages/portal/dashboard-forms.ts';
import { NO_TEAM_FORMS } from '../../pages/portal/team-forms.ts';
import { approvedTerms, presentClaims } from '../../portal/change-requested-claims.ts';
import { redirectUriAdvice } from '../../portal/redirect-uri-advice.ts';
import type { UriAdvice } from '../../pages/portal/redirect-uris-field.tsx';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { catalogueOf } from '../language.ts';
import { localPath, type LocalPath } from '../local-path.ts';
import { notFound, pageFrame, showPage, showPageWithSecret } from '../page-response.tsx';
import { credentialsView } from './portal-credentials-view.ts';
import { daysNow, teamView } from './team-view.ts';

/** What a dashboard shows beside the app as it is stored. */
export interface DashboardAnswer {
  /** The form that was sent and what was wrong with it; the page answers 422 then. */
  readonly rejected?: Partial<DashboardForms>;
  readonly newSecrets?: readonly NewSecretView[];
  readonly justRegistered?: boolean;
}

/** The dashboard of an app of the signed-in person's; to everybody else it does not exist. */
export async function showDashboard(
  c: AppContext,
  { number, actor }: Pick<TeamAction, 'number' | 'actor'>,
  answer: DashboardAnswer = {},
): Promise<Response> {
  const { storage, institution, sandboxIsOn } = c.var.deps;
  const dossier = await storage.findClientOfTeamMember(number, actor);
  if (dossier === undefined) return notFound(c);
  const [secrets, invitations] = await Promise.all([
    storage.listClientSecrets(number, actor),
    storage.listInvitations(number, actor),
  ]);
  const team = teamView(dossier, { viewer: actor, invitations, days: daysNow(c) });
  if (team === undefined) return notFound(c);
  const { rejected, newSecrets = [], justRegistered = false } = answer;
  const page = (
    <DashboardPage
      frame={pageFrame(c)}
      app={appView(dossier)}
      uriAdvice={uriAdvice(dossier.client)}
      categories={catalogueOf(c).categories}
      issuer={institution.issuer}
      team={team}
      forms={{ ...storedForms(dossier), ...rejected }}
      credentials={credentialsView(dossier.client, secrets, { now: c.var.now, sandboxIsOn })}
      newSecrets={newSecrets}
      justRegistered={justRegistered}
    />
  );
  if (newSecrets.length > 0) return showPageWithSecret(c, page);
  return showPage(c, page, rejected === undefined ? 200 : 422);
}

/** Who acts on which app, as the path says; undefined when no app can have that number. */
export function teamAction(c: AppContext): TeamAction | undefined {
  const number = positiveInteger(c.req.param('number'));
  if (number === undefined) return undefined;
  return { number, actor: signedInPerson(c).account.id, at: c.var.now };
}

/** A number of a path as we write it: `17`, not `017`, `1e3` or `+17`. */
export function positiveInteger(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,14}$/u.test(text) ? Number(text) : undefined;
}

export function dashboardPath(number: Client['number']): LocalPath {
  return localPath`/developer/${number}`;
}

export function appSummary(client: Client): AppSummary {
  const { number, name, logoPath, status } = client;
  return {
    number,
    name,
    logo: logoPath === null ? null : `/media/${logoPath}`,
    status,
    pending: pendingState(client),
  };
}

/** What pages show of an app; nothing secret, not even hashed. */
export function appView(dossier: ClientDossier): AppView {
  const { client, team, history, revisions, conversation } = dossier;
  const inForce = revisions.find(({ number }) => number === client.approvedRevision);
  return {
    ...appSummary(client),
    clientId: client.clientId,
    clientType: client.clientType,
    description: client.description,
    redirectUris: client.redirectUris,
    requested: presentClaims(dossier),
    approved: approvedTerms(dossier),
    declined: inForce?.decisions.filter(({ approved }) => !approved) ?? [],
    revision: client.revision,
    revisionState: client.revisionState,
    revisions,
    conversation,
    attestationAsked: client.attestation.reminders > 0 ? client.attestation.lastAt : null,
    createdBy: client.createdBy,
    createdAt: client.createdAt,
    team,
    history,
  };
}

/** The forms as they stand when nothing was sent. */
function storedForms(dossier: ClientDossier): DashboardForms {
  const { client } = dossier;
  const { name, description, clientType } = client;
  return {
    details: { values: { name, description, clientType }, problems: null },
    redirectUris: { value: client.redirectUris.join('\n'), problem: null },
    claims: {
      chosen: presentClaims(dossier).map(({ required, ...claim }) => ({
        ...claim,
        optional: !required,
      })),
      problem: null,
    },
    secrets: { adding: null, revoking: null },
    logo: { problem: null },
    team: NO_TEAM_FORMS,
    message: { value: '', problem: null },
    retirement: { problem: null },
    deletion: { problem: null },
  };
}

function uriAdvice({ redirectUris }: Client): readonly UriAdvice[] {
  return redirectUris.flatMap((uri) => {
    const advice = redirectUriAdvice(uri);
    return advice === undefined ? [] : [{ uri, advice }];
  });
}
