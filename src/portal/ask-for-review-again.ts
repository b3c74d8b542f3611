import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';

export type AskAgainOutcome =
  | { readonly type: 'asked' }
  /** Only a rejected client can be asked for again. */
  | { readonly type: 'not-rejected' }
  | { readonly type: 'changed-meanwhile' }
  | { readonly type: 'not-found' };

/** Puts a rejected client back into review with what it asks for now, e.g. after its description was made clearer. */
export async function askForReviewAgain(
  action: TeamAction,
  {
    storage,
  }: {
    readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'changeRequestedClaims'>;
  },
): Promise<AskAgainOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const { client } = dossier;
  if (client.status !== 'rejected') return { type: 'not-rejected' };
  const outcome = await storage.changeRequestedClaims(action, {
    requestedClaims: client.requestedClaims,
    status: 'in-review',
    expectedRevision: client.revision,
    expectedStatus: client.status,
    message: 'Asked for review again, with the same data points.',
  });
  return { type: outcome === 'changed' ? 'asked' : outcome };
}
