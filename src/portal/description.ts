import { words } from 'es-toolkit/compat';
import { invalid, valid, type Parsed } from './parsed-field.ts';
import { visibleParagraphs } from '../domain/visible-text.ts';

/** How many words describe an app "adequately", as the walkthrough says; both inclusive. */
const DESCRIPTION_WORDS = { fewest: 127, most: 511 } as const;

/** In characters: far above 511 words of any language, far below what would burden a reader or the counter. */
const LONGEST_DESCRIPTION = 20_000;

export type DescriptionProblem =
  | { readonly code: 'too-few-words'; readonly words: number; readonly fewest: number }
  | { readonly code: 'too-many-words'; readonly words: number; readonly most: number }
  | { readonly code: 'too-long'; readonly longest: number };

/** Words as lodash's `words` counts them, so `OAuth2` is three (wire contract §6). */
export function countWords(text: string): number {
  return words(text).length;
}

/** The description a reviewer reads: 127 to 511 words. */
export function parseDescription(typed: string): Parsed<string, DescriptionProblem> {
  if (typed.length > LONGEST_DESCRIPTION) {
    return invalid({ code: 'too-long', longest: LONGEST_DESCRIPTION });
  }
  const description = visibleParagraphs(typed);
  const count = countWords(description);
  const { fewest, most } = DESCRIPTION_WORDS;
  if (count < fewest) return invalid({ code: 'too-few-words', words: count, fewest });
  if (count > most) return invalid({ code: 'too-many-words', words: count, most });
  return valid(description);
}
