import type { ClaimCode } from './claim.ts';

/** How one set of claims differs from another; the order inside a set means nothing here. */
export interface ClaimDifference {
  /** In the order of the later set. */
  readonly added: readonly ClaimCode[];
  /** In the order of the earlier set. */
  readonly removed: readonly ClaimCode[];
  /** In the order of the later set. */
  readonly kept: readonly ClaimCode[];
}

/** What changes from one set of claims to another. */
export function claimDifference(
  before: readonly ClaimCode[],
  after: readonly ClaimCode[],
): ClaimDifference {
  return {
    added: after.filter((code) => !before.includes(code)),
    removed: before.filter((code) => !after.includes(code)),
    kept: after.filter((code) => before.includes(code)),
  };
}

/** Whether both name the same claims, in whatever order. */
export function isSameClaimSet(one: readonly ClaimCode[], other: readonly ClaimCode[]): boolean {
  const { added, removed } = claimDifference(one, other);
  return added.length === 0 && removed.length === 0;
}
