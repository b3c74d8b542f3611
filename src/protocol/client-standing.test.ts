import { describe, expect, it } from 'vitest';

import { CLIENT_STATUSES } from '../domain/client.ts';
import { hasApprovalInForce } from './client-standing.ts';

describe('ADR 0003: what was approved stays in force', () => {
  it('in every standing but a suspended one', () => {
    const standing = CLIENT_STATUSES.map((status) => [
      status,
      hasApprovalInForce({ status, approvedClaims: ['person.full_name'] }),
    ]);
    expect(Object.fromEntries(standing)).toEqual({
      'in-review': true,
      approved: true,
      rejected: true,
      suspended: false,
    });
  });

  it('only if something was', () => {
    expect(hasApprovalInForce({ status: 'in-review', approvedClaims: [] })).toBe(false);
    expect(hasApprovalInForce({ status: 'rejected', approvedClaims: [] })).toBe(false);
  });
});
