import { describe, expect, it } from 'vitest';

import { CLIENT_STATUSES } from '../domain/client-lifecycle.ts';
import type { Environment } from '../domain/environment.ts';
import { belongsTo, mayAct } from './client-standing.ts';

const ON = { sandboxIsOn: true };

/** By status. */
function standing(environment: Environment, policy = ON): Record<string, boolean> {
  return Object.fromEntries(
    CLIENT_STATUSES.map((status) => [status, mayAct({ environment, status }, policy)]),
  );
}

describe('ADR 0010: what a client was granted counts', () => {
  it('while it is approved, whatever waits beside that', () => {
    expect(standing('live')).toEqual({
      draft: false,
      'in-review': false,
      'changes-requested': false,
      rejected: false,
      approved: true,
      suspended: false,
      retired: false,
    });
  });

  it('whether or not there is a sandbox', () => {
    expect(standing('live', { sandboxIsOn: false })['approved']).toBe(true);
  });
});

describe('ADR 0008: the sandbox of a client', () => {
  it('works before it is approved, not when it is suspended or retired', () => {
    expect(standing('sandbox')).toEqual({
      draft: true,
      'in-review': true,
      'changes-requested': true,
      rejected: true,
      approved: true,
      suspended: false,
      retired: false,
    });
  });

  it('does not work when the institution has switched it off', () => {
    expect(Object.values(standing('sandbox', { sandboxIsOn: false }))).not.toContain(true);
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
