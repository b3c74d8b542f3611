import { describe, expect, it } from 'vitest';

import { CLIENT_STATUSES } from '../domain/client.ts';
import type { Environment } from '../domain/environment.ts';
import { belongsTo, mayAct } from './client-standing.ts';

const ON = { sandboxIsOn: true };

/** By status, with these claims that may be granted. */
function standing(environment: Environment, grantableClaims: readonly string[], policy = ON) {
  const statuses = CLIENT_STATUSES.map((status) => [
    status,
    mayAct({ environment, status, grantableClaims }, policy),
  ]);
  return Object.fromEntries(statuses) as Record<string, boolean>;
}

describe('ADR 0003: what was approved stays in force', () => {
  it('in every standing but a suspended one', () => {
    expect(standing('live', ['person.full_name'])).toEqual({
      'in-review': true,
      approved: true,
      rejected: true,
      suspended: false,
    });
  });

  it('only if something was', () => {
    expect(standing('live', [])).toMatchObject({ 'in-review': false, rejected: false });
  });

  it('whether or not there is a sandbox', () => {
    expect(standing('live', ['a.b'], { sandboxIsOn: false })['approved']).toBe(true);
  });
});

describe('ADR 0007: the sandbox of a client', () => {
  it('works before it is approved and when it was rejected, not when it is suspended', () => {
    expect(standing('sandbox', ['person.full_name'])).toEqual({
      'in-review': true,
      approved: true,
      rejected: true,
      suspended: false,
    });
  });

  it('does not work when the institution has switched it off', () => {
    const off = standing('sandbox', ['person.full_name'], { sandboxIsOn: false });
    expect(Object.values(off)).toEqual([false, false, false, false]);
  });
});

describe('what was granted', () => {
  it.each([
    [1, 'live', true],
    [1, 'sandbox', false],
    [2, 'live', false],
    [2, 'sandbox', false],
  ] as const)('to client %i in %s belongs to client 1 in live: %s', (number, environment, yes) => {
    const client = { number, environment };
    expect(belongsTo({ clientNumber: 1, environment: 'live' }, client)).toBe(yes);
  });
});
