import { describe, expect, it } from 'vitest';

import { parseTerms } from './terms-form.ts';

describe('the terms for developers', () => {
  it('are the institution’s own in each language, or those of the product', () => {
    expect(parseTerms({ en: '## Be fair\r\n\r\nNo spam.\u202E ', hi: ' \n ' })).toEqual({
      type: 'valid',
      values: { en: '## Be fair\n\nNo spam.', hi: null },
    });
  });

  it('have an end', () => {
    expect(parseTerms({ en: 'x'.repeat(50_001), hi: 'ठीक' })).toEqual({
      type: 'invalid',
      problems: { en: { code: 'too-long', longest: 50_000 } },
    });
  });
});
