import type { ClaimCategory } from '../../domain/claim.ts';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { type LogoProblem, logoProblemText } from '../components/logo-problem.ts';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { claimsFieldId, type ChosenClaim } from './claims-field.tsx';
import { detailsProblems, type DetailsProblems, type DetailsValues } from './details-fields.tsx';
import { fieldProblems } from './field-problems.ts';
import { claimsProblemText, type ClaimsProblem, type RedirectUrisProblem } from './problem-text.ts';
import { redirectUrisProblems } from './redirect-uris-field.tsx';
import { secretProblems, type SecretForms } from './secret-forms.ts';
import { teamProblems, type TeamForms } from './team-forms.ts';

/** What the forms of a dashboard hold, and what was wrong with the one that was sent. */
export interface DashboardForms {
  readonly details: { readonly values: DetailsValues; readonly problems: DetailsProblems | null };
  readonly redirectUris: { readonly value: string; readonly problem: RedirectUrisProblem | null };
  readonly claims: {
    readonly chosen: readonly ChosenClaim[];
    readonly problem:
      ClaimsProblem | { readonly code: 'changed-meanwhile' | 'not-possible' } | null;
  };
  readonly secrets: SecretForms;
  readonly logo: { readonly problem: LogoProblem | null };
  readonly team: TeamForms;
  readonly message: {
    readonly value: string;
    readonly problem: 'missing' | 'too-long' | null;
  };
  readonly retirement: { readonly problem: 'name-differs' | null };
  readonly deletion: { readonly problem: 'name-differs' | null };
}

/** What surrounds the words of a problem. */
interface ProblemContext {
  readonly frame: PageFrame;
  readonly categories: readonly ClaimCategory[];
}

/** What is wrong in words, by form. */
export function dashboardErrors(
  forms: DashboardForms,
  context: ProblemContext,
): Readonly<Record<'claims' | 'logo' | 'message' | 'retirement' | 'deletion', string | undefined>> {
  const { logoProblems, portal, portalFields } = messages(context.frame.language);
  const { claims, logo, message, retirement, deletion } = forms;
  return {
    claims: claims.problem === null ? undefined : claimsError(claims.problem, context),
    logo: logo.problem === null ? undefined : logoProblemText(logo.problem, logoProblems),
    message: message.problem === null ? undefined : portalFields.message[message.problem],
    retirement: retirement.problem === null ? undefined : portal.wrongName.retire,
    deletion: deletion.problem === null ? undefined : portal.wrongName.delete,
  };
}

function claimsError(
  problem: NonNullable<DashboardForms['claims']['problem']>,
  { frame, categories }: ProblemContext,
): string {
  const text = messages(frame.language).portalFields;
  switch (problem.code) {
    case 'changed-meanwhile':
      return text.claimsChangedMeanwhile;
    case 'not-possible':
      return text.claimsNotPossible;
    case 'missing':
    case 'unknown':
    case 'reason-too-long':
    case 'reason-invisible':
      return claimsProblemText(problem, text, categories);
  }
}

/** Id of the field a message is written in; the conversation has other controls of that name nowhere. */
export const MESSAGE_FIELD = fieldId('conversation_message');

/** For the error summary: what is wrong with the form that was sent. */
export function dashboardProblems(
  forms: DashboardForms,
  context: ProblemContext,
): readonly FieldProblem[] {
  const { frame, categories } = context;
  const text = messages(frame.language).portalFields;
  const errors = dashboardErrors(forms, context);
  return [
    ...secretProblems(forms.secrets, frame),
    ...detailsProblems(forms.details.problems, text),
    ...redirectUrisProblems(forms.redirectUris.problem, text),
    ...fieldProblems(claimsFieldId(categories), errors.claims),
    ...fieldProblems(fieldId('logo'), errors.logo),
    ...teamProblems(forms.team, frame),
    ...fieldProblems(MESSAGE_FIELD, errors.message),
    ...fieldProblems(fieldId('retire_name'), errors.retirement),
    ...fieldProblems(fieldId('confirm_name'), errors.deletion),
  ];
}
