import {
  findPasswordReset,
  requestPasswordReset,
  resetPassword,
} from '../../account/password-reset.ts';
import {
  ForgotPasswordPage,
  type ForgotPasswordPageProps,
} from '../../pages/forgot-password-page.tsx';
import {
  ResetPasswordPage,
  type ResetPasswordPageProps,
} from '../../pages/reset-password-page.tsx';
import type { AppContext } from '../environment.ts';
import { languageOf, pageTexts } from '../language.ts';
import { localPath, withQuery } from '../local-path.ts';
import { pageFrame, seeOther, showPage, showPageWithSecret } from '../page-response.tsx';
import { passwordAdvice } from '../password-advice.ts';
import { clientAddress } from '../request-context.ts';
import { noteThrottled, TOO_MANY_ATTEMPTS } from '../too-many-attempts.ts';

/** RFC 9110 §15.5.11: it was here, and is gone for good. */
const GONE = 410;

/** GET /auth/forgot-password; with `?sent=yes`, what to do now. */
export async function showForgotPassword(c: AppContext): Promise<Response> {
  if (c.req.query('sent') === undefined) {
    return showRequestForm(c, { type: 'form', identifier: '', retryAt: null });
  }
  const validMinutes = Math.ceil(c.var.deps.lifetimes.passwordReset / 60);
  return showRequestForm(c, { type: 'sent', validMinutes });
}

/** POST /auth/forgot-password */
export async function answerForgotPassword(c: AppContext): Promise<Response> {
  const { deps, form, now, requestId } = c.var;
  const identifier = form.text('identifier');
  const request = { identifier, address: clientAddress(c), language: languageOf(c) };
  const outcome = await requestPasswordReset(request, { ...deps, now });
  if (outcome.type === 'throttled') {
    noteThrottled(c, outcome.retryAt);
    const { retryAt } = outcome;
    return showRequestForm(c, { type: 'form', identifier, retryAt }, TOO_MANY_ATTEMPTS);
  }
  // Not awaited: how long the answer takes must not tell whether there is such an account.
  outcome.delivery.catch((error: unknown) => {
    deps.log.error({ requestId, error }, 'a password reset could not be mailed');
  });
  return seeOther(c, withQuery(localPath`/auth/forgot-password`, { sent: 'yes' }));
}

/** GET /auth/reset-password?token=…, from the mail */
export async function showResetPassword(c: AppContext): Promise<Response> {
  return showResetForm(c, c.req.query('token') ?? '', null);
}

/** POST /auth/reset-password */
export async function answerResetPassword(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const secret = form.text('token');
  const outcome = await resetPassword(
    {
      secret,
      password: form.text('password'),
      address: clientAddress(c),
      language: languageOf(c),
    },
    { ...deps, now },
  );
  switch (outcome.type) {
    case 'reset':
      return seeOther(c, localPath`/auth/login`, 'password-reset');
    case 'unacceptable-password':
      return showResetForm(c, secret, passwordAdvice(outcome.problem, pageTexts(c)));
    case 'invalid-link':
      return showReset(c, { type: 'expired' }, GONE);
  }
}

async function showRequestForm(
  c: AppContext,
  state: ForgotPasswordPageProps['state'],
  status = 200,
): Promise<Response> {
  return showPage(c, <ForgotPasswordPage frame={pageFrame(c)} state={state} />, status);
}

/** @param problem what is wrong with the password sent before */
async function showResetForm(
  c: AppContext,
  token: string,
  problem: string | null,
): Promise<Response> {
  const { deps, now } = c.var;
  const account = await findPasswordReset(token, { ...deps, now });
  if (account === undefined) return showReset(c, { type: 'expired' }, GONE);
  const username = account.username ?? '';
  return showReset(c, { type: 'form', token, username, problem }, problem === null ? 200 : 422);
}

async function showReset(
  c: AppContext,
  state: ResetPasswordPageProps['state'],
  status: number,
): Promise<Response> {
  const page = <ResetPasswordPage frame={pageFrame(c)} state={state} />;
  // The form carries the secret of the link.
  return state.type === 'form' ? showPageWithSecret(c, page, status) : showPage(c, page, status);
}
