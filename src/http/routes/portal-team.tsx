import { signInIdentifiers } from '../../account/sign-in-identifier.ts';
import type { DashboardForms } from '../../pages/portal/dashboard-forms.ts';
import { addTeamMember, removeTeamMember } from '../../portal/team.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { notFound, seeOther } from '../page-response.tsx';
import {
  dashboardPath,
  positiveInteger,
  showDashboard,
  teamAction,
} from './portal-dashboard-view.tsx';

/** POST /developer/:number/team */
export async function addMember(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const { storage, sendMail, institution } = deps;
  const typed = form.text('person');
  const identifiers = signInIdentifiers(typed, institution);
  const outcome = await addTeamMember(
    action,
    { typed, identifiers },
    { storage, sendMail, issuer: institution.issuer },
  );
  switch (outcome.type) {
    case 'added':
      return seeOther(c, dashboardPath(action.number), 'member-added');
    case 'not-found':
      return notFound(c);
    case 'already-member':
    case 'no-such-person':
      return showDashboard(c, action, rejectedTeam({ person: typed, problem: outcome.type }));
  }
}

/** POST /developer/:number/team/:account/remove */
export async function removeMember(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  const member = positiveInteger(c.req.param('account'));
  if (action === undefined || member === undefined) return notFound(c);
  const outcome = await removeTeamMember(action, member, c.var.deps);
  switch (outcome.type) {
    case 'removed':
      // Whoever left no longer sees the app.
      return member === action.actor
        ? seeOther(c, localPath`/developer`, 'member-removed')
        : seeOther(c, dashboardPath(action.number), 'member-removed');
    case 'not-found':
      return notFound(c);
    case 'is-creator':
    case 'not-a-member':
      return showDashboard(c, action, rejectedTeam({ person: '', problem: outcome.type }));
  }
}

function rejectedTeam(team: DashboardForms['team']): {
  readonly rejected: Partial<DashboardForms>;
} {
  return { rejected: { team } };
}
