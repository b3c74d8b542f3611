import type { MailTextProblem } from '../../domain/mail-wording.ts';
import type { Messages } from '../messages/messages.ts';

/** What is wrong with the words of a mail, in a sentence. */
export function mailProblemText(
  problem: MailTextProblem,
  words: Messages['institutionMails']['problems'],
): string {
  switch (problem.code) {
    case 'missing':
      return problem.field === 'subject' ? words.subjectMissing : words.textMissing;
    case 'too-long':
      return problem.field === 'subject'
        ? words.subjectTooLong(problem.most)
        : words.textTooLong(problem.most);
    case 'unknown-parameter':
      return words.unknown(problem.parameter);
    case 'secret-in-subject':
      return words.secretInSubject(problem.parameter);
    case 'needed-parameter':
      return words.needed(problem.parameter);
  }
}
