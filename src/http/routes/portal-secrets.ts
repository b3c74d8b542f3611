import { confirmOwnPassword, type PasswordConfirmation } from '../../account/own-password.ts';
import type { TeamAction } from '../../domain/client.ts';
import type { AddingSecret, RevokingSecret } from '../../pages/portal/secret-forms.ts';
import { addClientSecret } from '../../portal/add-client-secret.ts';
import { parseSecretChoice } from '../../portal/client-secret-form.ts';
import type { AppContext } from '../environment.ts';
import { notFound, seeOther } from '../page-response.tsx';
import { clientAddress } from '../request-context.ts';
import {
  dashboardPath,
  positiveInteger,
  showDashboard,
  teamAction,
} from './portal-dashboard-view.tsx';

/**
 * POST /developer/:number/secrets/:environment. Answers with the dashboard itself: the new secret is shown this once,
 * and must neither be stored nor stand in an address.
 */
export async function addSecret(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  const { deps, form } = c.var;
  const typed = {
    environment: c.req.param('environment') ?? '',
    name: form.text('secret_name'),
    lifetime: form.text('lifetime'),
  };
  const parsed = parseSecretChoice(typed);
  if (action === undefined || parsed === undefined || !(await isOwnApp(c, action))) {
    return notFound(c);
  }
  // With a typo in the name, the password is not asked of the throttle in vain.
  if (parsed.type === 'invalid') {
    const { name: nameProblem, lifetime: lifetimeProblem } = parsed.problem;
    return showAdding(c, action, { nameProblem, lifetimeProblem });
  }
  const confirmation = await confirmPassword(c, action);
  if (confirmation.type !== 'confirmed') {
    return showAdding(c, action, { password: passwordProblem(confirmation) });
  }
  const outcome = await addClientSecret(action, parsed.value, deps);
  switch (outcome.type) {
    case 'added': {
      const { environment } = parsed.value;
      const { clientSecret } = outcome;
      return showDashboard(c, action, { newSecrets: [{ environment, clientSecret }] });
    }
    case 'too-many':
      return showAdding(c, action, { isFull: true });
    case 'not-found':
      return notFound(c);
  }
}

/** POST /developer/:number/secrets/:secret/revoke */
export async function revokeSecret(c: AppContext): Promise<Response> {
  const action = teamAction(c);
  const secretId = positiveInteger(c.req.param('secret'));
  if (action === undefined || secretId === undefined || !(await isOwnApp(c, action))) {
    return notFound(c);
  }
  const { deps, form } = c.var;
  const sent: RevokingSecret = { secretId, password: undefined, isUnconfirmed: false };
  const confirmation = await confirmPassword(c, action);
  if (confirmation.type !== 'confirmed') {
    const password = passwordProblem(confirmation);
    return showRevoking(c, action, { ...sent, password });
  }
  const evenIfLast = form.text('even_if_last') === 'yes';
  const outcome = await deps.storage.revokeClientSecret(action, { secretId, evenIfLast });
  switch (outcome) {
    case 'revoked':
      return seeOther(c, dashboardPath(action.number), 'secret-revoked');
    case 'is-last':
      return showRevoking(c, action, { ...sent, isUnconfirmed: true });
    case 'not-found':
      // Somebody was faster; the dashboard shows what is left.
      return seeOther(c, dashboardPath(action.number));
  }
}

/** Asked before a password is looked at: outside the team there is nothing to guess at. */
async function isOwnApp(c: AppContext, { number, actor }: TeamAction): Promise<boolean> {
  return (await c.var.deps.storage.findClientOfTeamMember(number, actor)) !== undefined;
}

async function confirmPassword(
  c: AppContext,
  { actor }: TeamAction,
): Promise<PasswordConfirmation> {
  const { deps, form, now } = c.var;
  return confirmOwnPassword(
    { accountId: actor, password: form.text('password'), address: clientAddress(c) },
    { ...deps, now },
  );
}

function passwordProblem(
  confirmation: Exclude<PasswordConfirmation, { readonly type: 'confirmed' }>,
): NonNullable<AddingSecret['password']> {
  return confirmation.type === 'throttled'
    ? { code: 'throttled', retryAt: confirmation.retryAt }
    : { code: 'wrong-password' };
}

async function showAdding(
  c: AppContext,
  action: TeamAction,
  problems: Partial<AddingSecret>,
): Promise<Response> {
  const { form } = c.var;
  const adding: AddingSecret = {
    environment: c.req.param('environment') === 'sandbox' ? 'sandbox' : 'live',
    name: form.text('secret_name'),
    lifetime: form.text('lifetime'),
    nameProblem: undefined,
    lifetimeProblem: undefined,
    password: undefined,
    isFull: false,
    ...problems,
  };
  return showDashboard(c, action, { rejected: { secrets: { adding, revoking: null } } });
}

async function showRevoking(
  c: AppContext,
  action: TeamAction,
  revoking: RevokingSecret,
): Promise<Response> {
  return showDashboard(c, action, { rejected: { secrets: { adding: null, revoking } } });
}
