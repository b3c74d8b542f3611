import type { AccountId } from '../../domain/account.ts';
import { isOwnedWithout, isPresent } from '../../domain/client-ownership.ts';
import type { ClientTeamStore } from '../../domain/client-team-store.ts';
import type { ClientStore } from '../../domain/client.ts';
import { readName } from './account-names.ts';
import { completeDossier } from './client-dossier.ts';
import { CLIENT_COLUMNS, clientFromRow } from './client-row.ts';
import {
  inLines,
  insertMember,
  memberOf,
  readTeam,
  recordTeamChange,
  setRole,
  takeTurnAsMember,
} from './client-team.ts';
import { hasTeamMember } from './own-client.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';

/** What a team sees, and who is in it as what. */
type TeamStore = Pick<ClientStore, 'listClientsOfTeamMember' | 'findClientOfTeamMember'> &
  Pick<
    ClientTeamStore,
    | 'listTeam'
    | 'addTeamMember'
    | 'removeTeamMember'
    | 'changeMemberRole'
    | 'transferOwnership'
    | 'nameSuccessor'
  >;

export function clientTeamStore(database: RelationalDatabase): TeamStore {
  return {
    async listClientsOfTeamMember(accountId) {
      const rows = await database.reading
        .selectFrom('client')
        .where(hasTeamMember(accountId))
        .orderBy('client.created_at', 'desc')
        .orderBy('client.number', 'desc')
        .select(CLIENT_COLUMNS)
        .execute();
      return rows.map(clientFromRow);
    },

    async findClientOfTeamMember(number, accountId) {
      return readSnapshot(database, async (transaction) => {
        const row = await transaction
          .selectFrom('client')
          .where('number', '=', number)
          .where(hasTeamMember(accountId))
          .select(CLIENT_COLUMNS)
          .executeTakeFirst();
        return row && (await completeDossier(transaction, row));
      });
    },

    async listTeam(number) {
      return readTeam(database.reading, number);
    },

    async addTeamMember(action, member, role) {
      return change(database, async (transaction) => {
        const team = await takeTurnAsMember(transaction, action, 'team');
        if (team === undefined) return 'not-found';
        const { number, at } = action;
        if (!(await insertMember(transaction, { number, accountId: member, role, at }))) {
          return 'already-member';
        }
        const name = await readName(transaction, member);
        await recordTeamChange(transaction, {
          ...action,
          type: 'member-added',
          message: inLines(name, role),
          entry: { action: 'client.member-added', details: { member, name, role } },
        });
        return 'added';
      });
    },

    async removeTeamMember(action, member) {
      return change(database, async (transaction) => {
        const isOneself = member === action.actor;
        const team = await takeTurnAsMember(transaction, action, isOneself ? null : 'team');
        if (team === undefined) return 'not-found';
        const found = memberOf(team, member);
        if (found === undefined) return 'not-a-member';
        if (found.role === 'owner' && !isOwnedWithout(team, { ...found, ...action })) {
          return 'last-owner';
        }
        await transaction
          .deleteFrom('client_team_member')
          .where('client_number', '=', action.number)
          .where('account_id', '=', member)
          .execute();
        const { name, role } = found;
        await recordTeamChange(transaction, {
          ...action,
          type: 'member-removed',
          message: inLines(name, role),
          entry: { action: 'client.member-removed', details: { member, name, role } },
        });
        return 'removed';
      });
    },

    async changeMemberRole(action, member, role) {
      return change(database, async (transaction) => {
        const team = await takeTurnAsMember(transaction, action, 'team');
        if (team === undefined) return 'not-found';
        const found = memberOf(team, member);
        if (found === undefined) return 'not-a-member';
        if (found.role === role) return 'unchanged';
        if (found.role === 'owner' && !isOwnedWithout(team, { ...found, ...action })) {
          return 'last-owner';
        }
        await setRole(transaction, { number: action.number, accountId: member, role });
        const { name } = found;
        await recordTeamChange(transaction, {
          ...action,
          type: 'role-changed',
          message: inLines(name, role),
          entry: { action: 'client.role-changed', details: { member, name, role } },
        });
        return 'changed';
      });
    },

    async transferOwnership(action, member) {
      return change(database, async (transaction) => {
        const team = await takeTurnAsMember(transaction, action, 'team');
        if (team === undefined) return 'not-found';
        const found = memberOf(team, member);
        if (found === undefined) return 'not-a-member';
        if (member === action.actor || !isPresent(found.stay, action.today)) return 'not-possible';
        const { number, actor } = action;
        await setRole(transaction, { number, accountId: actor, role: 'developer' });
        await setRole(transaction, { number, accountId: member, role: 'owner' });
        const { name } = found;
        await recordTeamChange(transaction, {
          ...action,
          type: 'ownership-transferred',
          message: name,
          entry: {
            action: 'client.ownership-transferred',
            details: { member, name, role: 'owner' },
          },
        });
        return 'transferred';
      });
    },

    async nameSuccessor(action, member) {
      return change(database, async (transaction) => {
        const team = await takeTurnAsMember(transaction, action, 'team');
        if (team === undefined) return 'not-found';
        const found = member === null ? null : memberOf(team, member);
        if (found === undefined || found?.role === 'owner') return 'not-a-member';
        const before = team.find(({ isSuccessor }) => isSuccessor)?.accountId ?? null;
        if (before === member) return 'unchanged';
        await markSuccessor(transaction, action.number, member);
        const name = found?.name ?? null;
        await recordTeamChange(transaction, {
          ...action,
          type: 'successor-named',
          message: name ?? '',
          entry: { action: 'client.successor-named', details: { member, name } },
        });
        return 'named';
      });
    },
  };
}

async function markSuccessor(
  transaction: Parameters<Parameters<typeof change>[1]>[0],
  number: number,
  member: AccountId | null,
): Promise<void> {
  const ofClient = transaction
    .updateTable('client_team_member')
    .where('client_number', '=', number);
  await ofClient.set({ is_successor: 0 }).where('is_successor', '=', 1).execute();
  if (member === null) return;
  await ofClient.set({ is_successor: 1 }).where('account_id', '=', member).execute();
}
