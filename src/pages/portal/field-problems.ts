import type { FieldProblem } from '../components/error-summary.tsx';

/** The problem of a field for the error summary; none without a message. */
export function fieldProblems(
  fieldId: string,
  message: string | undefined,
): readonly FieldProblem[] {
  return message === undefined ? [] : [{ fieldId, message }];
}
