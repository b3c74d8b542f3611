import { describe, expect, it } from 'vitest';
import { codePointName, invisibleCharacter, visibleParagraphs } from './visible-text.ts';

describe('characters a reader cannot see', () => {
  it.each([
    ['a right-to-left override', '\u202E'],
    ['a right-to-left isolate', '\u2067'],
    ['a left-to-right mark', '\u200E'],
    ['a zero-width space', '\u200B'],
    ['a zero-width joiner between Latin letters', '\u200D'],
    ['a byte order mark', '\uFEFF'],
    ['a soft hyphen', '\u00AD'],
    ['a Hangul filler', '\u3164'],
    ['a blank Braille pattern', '\u2800'],
    ['a line separator', '\u2028'],
    ['a NUL', '\0'],
    ['a line break', '\n'],
    ['an escape', '\u001B'],
    ['a lone surrogate', '\uD800'],
    ['a private-use character', '\uE000'],
  ])('include %s', (_name, character) => {
    expect(invisibleCharacter(`App${character}le`)).toBe(character);
  });

  it.each([
    ['plain words', "Library 2.0 (beta) – it's here"],
    ['Hindi', 'पुस्तकालय ऐप'],
    ['a joiner that spells Hindi', 'क्\u200Dष'],
    ['a non-joiner that spells Persian', 'می\u200Cخواهم'],
    ['an emoji family', '👨\u200D👩\u200D👧 Families'],
    ['a heart as emoji', '❤\uFE0F Care'],
    ['an emoji with a skin tone and a joiner', '👩🏽\u200D🎓 Alumni'],
  ])('do not include %s', (_name, text) => {
    expect(invisibleCharacter(text)).toBeUndefined();
  });

  it('are named as Unicode names them', () => {
    expect(codePointName('\u202E')).toBe('U+202E');
    expect(codePointName('\0')).toBe('U+0000');
    expect(codePointName('\u{E0041}')).toBe('U+E0041');
  });
});

describe('a longer text as it is kept', () => {
  it('has one kind of line break, no invisible characters, and no blanks around it', () => {
    expect(visibleParagraphs('  One\r\ntwo\rthree\u2028four\tfive\u202E \u200Bsix\0\n ')).toBe(
      'One\ntwo\nthree\nfour\tfive six',
    );
  });

  it('keeps joiners, which spell words', () => {
    expect(visibleParagraphs('क्\u200Dष')).toBe('क्\u200Dष');
  });

  it('is composed (NFC) and well formed', () => {
    expect(visibleParagraphs('cafe\u0301 \uD800')).toBe('café \uFFFD');
  });
});
