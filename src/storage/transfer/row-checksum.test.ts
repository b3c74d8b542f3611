import { describe, expect, it } from 'vitest';

import { rowChecksum } from './row-checksum.ts';

describe('the checksum of a row', () => {
  it('is that of an equal row', () => {
    const row = [1, 'é', new Uint8Array([1, 2]), null];
    expect(rowChecksum(row)).toBe(rowChecksum([1, 'é', Buffer.from([1, 2]), null]));
  });

  it.each([
    ['a number and its digits', [1], ['1']],
    ['text and its bytes', ['a'], [Buffer.from('a')]],
    ['nothing and the empty text', [null], ['']],
    ['the same text cut elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['text that looks like the end of a value', ['at1:b'], ['a', 'b']],
  ])('tells apart %s', (_name, one, other) => {
    expect(rowChecksum(one)).not.toBe(rowChecksum(other));
  });
});
