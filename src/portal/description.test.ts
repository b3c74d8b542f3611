import { words as lodashWords } from 'lodash';
import { describe, expect, it } from 'vitest';
import { countWords, parseDescription } from './description.ts';

const wordsOf = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('counting words (wire contract §6)', () => {
  it.each([
    'OAuth2 lets XMLHttpRequest v2.0 sign in',
    "It's the students' app, isn't it? They’ve said so.",
    'first, 1st 2nd 3RD 4TH and 21st; e.g. and/or foo-bar_baz fooBarBAZ',
    'naïve café ÀÉÎ straße Ωmega пример',
    'मेरा ऐप छात्रों के लिए है',
    '你好 世界 日本語テキスト',
    '😀 hi 👨‍👩‍👧 🇮🇳 ❤️',
    'https://app.example.edu/callback?code=1&state=a%20b',
    ' \n\n\ttabs\u00A0and\u2003spaces — dashes … “quotes” ',
    '',
  ])('agrees with lodash on %j', (text) => {
    expect(countWords(text)).toBe(lodashWords(text).length);
  });

  it('counts OAuth2 as three words', () => {
    expect(countWords('OAuth2')).toBe(3);
  });
});

describe('a description', () => {
  it('has 127 to 511 words, both inclusive', () => {
    expect(parseDescription(wordsOf(127))).toEqual({ type: 'valid', value: wordsOf(127) });
    expect(parseDescription(wordsOf(511)).type).toBe('valid');
  });

  it('is refused with 126 words or none, telling how many there are', () => {
    expect(parseDescription(wordsOf(126))).toEqual({
      type: 'invalid',
      problem: { code: 'too-few-words', words: 126, fewest: 127 },
    });
    expect(parseDescription('')).toEqual({
      type: 'invalid',
      problem: { code: 'too-few-words', words: 0, fewest: 127 },
    });
  });

  it('is refused with 512 words, telling how many there are', () => {
    expect(parseDescription(wordsOf(512))).toEqual({
      type: 'invalid',
      problem: { code: 'too-many-words', words: 512, most: 511 },
    });
  });

  it('is refused unread above 20,000 characters', () => {
    expect(parseDescription('a'.repeat(20_001))).toEqual({
      type: 'invalid',
      problem: { code: 'too-long', longest: 20_000 },
    });
  });

  it('keeps its paragraphs', () => {
    const typed = `${wordsOf(100)}\r\n\r\n${wordsOf(100)}\r\n`;
    expect(parseDescription(typed)).toEqual({
      type: 'valid',
      value: `${wordsOf(100)}\n\n${wordsOf(100)}`,
    });
  });
});
