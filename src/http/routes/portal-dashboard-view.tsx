import type { Client, ClientDossier, TeamAction } from '../../domain/client.ts';
import { DashboardPage } from '../../pages/portal/dashboard-page.tsx';
import type { AppSummary, AppView } from '../../pages/portal/app-view.ts';
import type { NewSecretView } from '../../pages/portal/credentials-view.ts';
import type { DashboardForms } from '../../pages/portal/dashboard-forms.ts';
import { signedInPerson } from '../access.ts';
import type { AppContext } from '../environment.ts';
import { localPath, type LocalPath } from '../local-path.ts';
import { notFound, pageFrame, showPage } from '../page-response.tsx';
import { credentialsView } from './portal-credentials-view.ts';

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
  const { storage, catalogue, institution, sandboxIsOn } = c.var.deps;
  const dossier = await storage.findClientOfTeamMember(number, actor);
  if (dossier === undefined) return notFound(c);
  const secrets = await storage.listClientSecrets(number, actor);
  const { rejected, newSecrets = [], justRegistered = false } = answer;
  const page = (
    <DashboardPage
      frame={pageFrame(c)}
      app={appView(dossier)}
      categories={catalogue.categories}
      issuer={institution.issuer}
      viewer={actor}
      forms={{ ...storedForms(dossier.client), ...rejected }}
      credentials={credentialsView(dossier.client, secrets, { now: c.var.now, sandboxIsOn })}
      newSecrets={newSecrets}
      justRegistered={justRegistered}
    />
  );
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

export function appSummary({ number, name, logoPath, status }: Client): AppSummary {
  return { number, name, logo: logoPath === null ? null : `/media/${logoPath}`, status };
}

/** What pages show of an app; nothing secret, not even hashed. */
export function appView({ client, team, history }: ClientDossier): AppView {
  return {
    ...appSummary(client),
    clientId: client.clientId,
    clientType: client.clientType,
    description: client.description,
    redirectUris: client.redirectUris,
    requestedClaims: client.requestedClaims,
    approvedClaims: client.approvedClaims,
    revision: client.revision,
    createdBy: client.createdBy,
    createdAt: client.createdAt,
    team,
    history,
  };
}

/** The forms as they stand when nothing was sent. */
function storedForms(client: Client): DashboardForms {
  const { name, description, clientType } = client;
  return {
    details: { values: { name, description, clientType }, problems: null },
    redirectUris: { value: client.redirectUris.join('\n'), problem: null },
    claims: { chosen: client.requestedClaims, problem: null },
    secrets: { adding: null, revoking: null },
    logo: { problem: null },
    team: { person: '', problem: null },
    deletion: { problem: null },
  };
}
