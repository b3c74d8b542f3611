import { claimDifference } from '../domain/claim-difference.ts';
import type { ClaimCatalogue, ClaimCode } from '../domain/claim.ts';
import { afterEdit, type ClientStanding, type FirstState } from '../domain/client-lifecycle.ts';
import { plainClaim, type RequestedClaim } from '../domain/client-revision.ts';
import type { ClientDossier, TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { nothingToDecide } from './nothing-to-decide.ts';
import {
  parseRequestedClaims,
  type RequestedClaimsProblem,
  type TypedClaim,
} from './requested-claims.ts';

export interface ClaimsChange {
  readonly chosen: readonly TypedClaim[];
  /** The revision the developer saw when they chose. */
  readonly seenRevision: number;
  /** Kept for the team, not sent to review. */
  readonly asDraft: boolean;
}

export interface ClaimsChangeDependencies {
  readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'changeRequestedClaims'>;
  readonly catalogue: ClaimCatalogue;
  /** What the institution approves without looking. */
  readonly autoApprovedClaims: readonly ClaimCode[];
}

export type ClaimsChangeOutcome =
  | { readonly type: 'changed'; readonly begins: FirstState; readonly standing: ClientStanding }
  /** The same as before, to the word: nothing is stored. */
  | { readonly type: 'unchanged' }
  /** Somebody else changed it since the form was opened, or a maintainer decided just now. */
  | { readonly type: 'changed-meanwhile' }
  /** Suspended or retired. */
  | { readonly type: 'not-possible' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problem: RequestedClaimsProblem };

/**
 * Changes what the client asks for: a new revision, which waits for a maintainer beside what is approved, unless
 * there is nothing to decide (docs/adr/0010).
 */
export async function changeRequestedClaims(
  action: TeamAction,
  { chosen, seenRevision, asDraft }: ClaimsChange,
  { storage, catalogue, autoApprovedClaims }: ClaimsChangeDependencies,
): Promise<ClaimsChangeOutcome> {
  const parsed = parseRequestedClaims(chosen, catalogue);
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  if (parsed.type === 'invalid') return parsed;
  const { client } = dossier;
  if (client.revision !== seenRevision) return { type: 'changed-meanwhile' };
  const before = presentClaims(dossier);
  const requestedClaims = inOrderChosen(client.requestedClaims, parsed.value);
  const { revisionState } = client;
  const isTurnedDown = revisionState === 'rejected' || revisionState === 'changes-requested';
  // Saving what the team has in hand sends it to review, also as it is.
  const isInHand = isTurnedDown || revisionState === 'draft';
  if (isSame(before, requestedClaims) && (asDraft || !isInHand)) return { type: 'unchanged' };

  const decidable = nothingToDecide(requestedClaims, {
    approved: approvedTerms(dossier),
    // A rule does not overrule a maintainer who said no.
    autoApproved: isTurnedDown ? [] : autoApprovedClaims,
  });
  const begins = beginning(asDraft, decidable !== undefined);
  const after = afterEdit(client, begins);
  if (after === undefined) return { type: 'not-possible' };
  const outcome = await storage.changeRequestedClaims(action, {
    requestedClaims,
    begins,
    expected: client,
    after,
    message: describeChange(before, requestedClaims),
  });
  return outcome === 'changed' ? { type: outcome, begins, standing: after } : { type: outcome };
}

function beginning(asDraft: boolean, nobodyDecides: boolean): FirstState {
  if (asDraft) return 'draft';
  return nobodyDecides ? 'approved' : 'in-review';
}

/** What the newest revision asks for; once that was decided, or given up, what is approved. */
export function presentClaims({ client, revisions }: ClientDossier): readonly RequestedClaim[] {
  const newest = termsOf(revisions.find(({ number }) => number === client.revision)?.claims ?? []);
  const approved = approvedTermsOf(client.approvedRevision, revisions);
  return client.requestedClaims.map((code) =>
    client.revisionState === 'withdrawn' ? (approved ?? newest)(code) : newest(code),
  );
}

/** What is in force, in its words; null: nothing was ever approved. */
export function approvedTerms({
  client,
  revisions,
}: ClientDossier): readonly RequestedClaim[] | null {
  const terms = approvedTermsOf(client.approvedRevision, revisions);
  return terms && client.approvedClaims.map(terms);
}

type Terms = (code: ClaimCode) => RequestedClaim;

function approvedTermsOf(
  approvedRevision: number | null,
  revisions: ClientDossier['revisions'],
): Terms | null {
  if (approvedRevision === null) return null;
  return termsOf(revisions.find(({ number }) => number === approvedRevision)?.claims ?? []);
}

function termsOf(claims: readonly RequestedClaim[]): Terms {
  return (code) => claims.find((claim) => claim.code === code) ?? plainClaim(code);
}

function isSame(one: readonly RequestedClaim[], other: readonly RequestedClaim[]): boolean {
  return describeChange(one, other) === '';
}

/**
 * Claims asked for before keep their order, which is the order of the response; new ones follow.
 * A form of checkboxes cannot tell the order of clicks, so it must not destroy it either.
 */
function inOrderChosen(
  before: readonly ClaimCode[],
  chosen: readonly RequestedClaim[],
): readonly RequestedClaim[] {
  const kept = before.flatMap((code) => chosen.find((claim) => claim.code === code) ?? []);
  return [...kept, ...chosen.filter(({ code }) => !before.includes(code))];
}

/**
 * For the history, a line for each data point: `+` came, `-` went, `~` is said otherwise. Codes, because who reads
 * it may read it in another language.
 */
function describeChange(
  before: readonly RequestedClaim[],
  after: readonly RequestedClaim[],
): string {
  const { added, removed, kept } = claimDifference(codesOf(before), codesOf(after));
  const reworded = kept.filter((code) => !isSameClaim(termsOf(before)(code), termsOf(after)(code)));
  return [
    ...added.map((code) => `+${code}`),
    ...removed.map((code) => `-${code}`),
    ...reworded.map((code) => `~${code}`),
  ].join('\n');
}

function codesOf(claims: readonly RequestedClaim[]): readonly ClaimCode[] {
  return claims.map(({ code }) => code);
}

function isSameClaim(one: RequestedClaim, other: RequestedClaim): boolean {
  return one.required === other.required && one.reason === other.reason;
}
