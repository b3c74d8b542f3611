import { describe, expect, it } from 'vitest';
import { leakReport, parseLeakReports } from './leak-report.ts';

describe('what a secret scanner sends', () => {
  it('is a list of tokens with where they were found; other members do not matter', () => {
    const body = JSON.stringify([
      {
        type: 'omniport_client_secret',
        token: 'abc',
        url: 'https://code.example/a?b=1#L7',
        source: 'x',
      },
      { token: ' def ' },
      { token: 'ghi', url: null, type: 7 },
    ]);
    expect(parseLeakReports(body)).toEqual({
      type: 'valid',
      value: [
        { token: 'abc', foundAt: 'https://code.example/a?b=1#L7' },
        { token: 'def', foundAt: '' },
        { token: 'ghi', foundAt: '' },
      ],
    });
  });

  it('may be nothing', () => {
    expect(parseLeakReports('[]')).toEqual({ type: 'valid', value: [] });
  });

  it.each([
    '',
    '{',
    'null',
    '{}',
    '"abc"',
    '[1]',
    '[{}]',
    '[{"token":7}]',
    '[{"token":"a","url":7}]',
  ])('is malformed as %s', (body) => {
    expect(parseLeakReports(body)).toEqual({ type: 'invalid', problem: 'malformed' });
  });

  it('is a hundred at most', () => {
    const body = (count: number) =>
      JSON.stringify(Array.from({ length: count }, () => ({ token: 'x' })));
    expect(parseLeakReports(body(100)).type).toBe('valid');
    expect(parseLeakReports(body(101))).toEqual({ type: 'invalid', problem: 'too-many' });
  });
});

describe('where a secret was found', () => {
  it.each([
    'data:text/html,x',
    'not an address',
    '//code.example/a',
    'https://user:password@code.example/',
    `https://code.example/${'a'.repeat(500)}`,
    `https://code.example/${'ü'.repeat(200)}`,
  ])('is not told when it is %s', (url) => {
    expect(leakReport('x', url).foundAt).toBe('');
  });

  it('has nothing in it that could break a line of a mail', () => {
    expect(leakReport('x', 'https://code.example/a\nb c').foundAt).toBe(
      'https://code.example/ab%20c',
    );
  });
});
