/** Languages of pages and mails (BCP 47). Every text is written in English first. */
export const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** @returns undefined when it is none of ours */
export function parseLanguage(tag: string | null): Language | undefined {
  return LANGUAGES.find((language) => language === tag);
}
