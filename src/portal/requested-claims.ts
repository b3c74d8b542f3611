import type { ClaimCatalogue } from '../domain/claim.ts';
import type { RequestedClaim } from '../domain/client-revision.ts';
import { invalid, valid, type Parsed } from './parsed-field.ts';
import { invisibleCharacter } from '../domain/visible-text.ts';

/** A data point as it was ticked, with what was typed beside it. */
export interface TypedClaim {
  readonly code: string;
  /** People may leave it out. */
  readonly optional: boolean;
  readonly reason: string;
}

/** Of a reason, in characters: one line on the consent screen of a phone or two. */
export const LONGEST_REASON = 140;

export type RequestedClaimsProblem =
  | { readonly code: 'missing' }
  | { readonly code: 'unknown'; readonly claims: readonly string[] }
  | { readonly code: 'reason-too-long'; readonly claim: string; readonly longest: number }
  | { readonly code: 'reason-invisible'; readonly claim: string };

/** What a developer chose: at least one, all of the catalogue, in the order chosen (wire contract §1.1, 4). */
export function parseRequestedClaims(
  typed: readonly TypedClaim[],
  catalogue: ClaimCatalogue,
): Parsed<readonly RequestedClaim[], RequestedClaimsProblem> {
  const chosen = [...new Map(typed.map((claim) => [claim.code, claim])).values()];
  const unknown = chosen.map(({ code }) => code).filter((code) => !catalogue.byCode.has(code));
  if (unknown.length > 0) return invalid({ code: 'unknown', claims: unknown });
  if (chosen.length === 0) return invalid({ code: 'missing' });
  const claims = chosen.map(({ code, optional, reason }) => ({
    code,
    required: !optional,
    reason: reason.normalize('NFC').replaceAll(/\s+/gu, ' ').trim(),
  }));
  for (const { code: claim, reason } of claims) {
    if (Array.from(reason).length > LONGEST_REASON) {
      return invalid({ code: 'reason-too-long', claim, longest: LONGEST_REASON });
    }
    if (invisibleCharacter(reason) !== undefined) {
      return invalid({ code: 'reason-invisible', claim });
    }
  }
  return valid(claims);
}
