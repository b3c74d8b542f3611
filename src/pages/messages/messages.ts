import { createContext, useContext } from 'hono/jsx';

import type { Language } from '../../domain/language.ts';
import { english } from './en/english.ts';
import { hindi } from './hi/hindi.ts';

/** Every text that people read on pages, by topic. English is where a text comes into being. */
export type Messages = typeof english;

const MESSAGES: Readonly<Record<Language, Messages>> = { en: english, hi: hindi };

/** The texts in a language: `const text = messages(frame.language).signIn`. */
export function messages(language: Language): Messages {
  return MESSAGES[language];
}

/** The language of the page that is being rendered; `Layout` sets it. */
export const PageLanguage = createContext<Language>('en');

/** For components that are not handed a frame: the texts in the language of the page they stand on. */
export function usePageMessages(): Messages {
  return messages(useContext(PageLanguage));
}
