import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { normalizeClientName } from './client-name.ts';

export type RetirementOutcome =
  | { readonly type: 'retired' }
  | { readonly type: 'name-differs' }
  /** It has ended already. */
  | { readonly type: 'not-possible' }
  | { readonly type: 'not-found' };

/** Ends the client for ever, if its exact name was typed: all access stops at once, its history stays. */
export async function retireClient(
  action: TeamAction,
  typedName: string,
  { storage }: { readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'retireClient'> },
): Promise<RetirementOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  if (normalizeClientName(typedName) !== dossier.client.name) return { type: 'name-differs' };
  return { type: (await storage.retireClient(action)) ? 'retired' : 'not-possible' };
}
