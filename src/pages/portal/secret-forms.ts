import type { ClientSecretId } from '../../domain/client-secret.ts';
import type { Instant } from '../../domain/clock.ts';
import type { Environment } from '../../domain/environment.ts';
import type { FieldProblem } from '../components/error-summary.tsx';
import { waitingTime } from '../components/moment.tsx';
import { messages } from '../messages/messages.ts';
import type { PageFrame } from '../page-frame.ts';
import { fieldProblems } from './field-problems.ts';

type PasswordProblem =
  { readonly code: 'wrong-password' } | { readonly code: 'throttled'; readonly retryAt: Instant };

type SecretNameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly length: number; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };

/** The form that adds a secret, as it was sent, and what was wrong with it. */
export interface AddingSecret {
  readonly environment: Environment;
  readonly name: string;
  readonly lifetime: string;
  readonly nameProblem: SecretNameProblem | undefined;
  readonly lifetimeProblem: { readonly code: 'missing' } | undefined;
  readonly password: PasswordProblem | undefined;
  /** So many secrets are in force as may be. */
  readonly isFull: boolean;
}

/** The form that revokes a secret, and what was wrong with it. */
export interface RevokingSecret {
  readonly secretId: ClientSecretId;
  readonly password: PasswordProblem | undefined;
  /** It is the last one, and it was not said that this is meant. */
  readonly isUnconfirmed: boolean;
}

/** The forms about secrets; null: this one was not sent. */
export interface SecretForms {
  readonly adding: AddingSecret | null;
  readonly revoking: RevokingSecret | null;
}

/** The same id for a field and for the link of an error summary to it. */
export const secretFieldIds = {
  name: (environment: Environment): string => `secret-name-${environment}`,
  lifetime: (environment: Environment): string => `secret-lifetime-${environment}`,
  addPassword: (environment: Environment): string => `secret-password-${environment}`,
  revokePassword: (secretId: ClientSecretId): string => `secret-${secretId}-password`,
  confirmation: (secretId: ClientSecretId): string => `secret-${secretId}-even-if-last`,
};

/** What is wrong in words, by field. */
export function addingErrors(
  adding: AddingSecret | null,
  frame: PageFrame,
): {
  readonly name: string | undefined;
  readonly lifetime: string | undefined;
  readonly password: string | undefined;
} {
  if (adding === null) return { name: undefined, lifetime: undefined, password: undefined };
  const text = messages(frame.language).credentials;
  return {
    name: adding.isFull ? text.tooManySecrets : nameError(adding.nameProblem, frame),
    lifetime: adding.lifetimeProblem === undefined ? undefined : text.lifetimeMissing,
    password: passwordError(adding.password, frame),
  };
}

export function revokingErrors(
  revoking: RevokingSecret | null,
  frame: PageFrame,
): { readonly password: string | undefined; readonly confirmation: string | undefined } {
  const text = messages(frame.language).credentials;
  return {
    password: passwordError(revoking?.password, frame),
    confirmation: revoking?.isUnconfirmed === true ? text.lastSecretUnconfirmed : undefined,
  };
}

/** For the error summary. */
export function secretProblems(
  { adding, revoking }: SecretForms,
  frame: PageFrame,
): readonly FieldProblem[] {
  const added = addingErrors(adding, frame);
  const revoked = revokingErrors(revoking, frame);
  const environment = adding?.environment ?? 'live';
  const secretId = revoking?.secretId ?? 0;
  return [
    ...fieldProblems(secretFieldIds.name(environment), added.name),
    ...fieldProblems(secretFieldIds.lifetime(environment), added.lifetime),
    ...fieldProblems(secretFieldIds.addPassword(environment), added.password),
    ...fieldProblems(secretFieldIds.confirmation(secretId), revoked.confirmation),
    ...fieldProblems(secretFieldIds.revokePassword(secretId), revoked.password),
  ];
}

function nameError(problem: SecretNameProblem | undefined, frame: PageFrame): string | undefined {
  const text = messages(frame.language).credentials;
  switch (problem?.code) {
    case undefined:
      return undefined;
    case 'missing':
      return text.nameMissing;
    case 'too-long':
      return text.nameTooLong(problem.longest, problem.length);
    case 'invisible-character':
      return text.nameInvisible(problem.character);
  }
}

function passwordError(problem: PasswordProblem | undefined, frame: PageFrame): string | undefined {
  const text = messages(frame.language).credentials;
  switch (problem?.code) {
    case undefined:
      return undefined;
    case 'wrong-password':
      return text.wrongPassword;
    case 'throttled':
      return text.tooManyAttempts(waitingTime(problem.retryAt, frame));
  }
}
