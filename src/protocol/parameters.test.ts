import { describe, expect, it } from 'vitest';

import { isRepeated, parametersFrom, valueOf } from './parameters.ts';

describe('RFC 6749 §3.1: request parameters', () => {
  const parameters = parametersFrom(new URLSearchParams('a=1&b=&c=2&c=3&d=&d=4'));

  it('have their value', () => {
    expect(valueOf(parameters, 'a')).toBe('1');
  });

  it('count as omitted without a value', () => {
    expect(valueOf(parameters, 'b')).toBeUndefined();
    expect(valueOf(parameters, 'absent')).toBeUndefined();
  });

  it('are known to be repeated, an empty one included', () => {
    expect(['a', 'b', 'c', 'd', 'absent'].filter((name) => isRepeated(parameters, name))).toEqual([
      'c',
      'd',
    ]);
  });
});
