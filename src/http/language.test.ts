import { describe, expect, it } from 'vitest';

import { acceptedLanguage } from './language.ts';

describe('RFC 9110 §12.5.4: Accept-Language', () => {
  it.each([
    ['hi', 'hi'],
    ['hi-IN', 'hi'],
    ['HI-in', 'hi'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.8, hi;q=0.9', 'hi'],
    ['hi;q=0.8, en;q=0.9', 'en'],
    ['hi, en', 'hi'],
    ['fr, ta;q=0.9, hi-IN;q=0.5', 'hi'],
    ['hi;q=0, en;q=0.1', 'en'],
    ['hi ; q=0.7 , en ; q=0.2', 'hi'],
    ['en;q=2, hi;q=0.1', 'hi'],
    ['en;q=x, hi;q=0.1', 'hi'],
  ])('%s gets %s', (header, language) => {
    expect(acceptedLanguage(header, 'en')).toBe(language);
  });

  it('gives the institution’s language to whoever takes any', () => {
    expect(acceptedLanguage('*', 'hi')).toBe('hi');
    expect(acceptedLanguage('fr, *;q=0.5, en;q=0.1', 'hi')).toBe('hi');
    expect(acceptedLanguage('en, *;q=0.5', 'hi')).toBe('en');
  });

  it.each(['', 'fr', 'fr-FR, de;q=0.8', 'hi;q=0', 'hindi', ';;,,', 'x'.repeat(8000)])(
    'has none of ours in %j',
    (header) => {
      expect(acceptedLanguage(header, 'en')).toBeUndefined();
    },
  );
});
