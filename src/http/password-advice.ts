import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  type PasswordProblem,
} from '../account/password-rules.ts';
import type { Messages } from '../pages/messages/messages.ts';

/** What to do about a new password that is not acceptable. */
export function passwordAdvice(
  problem: PasswordProblem,
  { password: text }: Pick<Messages, 'password'>,
): string {
  switch (problem) {
    case 'too-short':
      return text.tooShort(SHORTEST_PASSWORD);
    case 'too-long':
      return text.tooLong(LONGEST_PASSWORD);
    case 'personal':
      return text.personal;
    case 'common':
      return text.common;
  }
}
