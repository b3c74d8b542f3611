import { signInIdentifiers } from '../../account/sign-in-identifier.ts';
import type { TeamChange } from '../../domain/client-team-store.ts';
import type { TeamAction } from '../../domain/client.ts';
import type { SendMail } from '../../domain/mailer.ts';
import type { Storage } from '../../domain/storage.ts';
import { NO_TEAM_FORMS, type TeamForms } from '../../pages/portal/team-forms.ts';
import { inviteMember, resendInvitation } from '../../portal/invite-member.ts';
import { takeOverOwnership } from '../../portal/succession.ts';
import { addTeamMember, changeMemberRole, removeTeamMember } from '../../portal/team.ts';
import type { AppContext } from '../environment.ts';
import { localPath } from '../local-path.ts';
import { notFound, seeOther } from '../page-response.tsx';
import {
  dashboardPath,
  positiveInteger,
  showDashboard,
  teamAction,
} from './portal-dashboard-view.tsx';
import { daysNow } from './team-view.ts';

/** POST /developer/:number/team: `person`, `role` */
export async function addMember(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const person = form.text('person');
  const role = form.text('role');
  const identifiers = signInIdentifiers(person, deps.institution);
  const outcome = await addTeamMember(action, { typed: person, identifiers, role }, mailing(c));
  switch (outcome.type) {
    case 'added':
      return seeOther(c, dashboardPath(action.number), 'member-added');
    case 'not-found':
      return notFound(c);
    case 'already-member':
    case 'no-such-person':
    case 'is-address':
    case 'no-such-role': {
      const problem = { code: outcome.type };
      return showTeam(c, action, { addition: { person, role, problem } });
    }
  }
}

/** POST /developer/:number/team/:account/role: `role` */
export async function changeRole(c: AppContext): Promise<Response> {
  const action = teamChange(c);
  const memberId = positiveInteger(c.req.param('account'));
  if (action === undefined || memberId === undefined) return notFound(c);
  const role = c.var.form.text('role');
  const outcome = await changeMemberRole(action, { memberId, role }, mailing(c));
  switch (outcome.type) {
    case 'changed':
      return seeOther(c, dashboardPath(action.number), 'team-role-changed');
    case 'unchanged':
      return seeOther(c, dashboardPath(action.number));
    case 'not-found':
      return notFound(c);
    case 'last-owner':
    case 'not-a-member':
    case 'no-such-role':
      return showTeam(c, action, { list: { problem: { code: outcome.type } } });
  }
}

/** POST /developer/:number/team/:account/remove; by an owner, or by the member. */
export async function removeMember(c: AppContext): Promise<Response> {
  const action = teamChange(c);
  const member = positiveInteger(c.req.param('account'));
  if (action === undefined || member === undefined) return notFound(c);
  const outcome = await removeTeamMember(action, member, c.var.deps);
  switch (outcome.type) {
    case 'removed':
      // Whoever left no longer sees the app.
      return member === action.actor
        ? seeOther(c, localPath`/developer`, 'member-left')
        : seeOther(c, dashboardPath(action.number), 'member-removed');
    case 'not-found':
      return notFound(c);
    case 'last-owner':
    case 'not-a-member':
      return showTeam(c, action, { list: { problem: { code: outcome.type } } });
  }
}

/** POST /developer/:number/team/invitations: `address`, `role` */
export async function invite(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const address = form.text('address');
  const role = form.text('role');
  const identifiers = signInIdentifiers(address, deps.institution);
  const outcome = await inviteMember(
    action,
    { address, identifiers, role },
    { ...deps, ...mailing(c) },
  );
  switch (outcome.type) {
    case 'invited':
      return seeOther(c, dashboardPath(action.number), 'invitation-sent');
    case 'not-found':
      return notFound(c);
    case 'throttled': {
      const problem = { code: outcome.type, retryAt: outcome.retryAt };
      return showTeam(c, action, { invitation: { address, role, problem } });
    }
    case 'no-address':
    case 'no-such-role':
    case 'too-many': {
      const problem = { code: outcome.type };
      return showTeam(c, action, { invitation: { address, role, problem } });
    }
  }
}

/** POST /developer/:number/team/invitations/:invitation/resend */
export async function resend(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  const id = positiveInteger(c.req.param('invitation'));
  if (action === undefined || id === undefined) return notFound(c);
  const outcome = await resendInvitation(action, id, { ...c.var.deps, ...mailing(c) });
  switch (outcome.type) {
    case 'invited':
      return seeOther(c, dashboardPath(action.number), 'invitation-sent');
    case 'not-found':
      // It was answered meanwhile; the dashboard shows what is left.
      return seeOther(c, dashboardPath(action.number));
    case 'throttled':
      return showTeam(c, action, {
        list: { problem: { code: 'throttled', retryAt: outcome.retryAt } },
      });
  }
}

/** POST /developer/:number/team/invitations/:invitation/revoke */
export async function revokeInvitation(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  const id = positiveInteger(c.req.param('invitation'));
  if (action === undefined || id === undefined) return notFound(c);
  const outcome = await c.var.deps.storage.revokeInvitation(action, id);
  const path = dashboardPath(action.number);
  return outcome === 'revoked' ? seeOther(c, path, 'invitation-revoked') : seeOther(c, path);
}

/** POST /developer/:number/team/successor: `successor`, an account's id or nothing */
export async function chooseSuccessor(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const successor = positiveInteger(c.var.form.text('successor')) ?? null;
  const outcome = await c.var.deps.storage.nameSuccessor(action, successor);
  switch (outcome) {
    case 'named':
    case 'unchanged':
      return seeOther(c, dashboardPath(action.number), 'successor-saved');
    case 'not-found':
      return notFound(c);
    case 'not-a-member':
      return showTeam(c, action, { successor: { problem: { code: outcome } } });
  }
}

/** POST /developer/:number/team/take-over; when no owner is here any more. */
export async function takeOver(c: AppContext): Promise<Response> {
  const action = teamChange(c);
  if (action === undefined) return notFound(c);
  const outcome = await takeOverOwnership(action, { ...c.var.deps, ...mailing(c) });
  switch (outcome) {
    case 'taken-over':
      return seeOther(c, dashboardPath(action.number), 'ownership-taken-over');
    case 'not-in-line':
      // Somebody was faster; the dashboard shows who owns it.
      return seeOther(c, dashboardPath(action.number));
    case 'not-found':
      return notFound(c);
  }
}

/** A `teamAction` on the day that decides who is here. */
export function teamChange(c: AppContext): TeamChange | undefined {
  const action = teamAction(c);
  return action && { ...action, today: daysNow(c).today };
}

/** The dashboard with the form about the team that was sent. */
export async function showTeam(
  c: AppContext,
  action: TeamAction,
  sent: Partial<TeamForms>,
): Promise<Response> {
  return showDashboard(c, action, { rejected: { team: { ...NO_TEAM_FORMS, ...sent } } });
}

/** What it takes to tell the team by mail. */
export function mailing(c: AppContext): {
  readonly storage: Storage;
  readonly sendMail: SendMail;
  readonly issuer: string;
} {
  const { storage, sendMail, institution } = c.var.deps;
  return { storage, sendMail, issuer: institution.issuer };
}
