import { describe, expect, it } from 'vitest';

import { DEFAULT_CLAIM_CATALOGUE } from '../domain/claim-catalogue.ts';
import { PARSE_POLICY, parsePolicy, POLICIES, type TypedPolicies } from './policy-forms.ts';

const nothing: TypedPolicies = {
  accessTokenAmount: '',
  accessTokenUnit: '',
  refreshTokenUnusedDays: '',
  remember: '',
  fourEyes: false,
  autoApprovedClaims: [],
  usualClaims: [],
  reattestAfterMonths: '',
  sandbox: '',
  reaction: '',
  mailOnNewAccess: false,
};

function tokens(changes: Partial<TypedPolicies>): unknown {
  return PARSE_POLICY.tokens(
    { ...nothing, accessTokenAmount: '10', accessTokenUnit: 'hours', ...changes },
    DEFAULT_CLAIM_CATALOGUE,
  );
}

describe('how long tokens work', () => {
  it('is told in the unit that was chosen', () => {
    expect(tokens({})).toEqual({
      type: 'valid',
      values: { accessTokenSeconds: 36_000, refreshTokenUnusedDays: null },
    });
    expect(tokens({ accessTokenUnit: 'days', refreshTokenUnusedDays: '30' })).toMatchObject({
      values: { accessTokenSeconds: 864_000, refreshTokenUnusedDays: 30 },
    });
  });

  it.each([
    [{ accessTokenAmount: '' }, { accessTokenAmount: { code: 'not-a-number' } }],
    [{ accessTokenAmount: '1.5' }, { accessTokenAmount: { code: 'not-a-number' } }],
    [{ accessTokenAmount: '-1' }, { accessTokenAmount: { code: 'not-a-number' } }],
    [{ accessTokenAmount: '0' }, { accessTokenAmount: { code: 'not-a-number' } }],
    [{ accessTokenUnit: 'toString' }, { accessTokenUnit: { code: 'not-chosen' } }],
    [
      { accessTokenAmount: '366', accessTokenUnit: 'days' },
      { accessTokenAmount: { code: 'too-long' } },
    ],
    [
      { refreshTokenUnusedDays: 'soon' },
      { refreshTokenUnusedDays: { code: 'not-a-number', least: 1, most: 3650 } },
    ],
  ])('is refused for %j', (changes, problems) => {
    expect(tokens(changes)).toMatchObject({ type: 'invalid', problems });
  });

  it('leaves an app the time to use its refresh token', () => {
    expect(tokens({ accessTokenAmount: '24', refreshTokenUnusedDays: '1' })).toMatchObject({
      problems: { refreshTokenUnusedDays: { code: 'shorter-than-access-token' } },
    });
    expect(tokens({ accessTokenAmount: '23', refreshTokenUnusedDays: '1' })).toMatchObject({
      type: 'valid',
    });
  });
});

describe('rules for the review', () => {
  const review = (changes: Partial<TypedPolicies>): unknown =>
    PARSE_POLICY.review({ ...nothing, ...changes }, DEFAULT_CLAIM_CATALOGUE);

  it('keep data points in the order of the catalogue', () => {
    expect(
      review({
        autoApprovedClaims: ['person.roles', 'person.short_name'],
        reattestAfterMonths: ' 12 ',
        fourEyes: true,
      }),
    ).toEqual({
      type: 'valid',
      values: {
        fourEyes: true,
        autoApprovedClaims: ['person.short_name', 'person.roles'],
        usualClaims: [],
        reattestAfterMonths: 12,
      },
    });
  });

  it('are refused for data points there are not, and times that are none', () => {
    expect(review({ usualClaims: ['person.iban'], reattestAfterMonths: '61' })).toEqual({
      type: 'invalid',
      problems: {
        usualClaims: { code: 'unknown-claims', claims: ['person.iban'] },
        reattestAfterMonths: { code: 'not-a-number', least: 1, most: 60 },
      },
    });
  });
});

describe('the other policies', () => {
  it.each([
    ['consent', { remember: 'ask-when-changed' }, { remember: 'ask-when-changed' }],
    ['sandbox', { sandbox: 'off' }, { isOn: false }],
    ['leakedSecrets', { reaction: 'warn' }, { reaction: 'warn' }],
    ['notifications', { mailOnNewAccess: true }, { mailOnNewAccess: true }],
  ] as const)('%s takes %j', (policy, changes, values) => {
    expect(PARSE_POLICY[policy]({ ...nothing, ...changes }, DEFAULT_CLAIM_CATALOGUE)).toEqual({
      type: 'valid',
      values,
    });
  });

  it.each(['consent', 'sandbox', 'leakedSecrets'] as const)('%s wants a choice', (policy) => {
    expect(PARSE_POLICY[policy](nothing, DEFAULT_CLAIM_CATALOGUE).type).toBe('invalid');
  });

  it('are those there are', () => {
    expect(POLICIES.map(parsePolicy)).toEqual(POLICIES);
    expect(parsePolicy('identity')).toBeUndefined();
  });
});
