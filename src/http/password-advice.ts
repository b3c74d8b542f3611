import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  type PasswordProblem,
} from '../account/password-rules.ts';

const ADVICE: Readonly<Record<PasswordProblem, string>> = {
  'too-short': `This is too short. Use at least ${SHORTEST_PASSWORD} characters.`,
  'too-long': `This is too long. Use at most ${LONGEST_PASSWORD} characters.`,
  personal: 'This is little more than your own name or number. Add some words of your own.',
  common: 'This is among the first passwords that others would try. Choose another one.',
};

/** What to do about a new password that is not acceptable. */
export function passwordAdvice(problem: PasswordProblem): string {
  return ADVICE[problem];
}
