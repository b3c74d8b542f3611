import type { AccountId } from '../domain/account.ts';
import type { TeamChange } from '../domain/client-team-store.ts';
import type { SendMail } from '../domain/mailer.ts';
import type { Storage } from '../domain/storage.ts';
import { mailNewRole } from './team.ts';

export interface HandOverDependencies {
  readonly storage: Pick<Storage, 'findClientOfTeamMember' | 'findAccount' | 'transferOwnership'>;
  readonly sendMail: SendMail;
  /** Origin of our own pages, for the link in the mail. */
  readonly issuer: string;
}

export type HandOverOutcome =
  | 'transferred'
  /** Deactivated, or none of their roles is current. */
  | 'not-possible'
  | 'not-a-member'
  | 'not-found';

/** Makes a member owner and the actor developer, in one step, and tells the member by mail. */
export async function transferOwnership(
  action: TeamChange,
  memberId: AccountId,
  deps: HandOverDependencies,
): Promise<HandOverOutcome> {
  const { storage } = deps;
  const dossier = await storage.findClientOfTeamMember(action.number, action.actor);
  if (dossier === undefined) return 'not-found';
  const outcome = await storage.transferOwnership(action, memberId);
  if (outcome === 'transferred') {
    await mailNewRole({ dossier, action, memberId, role: 'owner' }, deps);
  }
  return outcome;
}
