import type { Language } from '../../domain/language.ts';

/** What each language calls itself, in the order in which they are offered. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', hi: 'हिन्दी' };

/** How dates, numbers and lists are written (BCP 47, for `Intl`). */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', hi: 'hi-IN' };
