import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import {
  NAME_TAKEN,
  parseDetails,
  type DetailsProblems,
  type TypedDetails,
} from './details-form.ts';

export type DetailsOutcome =
  | { readonly type: 'changed' }
  | { readonly type: 'not-found' }
  | { readonly type: 'invalid'; readonly problems: DetailsProblems };

/** Changes name, description and client type. Approval stays (wire contract §6). */
export async function changeClientDetails(
  action: TeamAction,
  typed: TypedDetails,
  { storage }: { readonly storage: Pick<Storage, 'changeClientDetails'> },
): Promise<DetailsOutcome> {
  const details = parseDetails(typed);
  if (details.type === 'invalid') return { type: 'invalid', problems: details.problem };
  const outcome = await storage.changeClientDetails(action, details.value);
  return outcome === 'name-taken' ? { type: 'invalid', problems: NAME_TAKEN } : { type: outcome };
}
