import { describe, expect, it } from 'vitest';
import { plainClaim, type RequestedClaim } from '../domain/client-revision.ts';
import { nothingToDecide } from './nothing-to-decide.ts';

const name = plainClaim('person.full_name');
const roles = { ...plainClaim('person.roles'), reason: 'To greet you.' };

function decide(
  requested: readonly RequestedClaim[],
  approved: readonly RequestedClaim[] | null,
  autoApproved: readonly string[] = [],
) {
  return nothingToDecide(requested, { approved, autoApproved });
}

describe('nobody needs to decide', () => {
  it('when an app asks for less, or for the same', () => {
    expect(decide([name], [name, roles])).toBe('narrower');
    expect(decide([roles, name], [name, roles])).toBe('narrower');
  });

  it('when people may leave out what they could not', () => {
    expect(decide([{ ...name, required: false }], [name])).toBe('narrower');
  });

  it('when the institution approves what is new by rule', () => {
    expect(decide([name, roles], [name], [roles.code])).toBe('by-rule');
    expect(decide([roles], null, [roles.code, name.code])).toBe('by-rule');
  });
});

describe('a maintainer decides', () => {
  it('when something new is asked for', () => {
    expect(decide([name, roles], [name])).toBeUndefined();
    expect(decide([name, roles], [name], ['person.sex'])).toBeUndefined();
  });

  it('when people can no longer leave something out', () => {
    expect(decide([name], [{ ...name, required: false }])).toBeUndefined();
  });

  it('when another reason is given: people read it', () => {
    expect(decide([{ ...roles, reason: 'To sell you things.' }], [roles])).toBeUndefined();
  });

  it('about the first request, whatever it is', () => {
    expect(decide([name], null)).toBeUndefined();
    expect(decide([], null)).toBeUndefined();
  });
});
