import { ResubmitPage } from '../pages/resubmit-page.tsx';
import type { AppContext } from './environment.ts';
import type { Form } from './form-body.ts';
import { pageTexts } from './language.ts';
import { ownPath } from './own-path.ts';
import { pageFrame, showError, showPage } from './page-response.tsx';

/** Never sent again by us, however it is confirmed: what a password or a token field held. */
const UNREPEATABLE = /password|token/u;

/** Another site sent this form. */
export async function showForgedForm(c: AppContext): Promise<Response> {
  return showError(c, { status: 403, ...pageTexts(c).errors.forgedForm });
}

/**
 * Our own page sent this form, but before a sign-in or sign-out, or after a long pause.
 * What was written is not lost: it can be sent again.
 */
export async function showStaleForm(c: AppContext, form: Form): Promise<Response> {
  const fields = form.texts.filter(([name]) => !UNREPEATABLE.test(name));
  const page = <ResubmitPage frame={pageFrame(c)} action={ownPath(c)} fields={fields} />;
  return showPage(c, page, 403);
}
