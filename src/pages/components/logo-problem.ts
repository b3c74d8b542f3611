import type { Messages } from '../messages/messages.ts';

/** What is wrong with a picture that should become a logo: of an app, or of the institution. */
export type LogoProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-large'; readonly largestBytes: number }
  | { readonly code: 'not-a-picture' }
  | { readonly code: 'not-square'; readonly width: number; readonly height: number }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number };

export function logoProblemText(problem: LogoProblem, words: Messages['logoProblems']): string {
  switch (problem.code) {
    case 'missing':
      return words.missing;
    case 'too-large':
      return words.tooLarge(problem.largestBytes / 1024 / 1024);
    case 'not-a-picture':
      return words.notAPicture;
    case 'not-square':
      return words.notSquare(problem.width, problem.height);
    case 'too-many-pixels':
      return words.tooManyPixels(problem.width, problem.height);
  }
}
