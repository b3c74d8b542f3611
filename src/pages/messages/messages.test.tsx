import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '../../domain/language.ts';
import { LANGUAGE_NAMES, LOCALES } from './language.ts';
import { messages } from './messages.ts';

/** What a text is made with. Each is recognised in what comes out, and will do as a number, too. */
const ARGUMENTS = ['7001', '7002', '7003'];

/** Every text of a catalogue with its path, functions called: `consent.title` → `Allow 7001?`. */
function texts(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const make = value as (...given: readonly string[]) => unknown;
    return texts(make(...ARGUMENTS.slice(0, value.length)), `${path}()`);
  }
  if (isElement(value)) return [[path, value.toString()]];
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** What a text around markup is: it renders to HTML. */
interface Element {
  readonly tag: unknown;
  toString(): string;
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'tag' in value;
}

/** How many arguments the function at each path takes. */
function arities(
  value: unknown,
  path: string,
): readonly (readonly [path: string, count: number])[] {
  if (typeof value === 'function') return [[path, value.length]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => arities(inner, `${path}.${key}`));
}

const english = messages('en');
const others = LANGUAGES.filter((language) => language !== 'en');

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  const catalogue = messages(language);

  it('has a text for every key, and nothing more', () => {
    const paths = (of: typeof catalogue): readonly string[] => texts(of, '').map(([path]) => path);
    expect(paths(catalogue).toSorted()).toEqual(paths(english).toSorted());
  });

  it.each(texts(catalogue, ''))('%s renders', (_path, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|NaN|\[object/u);
  });

  it.each(arities(english, ''))('%s says everything it is given', (path, count) => {
    const said = texts(catalogue, '')
      .filter(([at]) => at.startsWith(`${path}()`))
      .map(([, text]) => text)
      .join('\n');
    for (const given of ARGUMENTS.slice(0, count)) expect(said).toContain(given);
  });

  it('has a name and a way to write dates', () => {
    expect(LANGUAGE_NAMES[language]).not.toBe('');
    expect(Intl.DateTimeFormat.supportedLocalesOf(LOCALES[language])).toHaveLength(1);
  });
});

describe.each(others)('the catalogue in %s', (language) => {
  /** Said the same everywhere: words of the protocol, and names that stand for a thing on the wire. */
  const shared = new Set([
    '.credentials.clientId.live',
    '.credentials.clientSecret.live',
    '.errors.clientId',
    '.errors.redirectUri',
    '.home.picture.app',
  ]);

  it('is translated', () => {
    const inEnglish = new Map(texts(english, ''));
    const left = texts(messages(language), '')
      // A text may be nothing but what it is given.
      .filter(([path, text]) => !shared.has(path) && /\p{L}/u.test(text))
      .filter(([path, text]) => inEnglish.get(path) === text);
    expect(left).toEqual([]);
  });
});
