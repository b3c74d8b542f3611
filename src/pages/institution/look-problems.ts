import type { HexColour } from '../../domain/settings.ts';
import type { Messages } from '../messages/messages.ts';

// What is wrong with what was typed. The rules name problems by code; these are the words.

type NameProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'too-long'; readonly longest: number }
  | { readonly code: 'invisible-character'; readonly character: string };

export type AccentProblem =
  | { readonly code: 'not-a-colour' }
  | {
      readonly code: 'unreadable';
      readonly ratio: number;
      readonly needed: number;
      readonly ground: HexColour;
      readonly nearest: HexColour;
    };

export interface LookProblems {
  readonly name?: NameProblem;
  readonly supportContact?: { readonly code: 'not-a-contact' };
  readonly language?: { readonly code: 'unknown' };
  readonly accentColour?: AccentProblem;
  readonly accentColourDark?: AccentProblem;
}

type Words = Messages['institutionLook']['problems'];

/** A sentence for each field that is wrong. */
export function lookProblemTexts(
  problems: LookProblems,
  words: Words,
): Readonly<Partial<Record<keyof LookProblems, string>>> {
  const { name, supportContact, language, accentColour, accentColourDark } = problems;
  return {
    ...(name !== undefined && { name: nameText(name, words) }),
    ...(supportContact !== undefined && { supportContact: words.contact }),
    ...(language !== undefined && { language: words.language }),
    ...(accentColour !== undefined && { accentColour: accentText(accentColour, words) }),
    ...(accentColourDark !== undefined && {
      accentColourDark: accentText(accentColourDark, words),
    }),
  };
}

function nameText(problem: NameProblem, words: Words): string {
  switch (problem.code) {
    case 'missing':
      return words.nameMissing;
    case 'too-long':
      return words.nameTooLong(problem.longest);
    case 'invisible-character':
      return words.nameInvisible(problem.character);
  }
}

function accentText(problem: AccentProblem, words: Words): string {
  if (problem.code === 'not-a-colour') return words.notAColour;
  const { ratio, needed, ground, nearest } = problem;
  const contrast = words.contrastOn(ratio.toFixed(2), ground);
  return words.unreadable(contrast, String(needed), nearest);
}
