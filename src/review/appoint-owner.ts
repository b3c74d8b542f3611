import { type Account, type AccountId, displayName } from '../domain/account.ts';
import type { TeamChange } from '../domain/client-team-store.ts';
import type { Storage } from '../domain/storage.ts';
import { isOwnClient } from './decide.ts';
import { mailMembers } from '../domain/mail-members.ts';
import type { TellDependencies } from './tell-team.ts';

export interface AppointDependencies extends TellDependencies {
  readonly storage: Pick<Storage, 'findAccount' | 'findClientForReview' | 'appointOwner'>;
}

export type AppointOutcome =
  | { readonly type: 'appointed'; readonly name: string }
  | { readonly type: 'has-owner' | 'no-such-person' | 'own-client' | 'not-found' };

/**
 * Gives an app whose owners are not here any more a new one, and tells its team by mail.
 * @param account whoever was named; undefined: nobody
 */
export async function appointOwner(
  action: TeamChange,
  account: Account | undefined,
  { storage, sendMail, issuer }: AppointDependencies,
): Promise<AppointOutcome> {
  const dossier = await storage.findClientForReview(action.number);
  if (dossier === undefined) return { type: 'not-found' };
  // They take it over like everybody in the team, or another maintainer decides.
  if (isOwnClient(dossier, action.actor)) return { type: 'own-client' };
  if (account?.isActive !== true) return { type: 'no-such-person' };
  const type = await storage.appointOwner(action, account.id);
  if (type !== 'appointed') return { type };
  const name = displayName(account);
  const { client, team } = dossier;
  const told = new Set<AccountId>([...team.map(({ accountId }) => accountId), account.id]);
  const template = {
    type: 'team-owner-succeeded',
    app: client.name,
    owner: name,
    appPage: `${issuer}/developer/${client.number}#team`,
  } as const;
  const members = [...told].map((accountId) => ({ accountId }));
  await mailMembers(members, template, { storage, sendMail });
  return { type, name };
}
