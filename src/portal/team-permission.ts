import { type ClientPermission, type ClientRole, mayDo, rolesFor } from '../domain/client-role.ts';
import type { TeamAction } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';

export type PermissionOutcome =
  | { readonly type: 'allowed' }
  | {
      readonly type: 'role-too-low';
      readonly app: string;
      readonly role: ClientRole;
      /** With which it would be allowed. */
      readonly needed: readonly ClientRole[];
      /** Who can change that. */
      readonly owners: readonly string[];
    }
  /** Not in the team: for them it does not exist. */
  | { readonly type: 'not-found' };

/**
 * Whether a member's role allows something, to say why not. What decides is the statement that does it: there the role
 * is a condition.
 */
export async function findPermission(
  { number, actor }: Pick<TeamAction, 'number' | 'actor'>,
  permission: ClientPermission,
  { storage }: { readonly storage: Pick<Storage, 'findClientOfTeamMember'> },
): Promise<PermissionOutcome> {
  const dossier = await storage.findClientOfTeamMember(number, actor);
  const own = dossier?.team.find(({ accountId }) => accountId === actor);
  if (dossier === undefined || own === undefined) return { type: 'not-found' };
  if (mayDo(own.role, permission)) return { type: 'allowed' };
  return {
    type: 'role-too-low',
    app: dossier.client.name,
    role: own.role,
    needed: rolesFor(permission),
    owners: dossier.team.filter(({ role }) => role === 'owner').map(({ name }) => name),
  };
}
