import type { ClaimCode } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';

/** Why a set of data points needs no maintainer, if it needs none. */
export type NothingToDecide =
  /** It asks for less than what is approved, in the same words. */
  | 'narrower'
  /** What is not approved yet is on the institution's list. */
  | 'by-rule'
  | undefined;

/**
 * Whether a maintainer is asked. A reason is text that people read, and a data point that becomes required can no
 * longer be left out: neither is approved until somebody read it. Asking for less, or letting people choose, is free.
 *
 * @param approved what is in force, with its words; null: nothing was ever approved
 * @param autoApproved the institution's list
 */
export function nothingToDecide(
  requested: readonly RequestedClaim[],
  {
    approved,
    autoApproved,
  }: {
    readonly approved: readonly RequestedClaim[] | null;
    readonly autoApproved: readonly ClaimCode[];
  },
): NothingToDecide {
  const isApproved = (claim: RequestedClaim): boolean =>
    approved?.some(
      ({ code, required, reason }) =>
        code === claim.code && reason === claim.reason && (required || !claim.required),
    ) === true;
  const undecided = requested.filter((claim) => !isApproved(claim));
  if (undecided.length === 0) return approved === null ? undefined : 'narrower';
  return undecided.every(({ code }) => autoApproved.includes(code)) ? 'by-rule' : undefined;
}
