import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { normalizeClientName } from './client-name.ts';

export type DeletionOutcome =
  | { readonly type: 'deleted'; readonly name: string }
  | { readonly type: 'name-differs' }
  | { readonly type: 'not-found' };

/** Deletes the client with all its authorizations and tokens, if its exact name was typed; capital letters count. */
export async function deleteClient(
  action: TeamAction,
  typedName: string,
  {
    storage,
  }: {
    readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'deleteClient' | 'removeMedia'>;
  },
): Promise<DeletionOutcome> {
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return { type: 'not-found' };
  const { name, logoPath } = dossier.client;
  if (normalizeClientName(typedName) !== name) return { type: 'name-differs' };
  const type = await storage.deleteClient(action);
  if (type === 'not-found') return { type };
  if (logoPath !== null) await storage.removeMedia(logoPath);
  return { type, name };
}
