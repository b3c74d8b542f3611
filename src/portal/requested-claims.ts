import type { ClaimCatalogue, ClaimCode } from '../domain/claim.ts';
import { invalid, valid, type Parsed } from './parsed-field.ts';

export type RequestedClaimsProblem =
  { readonly code: 'missing' } | { readonly code: 'unknown'; readonly claims: readonly string[] };

/** The claims a developer chose: at least one, all of the catalogue, in the order chosen (wire contract §1.1, 4). */
export function parseRequestedClaims(
  chosen: readonly string[],
  catalogue: ClaimCatalogue,
): Parsed<readonly ClaimCode[], RequestedClaimsProblem> {
  const claims = [...new Set(chosen)];
  const unknown = claims.filter((code) => !catalogue.byCode.has(code));
  if (unknown.length > 0) return invalid({ code: 'unknown', claims: unknown });
  return claims.length === 0 ? invalid({ code: 'missing' }) : valid(claims);
}
