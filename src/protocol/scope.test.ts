import { describe, expect, it } from 'vitest';

import { formatScope, GRANTED_SCOPE, narrowScope } from './scope.ts';

describe('RFC 6749 §6: the scope of a refresh', () => {
  it.each([
    [undefined, 'read write'],
    ['', 'read write'],
    ['read', 'read'],
    ['write read', 'write read'],
    ['read  read', 'read'],
  ])('%j of "read write" is %j', (requested, expected) => {
    expect(formatScope(narrowScope(requested, GRANTED_SCOPE) ?? [])).toBe(expected);
  });

  it('is never wider than what was granted', () => {
    expect(narrowScope('read write', ['read'])).toBeUndefined();
    expect(narrowScope('read admin', GRANTED_SCOPE)).toBeUndefined();
    expect(narrowScope('Read', GRANTED_SCOPE)).toBeUndefined();
  });
});
