import { describe, expect, it } from 'vitest';
import { DEFAULT_CLAIM_CATALOGUE as catalogue } from '../domain/claim-catalogue.ts';
import { parseRequestedClaims } from './requested-claims.ts';

describe('the claims a developer chooses (wire contract §6)', () => {
  it('keep the order in which they were chosen', () => {
    const chosen = ['student.branch.name', 'person.roles', 'person.full_name'];
    expect(parseRequestedClaims(chosen, catalogue)).toEqual({ type: 'valid', value: chosen });
  });

  it('count once when chosen twice', () => {
    expect(parseRequestedClaims(['person.roles', 'person.roles'], catalogue)).toEqual({
      type: 'valid',
      value: ['person.roles'],
    });
  });

  it('are at least one', () => {
    expect(parseRequestedClaims([], catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'missing' },
    });
  });

  it('are all of the catalogue', () => {
    expect(parseRequestedClaims(['person.roles', 'foo', '__proto__'], catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'unknown', claims: ['foo', '__proto__'] },
    });
  });
});
