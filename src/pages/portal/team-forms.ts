import type { Instant } from '../../domain/clock.ts';
import type { FieldProblem } from '../components/error-summary.tsx';
import { fieldId } from '../components/field-wiring.tsx';
import { waitingTime } from '../components/moment.tsx';
import { messages, type Messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { fieldProblems } from './field-problems.ts';

type Code = keyof Messages['team']['problems'];
interface Throttled {
  readonly code: 'throttled';
  readonly retryAt: Instant;
}
type TeamProblem = { readonly code: Code } | Throttled;

/** The forms about a team as they were sent, and what was wrong with them. */
export interface TeamForms {
  readonly addition: {
    readonly person: string;
    readonly role: string;
    readonly problem: TeamProblem | null;
  };
  readonly invitation: {
    readonly address: string;
    readonly role: string;
    readonly problem: TeamProblem | null;
  };
  /** About one member or one invitation of the list. */
  readonly list: { readonly problem: TeamProblem | null };
  readonly successor: { readonly problem: TeamProblem | null };
  readonly transfer: {
    readonly member: string;
    readonly problem: TeamProblem | null;
    readonly password: { readonly code: 'wrong-password' } | Throttled | null;
  };
}

/** When nothing was sent. */
export const NO_TEAM_FORMS: TeamForms = {
  addition: { person: '', role: 'developer', problem: null },
  invitation: { address: '', role: 'developer', problem: null },
  list: { problem: null },
  successor: { problem: null },
  transfer: { member: '', problem: null, password: null },
};

/** The same id for a field and for the link of an error summary to it. */
export const teamFieldIds = {
  person: fieldId('person'),
  personRole: 'person-role',
  address: fieldId('address'),
  addressRole: 'address-role',
  list: 'team-members',
  successor: fieldId('successor'),
  newOwner: fieldId('new_owner'),
  transferPassword: 'transfer-password',
} as const;

/** What is wrong in words, by field. */
export function teamErrors(
  forms: TeamForms,
  frame: PageFrame,
): Readonly<
  Record<
    'addition' | 'invitation' | 'list' | 'successor' | 'transfer' | 'password',
    string | undefined
  >
> {
  const { team: text, credentials } = messages(frame.language);
  const say = (problem: TeamProblem | null): string | undefined => {
    if (problem === null) return undefined;
    return problem.code === 'throttled'
      ? text.tooManyMails(waitingTime(problem.retryAt, frame))
      : text.problems[problem.code];
  };
  return {
    addition: say(forms.addition.problem),
    invitation: say(forms.invitation.problem),
    list: say(forms.list.problem),
    successor: say(forms.successor.problem),
    transfer: say(forms.transfer.problem),
    password: passwordError(forms.transfer.password, { credentials, frame }),
  };
}

function passwordError(
  problem: TeamForms['transfer']['password'],
  about: { readonly credentials: Messages['credentials']; readonly frame: PageFrame },
): string | undefined {
  const { credentials, frame } = about;
  switch (problem?.code) {
    case undefined:
      return undefined;
    case 'wrong-password':
      return credentials.wrongPassword;
    case 'throttled':
      return credentials.tooManyAttempts(waitingTime(problem.retryAt, frame));
  }
}

/** For the error summary. */
export function teamProblems(forms: TeamForms, frame: PageFrame): readonly FieldProblem[] {
  const errors = teamErrors(forms, frame);
  return [
    ...fieldProblems(teamFieldIds.person, errors.addition),
    ...fieldProblems(teamFieldIds.address, errors.invitation),
    ...fieldProblems(teamFieldIds.list, errors.list),
    ...fieldProblems(teamFieldIds.successor, errors.successor),
    ...fieldProblems(teamFieldIds.newOwner, errors.transfer),
    ...fieldProblems(teamFieldIds.transferPassword, errors.password),
  ];
}
