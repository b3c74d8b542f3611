import { describe, expect, it } from 'vitest';
import { clientNameKey } from './client-name.ts';

describe('two names of clients are the same', () => {
  it.each([
    ['in another case', 'Noticeboard', 'NOTICEBOARD'],
    ['in another case that is longer', 'Straße', 'STRASSE'],
    ['in Greek, at the end of a word', 'ΟΔΟΣ', 'οδος'],
    ['in another width', 'Ｎｏｔｉｃｅ', 'Notice'],
    ['with a ligature', 'ﬁle share', 'file share'],
    ['composed differently', 'Caf\u00E9', 'Cafe\u0301'],
    ['with an invisible character', 'Notice\u200Bboard\u00AD', 'Noticeboard'],
    ['with other blanks', ' Notice\u00A0\t board ', 'Notice board'],
  ])('%s', (_how, one, other) => {
    expect(clientNameKey(one)).toBe(clientNameKey(other));
  });

  it('and are not when they read differently', () => {
    const names = ['Notice board', 'Noticeboard', 'Notice-board', 'Notice bóard', 'Notice b0ard'];
    expect(new Set(names.map(clientNameKey)).size).toBe(names.length);
  });
});
