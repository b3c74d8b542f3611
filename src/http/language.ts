import { catalogueIn, type ClaimCatalogue } from '../domain/claim.ts';
import { parseLanguage, type Language } from '../domain/language.ts';
import { messages, type Messages } from '../pages/messages/messages.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { AppContext } from './environment.ts';

const YEAR = 365 * 24 * 60 * 60;

/**
 * The language to answer in: chosen in this browser, else chosen by the signed-in person elsewhere,
 * else one the browser asks for, else the institution's.
 */
export function languageOf(c: AppContext): Language {
  const { deps, signedIn } = c.var;
  return (
    languageOfBrowser(c) ??
    signedIn?.account.language ??
    acceptedLanguage(c.req.header('accept-language') ?? '', deps.institution.language) ??
    deps.institution.language
  );
}

/** The texts to answer with. */
export function pageTexts(c: AppContext): Messages {
  return messages(languageOf(c));
}

/** The data points with the labels and hints to answer with. */
export function catalogueOf(c: AppContext): ClaimCatalogue {
  return catalogueIn(c.var.deps.catalogue, languageOf(c));
}

/** What was chosen in this browser, by whoever used it. */
export function languageOfBrowser(c: AppContext): Language | undefined {
  return parseLanguage(readCookie(c, 'language') ?? null);
}

/** Remembers the choice in this browser. */
export function keepLanguageInBrowser(c: AppContext, language: Language): void {
  writeCookie(c, 'language', { value: language, maxAge: YEAR });
}

/**
 * The best of our languages for an Accept-Language header (RFC 9110 §12.5.4): `hi-IN` asks for Hindi as well.
 * @param anyLanguage what `*` gets
 * @returns undefined when none of ours is asked for
 */
export function acceptedLanguage(header: string, anyLanguage: Language): Language | undefined {
  const ranges = header
    .split(',')
    .map(parseRange)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { tag } of ranges) {
    const language = tag === '*' ? anyLanguage : parseLanguage(tag);
    if (language !== undefined) return language;
  }
  return undefined;
}

/** `hi-IN;q=0.8`: the primary subtag and its weight; a weight that cannot be read counts as none at all. */
function parseRange(range: string): { readonly tag: string; readonly weight: number } {
  const [tags = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  const weight = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/u.test(quality) ? Number(quality) : 0;
  return { tag: tags.split('-', 1)[0] ?? '', weight };
}
