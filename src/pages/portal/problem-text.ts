import type { ClaimCategory } from '../../domain/claim.ts';
import type { Messages } from '../messages/messages.ts';
import { claimName } from './claim-list.tsx';

// What is wrong with a form, in words. The problems are found by the portal, which names them by code.

type Text = Messages['portalFields'];

export type NameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'taken' }
  | { readonly code: 'too-long'; readonly length: number; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };

export function nameProblemText(problem: NameProblem, text: Text): string {
  switch (problem.code) {
    case 'missing':
      return text.nameMissing;
    case 'taken':
      return text.nameTaken;
    case 'too-long':
      return text.nameTooLong(problem.longest, problem.length);
    case 'invisible-character':
      return text.nameInvisible(problem.character);
  }
}

export type DescriptionProblem =
  | { readonly code: 'too-few-words'; readonly words: number; readonly fewest: number }
  | { readonly code: 'too-many-words'; readonly words: number; readonly most: number }
  | { readonly code: 'too-long'; readonly longest: number };

export function descriptionProblemText(problem: DescriptionProblem, text: Text): string {
  switch (problem.code) {
    case 'too-few-words':
      return text.tooFewWords(problem.fewest, problem.words);
    case 'too-many-words':
      return text.tooManyWords(problem.most, problem.words);
    case 'too-long':
      return text.descriptionTooLong(problem.longest);
  }
}

export interface ClientTypeProblem {
  readonly code: 'missing';
}

type RedirectUriProblem = keyof Text['redirectUriProblem'];

export type RedirectUrisProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-many'; readonly count: number; readonly most: number }
  | {
      readonly code: 'invalid';
      readonly entries: readonly { readonly uri: string; readonly problem: RedirectUriProblem }[];
    };

/** One sentence for each address that is wrong. */
export function redirectUrisProblemTexts(
  problem: RedirectUrisProblem,
  text: Text,
): readonly string[] {
  switch (problem.code) {
    case 'missing':
      return [text.redirectUrisMissing];
    case 'too-many':
      return [text.redirectUrisTooMany(problem.most, problem.count)];
    case 'invalid':
      return problem.entries.map((entry) =>
        text.redirectUriProblem[entry.problem](short(entry.uri)),
      );
  }
}

export type ClaimsProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'unknown'; readonly claims: readonly string[] }
  | { readonly code: 'reason-too-long'; readonly claim: string; readonly longest: number }
  | { readonly code: 'reason-invisible'; readonly claim: string };

export function claimsProblemText(
  problem: ClaimsProblem,
  text: Text,
  categories: readonly ClaimCategory[],
): string {
  switch (problem.code) {
    case 'missing':
      return text.claimsMissing;
    case 'unknown':
      return text.claimsUnknown(problem.claims.map((code) => `“${short(code)}”`).join(', '));
    case 'reason-too-long':
      return text.reasonTooLong(claimName(problem.claim, categories), problem.longest);
    case 'reason-invisible':
      return text.reasonInvisible(claimName(problem.claim, categories));
  }
}

export interface TermsProblem {
  readonly code: 'not-accepted';
}

/** What somebody typed, short enough for a sentence. */
function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
