import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import type { PageFrame } from '../page-frame.ts';
import { detailsProblems, type DetailsProblems, type DetailsValues } from './details-fields.tsx';
import { fieldProblems } from './field-problems.ts';
import {
  claimsProblemText,
  logoProblemText,
  type ClaimsProblem,
  type LogoProblem,
  type RedirectUrisProblem,
} from './problem-text.ts';
import { redirectUrisProblems } from './redirect-uris-field.tsx';
import { secretProblems, type SecretForms } from './secret-forms.ts';

/** What the forms of a dashboard hold, and what was wrong with the one that was sent. */
export interface DashboardForms {
  readonly details: { readonly values: DetailsValues; readonly problems: DetailsProblems | null };
  readonly redirectUris: { readonly value: string; readonly problem: RedirectUrisProblem | null };
  readonly claims: {
    readonly chosen: readonly string[];
    readonly problem: ClaimsProblem | { readonly code: 'changed-meanwhile' } | null;
  };
  readonly secrets: SecretForms;
  readonly logo: { readonly problem: LogoProblem | null };
  readonly team: {
    readonly person: string;
    readonly problem: 'no-such-person' | 'already-member' | 'is-creator' | 'not-a-member' | null;
  };
  readonly deletion: { readonly problem: 'name-differs' | null };
}

export function dashboardClaimsProblemText(
  problem: DashboardForms['claims']['problem'],
): string | undefined {
  if (problem === null) return undefined;
  return problem.code === 'changed-meanwhile'
    ? 'While you were choosing, somebody changed the data points or a maintainer decided. Look at the status, then save your choice again if you still want it.'
    : claimsProblemText(problem);
}

const TEAM_PROBLEMS = {
  'no-such-person':
    'Nobody has this username or e-mail address. Check it with the person you want to add.',
  'already-member': 'This person is in the team already.',
  'is-creator': 'Whoever registered the app always stays in its team.',
  'not-a-member': 'This person is not in the team any more.',
} as const;

export function teamProblemText(problem: DashboardForms['team']['problem']): string | undefined {
  return problem === null ? undefined : TEAM_PROBLEMS[problem];
}

export function deletionProblemText(
  problem: DashboardForms['deletion']['problem'],
): string | undefined {
  return problem === null ? undefined : 'This is not the name of the app. Nothing is deleted.';
}

/** For the error summary: what is wrong with the form that was sent. */
export function dashboardProblems(
  forms: DashboardForms,
  { frame, claimsId }: { readonly frame: PageFrame; readonly claimsId: string },
): readonly FieldProblem[] {
  const { problem: logo } = forms.logo;
  return [
    ...secretProblems(forms.secrets, frame),
    ...detailsProblems(forms.details.problems),
    ...redirectUrisProblems(forms.redirectUris.problem),
    ...fieldProblems(claimsId, dashboardClaimsProblemText(forms.claims.problem)),
    ...fieldProblems(fieldId('logo'), logo === null ? undefined : logoProblemText(logo)),
    ...fieldProblems(fieldId('person'), teamProblemText(forms.team.problem)),
    ...fieldProblems(fieldId('confirm_name'), deletionProblemText(forms.deletion.problem)),
  ];
}
