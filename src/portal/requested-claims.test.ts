import { describe, expect, it } from 'vitest';
import { DEFAULT_CLAIM_CATALOGUE as catalogue } from '../domain/claim-catalogue.ts';
import { LONGEST_REASON, parseRequestedClaims, type TypedClaim } from './requested-claims.ts';

const typed = (code: string, terms: Partial<TypedClaim> = {}): TypedClaim => ({
  code,
  optional: false,
  reason: '',
  ...terms,
});

describe('the claims a developer chooses (wire contract §6)', () => {
  it('keep the order in which they were chosen', () => {
    const codes = ['student.branch.name', 'person.roles', 'person.full_name'];
    const parsed = parseRequestedClaims(
      codes.map((code) => typed(code)),
      catalogue,
    );
    if (parsed.type === 'invalid') throw new Error('refused');
    expect(parsed.value.map(({ code }) => code)).toEqual(codes);
  });

  it('count once when chosen twice', () => {
    expect(parseRequestedClaims([typed('person.roles'), typed('person.roles')], catalogue)).toEqual(
      {
        type: 'valid',
        value: [{ code: 'person.roles', required: true, reason: '' }],
      },
    );
  });

  it('are at least one', () => {
    expect(parseRequestedClaims([], catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'missing' },
    });
  });

  it('are all of the catalogue', () => {
    const chosen = ['person.roles', 'foo', '__proto__'].map((code) => typed(code));
    expect(parseRequestedClaims(chosen, catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'unknown', claims: ['foo', '__proto__'] },
    });
  });
});

describe('what is said about a claim', () => {
  it('is one line, and whether people may leave it out', () => {
    const chosen = typed('person.roles', { optional: true, reason: ' To greet\n you. ' });
    expect(parseRequestedClaims([chosen], catalogue)).toEqual({
      type: 'valid',
      value: [{ code: 'person.roles', required: false, reason: 'To greet you.' }],
    });
  });

  it('is short', () => {
    const longest = typed('person.roles', { reason: 'ऐ'.repeat(LONGEST_REASON) });
    expect(parseRequestedClaims([longest], catalogue).type).toBe('valid');
    const tooLong = typed('person.roles', { reason: 'a'.repeat(LONGEST_REASON + 1) });
    expect(parseRequestedClaims([tooLong], catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'reason-too-long', claim: 'person.roles', longest: LONGEST_REASON },
    });
  });

  it('hides nothing from whoever reads it', () => {
    const hidden = typed('person.roles', { reason: 'To greet\u202E you' });
    expect(parseRequestedClaims([hidden], catalogue)).toEqual({
      type: 'invalid',
      problem: { code: 'reason-invisible', claim: 'person.roles' },
    });
  });
});
