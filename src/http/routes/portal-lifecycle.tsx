import { changeRequestedClaims } from '../../portal/change-requested-claims.ts';
import { moveRevision, type RevisionMove } from '../../portal/move-revision.ts';
import { retireClient } from '../../portal/retire-client.ts';
import { writeToReviewers } from '../../portal/write-to-reviewers.ts';
import type { AppContext } from '../environment.ts';
import type { NoticeCode } from '../notice.ts';
import { notFound, seeOther } from '../page-response.tsx';
import { chosenClaims, isDraft } from './portal-claims-form.ts';
import { dashboardPath, showDashboard, teamAction } from './portal-dashboard-view.tsx';

/** POST /developer/:number/data-points */
export async function changeDataPoints(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { deps, form } = c.var;
  const { storage, catalogue } = deps;
  const { autoApprovedClaims } = deps.settings().review;
  const chosen = chosenClaims(form);
  const outcome = await changeRequestedClaims(
    action,
    { chosen, seenRevision: Number(form.text('revision')), asDraft: isDraft(form) },
    { storage, catalogue, autoApprovedClaims },
  );
  switch (outcome.type) {
    case 'changed':
      return seeOther(c, dashboardPath(action.number), CLAIMS_NOTICES[outcome.begins]);
    case 'unchanged':
      return seeOther(c, dashboardPath(action.number));
    case 'not-found':
      return notFound(c);
    case 'changed-meanwhile':
    case 'not-possible':
      return showDashboard(c, action, {
        rejected: { claims: { chosen, problem: { code: outcome.type } } },
      });
    case 'invalid':
      return showDashboard(c, action, {
        rejected: { claims: { chosen, problem: outcome.problem } },
      });
  }
}

/** By how the revision begins that a change of data points made. */
const CLAIMS_NOTICES = {
  draft: 'claims-drafted',
  'in-review': 'claims-in-review',
  approved: 'claims-changed',
} as const satisfies Record<string, NoticeCode>;

/** POST /developer/:number/submit */
export async function submitRevision(c: AppContext): Promise<Response> {
  return move(c, 'submit');
}

/** POST /developer/:number/take-back */
export async function takeRevisionBack(c: AppContext): Promise<Response> {
  return move(c, 'take-back');
}

/** POST /developer/:number/withdraw */
export async function withdrawRevision(c: AppContext): Promise<Response> {
  return move(c, 'withdraw');
}

async function move(c: AppContext, kind: RevisionMove): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { storage, settings } = c.var.deps;
  const { autoApprovedClaims } = settings().review;
  const outcome = await moveRevision(action, kind, { storage, autoApprovedClaims });
  switch (outcome.type) {
    case 'moved':
      return seeOther(c, dashboardPath(action.number), MOVE_NOTICES[outcome.event]);
    case 'not-found':
      return notFound(c);
    case 'not-possible':
    case 'changed-meanwhile':
      // Somebody was faster; the dashboard shows how the app stands now.
      return seeOther(c, dashboardPath(action.number));
  }
}

const MOVE_NOTICES = {
  submitted: 'app-resubmitted',
  'taken-back': 'revision-taken-back',
  withdrawn: 'revision-withdrawn',
  'approved-by-itself': 'approved-by-itself',
} as const satisfies Record<string, NoticeCode>;

/** POST /developer/:number/attest */
export async function attest(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined || !(await c.var.deps.storage.attestClient(action))) return notFound(c);
  return seeOther(c, dashboardPath(action.number), 'attested');
}

/** POST /developer/:number/messages */
export async function writeMessage(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const { form, deps } = c.var;
  const value = form.text('conversation_message');
  const { storage, sendMail, institution } = deps;
  const { issuer } = institution;
  const outcome = await writeToReviewers(action, value, { storage, sendMail, issuer });
  switch (outcome.type) {
    case 'sent':
      return seeOther(c, dashboardPath(action.number), 'message-sent');
    case 'not-found':
      return notFound(c);
    case 'invalid':
      return showDashboard(c, action, {
        rejected: { message: { value, problem: outcome.problem } },
      });
  }
}

/** POST /developer/:number/retire */
export async function retireApp(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  if (action === undefined) return notFound(c);
  const outcome = await retireClient(action, c.var.form.text('retire_name'), c.var.deps);
  switch (outcome.type) {
    case 'retired':
      return seeOther(c, dashboardPath(action.number), 'app-retired');
    case 'not-possible':
      return seeOther(c, dashboardPath(action.number));
    case 'not-found':
      return notFound(c);
    case 'name-differs':
      return showDashboard(c, action, { rejected: { retirement: { problem: 'name-differs' } } });
  }
}
