import type { ChosenClaim } from '../../pages/portal/claims-field.tsx';
import type { Form } from '../form-body.ts';

/** The data points that were ticked, with what stands beside each: `claims`, `optional`, `reason.<code>`. */
export function chosenClaims(form: Form): readonly ChosenClaim[] {
  const optional = form.all('optional');
  return form.all('claims').map((code) => ({
    code,
    optional: optional.includes(code),
    reason: form.text(`reason.${code}`),
  }));
}

/** The second button of a form: kept for the team, not sent to review. */
export function isDraft(form: Form): boolean {
  return form.text('as_draft') !== '';
}
