import type { Environment } from '../../domain/environment.ts';
import { readAppActivity } from '../../insight/app-activity.ts';
import { integrationSnippets } from '../../insight/integration.ts';
import { ActivityPage } from '../../pages/insight/activity-page.tsx';
import { IntegrationPage } from '../../pages/insight/integration-page.tsx';
import type { AppContext } from '../environment.ts';
import { notFound, pageFrame, showPage } from '../page-response.tsx';
import { positiveInteger, teamAction } from './portal-dashboard-view.tsx';

/** So that the page stays small on a phone. */
const ATTEMPTS_ON_A_PAGE = 20;

/** GET /developer/:number/activity; to everybody but the team it does not exist. */
export async function showAppActivity(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, now } = c.var;
  const environment = c.req.query('environment') === 'sandbox' ? 'sandbox' : 'live';
  const failuresOnly = c.req.query('show') === 'failures';
  const { number, actor } = action;
  const activity = await readAppActivity(
    { number, actor, environment, failuresOnly },
    { storage: deps.storage, now, timeZone: deps.institution.timeZone },
  );
  if (activity === undefined) return notFound(c);
  const newer = positiveInteger(c.req.query('skip')) ?? 0;
  const next = newer + ATTEMPTS_ON_A_PAGE;
  const page = (
    <ActivityPage
      frame={pageFrame(c)}
      app={{ number, name: activity.client.name }}
      environment={environment}
      failuresOnly={failuresOnly}
      attempts={activity.attempts.slice(newer, newer + ATTEMPTS_ON_A_PAGE)}
      newer={newer}
      next={next < activity.attempts.length ? next : null}
      days={activity.days}
      peopleWithAccess={environment === 'live' ? activity.peopleWithAccess : null}
    />
  );
  return showPage(c, page);
}

/** GET /developer/:number/integrate; to everybody but the team it does not exist. */
export async function showIntegration(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { storage, institution } = c.var.deps;
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return notFound(c);
  const { client } = dossier;
  const isApproved = client.status === 'approved';
  const asked = c.req.query('environment');
  const environment =
    asked === 'live' || asked === 'sandbox' ? asked : standardEnvironment(isApproved);
  const page = (
    <IntegrationPage
      frame={pageFrame(c)}
      app={client}
      environment={environment}
      isApproved={isApproved}
      redirectUri={client.redirectUris[0]}
      snippets={integrationSnippets(client, { environment, issuer: institution.issuer })}
    />
  );
  return showPage(c, page);
}

/** Where the app works now. */
function standardEnvironment(isApproved: boolean): Environment {
  return isApproved ? 'live' : 'sandbox';
}
