import { readAppActivity } from '../../insight/app-activity.ts';
import { ActivityPage } from '../../pages/insight/activity-page.tsx';
import type { AppContext } from '../environment.ts';
import { notFound, pageFrame, showPage } from '../page-response.tsx';
import { teamAction } from './portal-dashboard-view.tsx';

/** GET /developer/:number/activity; to everybody but the team it does not exist. */
export async function showActivity(c: AppContext): Promise<Response> {
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
  const page = (
    <ActivityPage
      frame={pageFrame(c)}
      app={{ number, name: activity.client.name }}
      environment={environment}
      failuresOnly={failuresOnly}
      attempts={activity.attempts}
      days={activity.days}
      peopleWithAccess={environment === 'live' ? activity.peopleWithAccess : null}
    />
  );
  return showPage(c, page);
}
