import { claimDifference, isSameClaimSet } from '../domain/claim-difference.ts';
import type { ClaimCatalogue, ClaimCode } from '../domain/claim.ts';
import type { Client, ClientStatus, TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { parseRequestedClaims, type RequestedClaimsProblem } from './requested-claims.ts';

export interface ClaimsChange {
  readonly chosen: readonly string[];
  /** The revision the developer saw when they chose. */
  readonly seenRevision: number;
}

export interface ClaimsChangeDependencies {
  readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'changeRequestedClaims'>;
  readonly catalogue: ClaimCatalogue;
}

export type ClaimsChangeOutcome =
  | { readonly type: 'changed'; readonly status: ClientStatus }
  /** The same set as before: nothing is stored, nothing loses its approval. */
  | { readonly type: 'unchanged' }
  /** Somebody else changed the set since the form was opened, or a maintainer decided just now. */
  | { readonly type: 'changed-meanwhile' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: RequestedClaimsProblem };

/** Changes what the client asks for, and with it, perhaps, its approval (docs/adr/0003). */
export async function changeRequestedClaims(
  action: TeamAction,
  { chosen, seenRevision }: ClaimsChange,
  { storage, catalogue }: ClaimsChangeDependencies,
): Promise<ClaimsChangeOutcome> {
  const parsed = parseRequestedClaims(chosen, catalogue);
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  if (parsed.type === 'invalid') return parsed;
  const { client } = dossier;
  if (client.revision !== seenRevision) return { type: 'changed-meanwhile' };
  if (isSameClaimSet(client.requestedClaims, parsed.value)) return { type: 'unchanged' };

  const requestedClaims = inOrderChosen(client.requestedClaims, parsed.value);
  const status = statusAfterClaimsChange(client, requestedClaims);
  const outcome = await storage.changeRequestedClaims(action, {
    requestedClaims,
    status,
    expectedRevision: seenRevision,
    expectedStatus: client.status,
    message: describeChange(client.requestedClaims, requestedClaims, catalogue),
  });
  return outcome === 'changed' ? { type: 'changed', status } : { type: outcome };
}

/**
 * What asking for another set means:
 * - a suspended client stays suspended, whatever it asks for;
 * - the set a maintainer approved is approved again at once;
 * - anything else waits for a maintainer.
 */
export function statusAfterClaimsChange(
  { status, approvedClaims }: Pick<Client, 'status' | 'approvedClaims'>,
  requested: readonly ClaimCode[],
): ClientStatus {
  if (status === 'suspended') return 'suspended';
  return isSameClaimSet(approvedClaims, requested) ? 'approved' : 'in-review';
}

/**
 * Claims asked for before keep their order, which is the order of the response; new ones follow.
 * A form of checkboxes cannot tell the order of clicks, so it must not destroy it either.
 */
function inOrderChosen(
  before: readonly ClaimCode[],
  chosen: readonly ClaimCode[],
): readonly ClaimCode[] {
  return [
    ...before.filter((code) => chosen.includes(code)),
    ...chosen.filter((code) => !before.includes(code)),
  ];
}

/** For the history: what came and what went, in the words of the catalogue. */
function describeChange(
  before: readonly ClaimCode[],
  after: readonly ClaimCode[],
  catalogue: ClaimCatalogue,
): string {
  const { added, removed } = claimDifference(before, after);
  const names = (codes: readonly ClaimCode[]): string =>
    codes.map((code) => claimName(code, catalogue)).join(', ');
  const parts: string[] = [];
  if (added.length > 0) parts.push(`Asks for more: ${names(added)}.`);
  if (removed.length > 0) parts.push(`No longer asks for: ${names(removed)}.`);
  return parts.join(' ');
}

/** Labels such as "Joining date" stand in two categories. */
function claimName(code: ClaimCode, catalogue: ClaimCatalogue): string {
  const category = catalogue.categories.find(({ claims }) =>
    claims.some((claim) => claim.code === code),
  );
  const claim = catalogue.byCode.get(code);
  return category === undefined || claim === undefined
    ? code
    : `${claim.label} (${category.label.toLowerCase()})`;
}
