import { changeClientDetails } from '../../portal/change-client-details.ts';
import { changeLogo, removeLogo } from '../../portal/change-logo.ts';
import { changeRedirectUris } from '../../portal/change-redirect-uris.ts';
import { deleteClient } from '../../portal/delete-client.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { notFound, seeOther } from '../page-response.tsx';
import { dashboardPath, showDashboard, teamAction } from './portal-dashboard-view.tsx';

/** GET /developer/:number */
export async function showOwnApp(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  return action === undefined ? notFound(c) : showDashboard(c, action);
}

/** POST /developer/:number/details */
export async function changeDetails(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const values = {
    name: form.text('name'),
    description: form.text('description'),
    clientType: form.text('client_type'),
  };
  const outcome = await changeClientDetails(action, values, deps);
  switch (outcome.type) {
    case 'changed':
      return seeOther(c, dashboardPath(action.number), 'details-changed');
    case 'not-found':
      return notFound(c);
    case 'invalid':
      return showDashboard(c, action, {
        rejected: { details: { values, problems: outcome.problems } },
      });
  }
}

/** POST /developer/:number/redirect-uris */
export async function changeUris(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const dossier = await deps.storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return notFound(c);
  const value = form.text('redirect_uris');
  const typed = { redirectUris: value, appName: dossier.client.name };
  const outcome = await changeRedirectUris(action, typed, deps);
  switch (outcome.type) {
    case 'changed':
      return seeOther(c, dashboardPath(action.number), 'redirect-uris-changed');
    case 'not-found':
      return notFound(c);
    case 'invalid':
      return showDashboard(c, action, {
        rejected: { redirectUris: { value, problem: outcome.problem } },
      });
  }
}

/** POST /developer/:number/logo */
export async function changeAppLogo(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const file = form.file('logo');
  const upload = file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  const outcome = await changeLogo(action, upload, deps);
  switch (outcome.type) {
    case 'changed':
      return seeOther(c, dashboardPath(action.number), 'logo-changed');
    case 'not-found':
      return notFound(c);
    case 'invalid':
      return showDashboard(c, action, { rejected: { logo: { problem: outcome.problem } } });
  }
}

/** POST /developer/:number/logo/remove */
export async function removeAppLogo(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const outcome = await removeLogo(action, c.var.deps);
  return outcome === 'not-found'
    ? notFound(c)
    : seeOther(c, dashboardPath(action.number), 'logo-removed');
}

/** POST /developer/:number/delete */
export async function deleteApp(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const outcome = await deleteClient(action, form.text('confirm_name'), deps);
  switch (outcome.type) {
    case 'deleted':
      return seeOther(c, localPath`/developer`, 'app-deleted');
    case 'not-found':
      return notFound(c);
    case 'name-differs':
      return showDashboard(c, action, { rejected: { deletion: { problem: 'name-differs' } } });
  }
}
