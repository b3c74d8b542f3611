import type { TermsSettings } from '../domain/settings.ts';
import { visibleParagraphs } from '../domain/visible-text.ts';
import { LANGUAGES, type Language } from '../domain/language.ts';
import type { ParsedForm } from './parsed-form.ts';

interface TermsProblem {
  readonly code: 'too-long';
  readonly longest: number;
}
export type TermsProblems = Readonly<Partial<Record<Language, TermsProblem>>>;

/** In characters, of each language: a lawyer's twenty pages. */
const LONGEST_TERMS = 50_000;

/** An empty text stands for the one that comes with the product. */
export function parseTerms(
  typed: Readonly<Record<Language, string>>,
): ParsedForm<TermsSettings, TermsProblems> {
  const values = LANGUAGES.map((language) => {
    const text = visibleParagraphs(typed[language]);
    return [language, text === '' ? null : text] as const;
  });
  const problems = values.flatMap(([language, text]) =>
    (text?.length ?? 0) > LONGEST_TERMS
      ? [[language, { code: 'too-long', longest: LONGEST_TERMS }] as const]
      : [],
  );
  return problems.length > 0
    ? { type: 'invalid', problems: Object.fromEntries(problems) }
    : { type: 'valid', values: Object.fromEntries(values) as TermsSettings };
}
