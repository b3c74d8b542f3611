import { describe, expect, it } from 'vitest';
import { parseClientName } from './client-name.ts';

describe('the name of an app (wire contract §6)', () => {
  it('is kept trimmed, composed and with single blanks', () => {
    expect(parseClientName('  Cafe\u0301\u00A0 \u3000Menu ')).toEqual({
      type: 'valid',
      value: 'Café Menu',
    });
  });

  it.each(['', '   ', '\t\n', '---', '!?'])('needs a letter or digit: %j', (typed) => {
    expect(parseClientName(typed)).toEqual({ type: 'invalid', problem: { code: 'missing' } });
  });

  it('has at most 255 characters, however many bytes they take', () => {
    expect(parseClientName('𝒜'.repeat(255)).type).toBe('valid');
    expect(parseClientName('a'.repeat(256))).toEqual({
      type: 'invalid',
      problem: { code: 'too-long', length: 256, longest: 255 },
    });
  });

  it('may not hold what would make it look like another name', () => {
    expect(parseClientName('Library\u202Egpj')).toEqual({
      type: 'invalid',
      problem: { code: 'invisible-character', character: 'U+202E' },
    });
    expect(parseClientName('Lib\u200Brary').type).toBe('invalid');
  });
});
