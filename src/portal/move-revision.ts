import type { ClaimCode } from '../domain/claim.ts';
import { afterRevisionEvent, type ClientStanding } from '../domain/client-lifecycle.ts';
import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { approvedTerms, presentClaims } from './change-requested-claims.ts';
import { nothingToDecide } from './nothing-to-decide.ts';

/** What a team does with what it has written: `submit` also after a rejection, with nothing changed. */
export type RevisionMove = 'submit' | 'take-back' | 'withdraw';

export type MoveOutcome =
  | {
      readonly type: 'moved';
      readonly event: 'submitted' | 'taken-back' | 'withdrawn' | 'approved-by-itself';
      readonly standing: ClientStanding;
    }
  /** It is not where this can be done: somebody was faster. */
  | { readonly type: 'not-possible' }
  | { readonly type: 'changed-meanwhile' }
  | { readonly type: 'not-found' };

const EVENTS = {
  submit: 'submitted',
  'take-back': 'taken-back',
  withdraw: 'withdrawn',
} as const;

/** Sends the newest revision to review, takes it back to go on writing, or gives it up. */
export async function moveRevision(
  action: TeamAction,
  move: RevisionMove,
  {
    storage,
    autoApprovedClaims,
  }: {
    readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'moveRevision'>;
    readonly autoApprovedClaims: readonly ClaimCode[];
  },
): Promise<MoveOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const { client } = dossier;
  const approved = approvedTerms(dossier);
  const decidable = { approved, autoApproved: autoApprovedClaims };
  // A rule does not overrule a maintainer who said no.
  const byItself =
    move === 'submit' &&
    client.revisionState === 'draft' &&
    nothingToDecide(presentClaims(dossier), decidable) !== undefined;
  const after = afterRevisionEvent(client, byItself ? 'approve-by-itself' : move);
  if (after === undefined) return { type: 'not-possible' };
  const event = byItself ? 'approved-by-itself' : EVENTS[move];
  const outcome = await storage.moveRevision(action, { event, expected: client, after });
  return outcome === 'changed' ? { type: 'moved', event, standing: after } : { type: outcome };
}
