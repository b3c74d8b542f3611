import type { Transaction } from 'kysely';
import type { AccountId } from '../../domain/account.ts';
import { isPresent, ownershipOf } from '../../domain/client-ownership.ts';
import type { ClientTeamStore, OwnershipStep } from '../../domain/client-team-store.ts';
import type { ClientEventType, ClientNumber, TeamMember } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { readName } from './account-names.ts';
import {
  insertMember,
  memberOf,
  readTeams,
  recordTeamChange,
  setOwnershipNotice,
  setRole,
  takeTurnAsMember,
  takeTurnInTeam,
} from './client-team.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** Who owns a client when its owners are not here any more. */
type OwnershipStore = Pick<
  ClientTeamStore,
  'takeOverOwnership' | 'appointOwner' | 'listClientTeams' | 'settleOwnership'
>;

export function clientOwnershipStore(database: RelationalDatabase): OwnershipStore {
  return {
    async takeOverOwnership(action) {
      return change(database, async (transaction) => {
        const team = await takeTurnAsMember(transaction, action, null);
        if (team === undefined) return 'not-found';
        const { actor, today } = action;
        const ownership = ownershipOf(team, { today, soon: today });
        if (ownership.type !== 'ownerless' || ownership.nextInLine?.accountId !== actor) {
          return 'not-in-line';
        }
        const { name } = ownership.nextInLine;
        await makeOwner(transaction, { ...action, owner: actor, name, how: 'taken-over' });
        return 'taken-over';
      });
    },

    async appointOwner(action, owner) {
      return change(database, async (transaction) => {
        const { number, at, today } = action;
        const team = await takeTurnInTeam(transaction, number);
        if (team === undefined) return 'not-found';
        if (hasOwner(team, today)) return 'has-owner';
        if (memberOf(team, owner) === undefined) {
          await insertMember(transaction, { number, accountId: owner, role: 'owner', at });
        }
        const name = await readName(transaction, owner);
        await makeOwner(transaction, { ...action, owner, name, how: 'appointed' });
        return 'appointed';
      });
    },

    async listClientTeams({ after, limit, of }) {
      const clients = await database.reading
        .selectFrom('client')
        .where('number', '>', after)
        .where('status', '<>', 'retired')
        .$if(of !== null, (owned) =>
          owned.where('number', 'in', (member) =>
            member
              .selectFrom('client_team_member')
              .where('account_id', '=', of)
              .where('role', '=', 'owner')
              .select('client_number'),
          ),
        )
        .orderBy('number')
        .limit(limit)
        .select(['number', 'name', 'ownership_notice'])
        .execute();
      const teams = await readTeams(
        database.reading,
        clients.map(({ number }) => number),
      );
      return clients.map(({ number, name, ownership_notice: notice }) => ({
        number,
        name,
        team: teams.get(number) ?? [],
        hasNotice: notice !== null,
      }));
    },

    async settleOwnership(number, { at, today, soon }) {
      return change(database, async (transaction): Promise<OwnershipStep> => {
        const team = await takeTurnInTeam(transaction, number);
        if (team === undefined) return { type: 'nothing' };
        const { name, ownership_notice: told } = await transaction
          .selectFrom('client')
          .where('number', '=', number)
          .select(['name', 'ownership_notice'])
          .executeTakeFirstOrThrow();
        const about = { number, name, team };
        const ownership = ownershipOf(team, { today, soon });
        switch (ownership.type) {
          case 'owned':
            if (told !== null) await setOwnershipNotice(transaction, number, null);
            return { type: 'nothing' };
          case 'ends': {
            if (told === 'ends-soon') return { type: 'nothing' };
            await setOwnershipNotice(transaction, number, 'ends-soon');
            const { lastDay, successor } = ownership;
            return { type: 'ends-soon', ...about, lastDay, successor };
          }
          case 'ownerless': {
            const { successor, nextInLine } = ownership;
            if (successor !== undefined) {
              const { accountId: owner, name: ownerName } = successor;
              const succession = { number, at, actor: null, owner, name: ownerName };
              await makeOwner(transaction, { ...succession, how: 'successor' });
              return { type: 'succeeded', ...about, owner: successor };
            }
            if (told === 'ownerless') return { type: 'nothing' };
            await setOwnershipNotice(transaction, number, 'ownerless');
            await recordTeamChange(transaction, {
              number,
              at,
              actor: null,
              type: 'owners-gone',
              message: '',
              entry: { action: 'client.owners-gone', details: {} },
            });
            return { type: 'became-ownerless', ...about, nextInLine };
          }
        }
      });
    },
  };
}

function hasOwner(team: readonly TeamMember[], today: string): boolean {
  return team.some(({ role, stay }) => role === 'owner' && isPresent(stay, today));
}

const EVENTS = {
  successor: 'owner-succeeded',
  'taken-over': 'ownership-taken-over',
  appointed: 'owner-appointed',
} as const satisfies Record<string, ClientEventType>;

async function makeOwner(
  transaction: Transaction<Schema>,
  succession: {
    readonly number: ClientNumber;
    readonly at: Instant;
    readonly actor: AccountId | null;
    readonly owner: AccountId;
    readonly name: string;
    readonly how: keyof typeof EVENTS;
  },
): Promise<void> {
  const { number, at, actor, owner, name, how } = succession;
  await setRole(transaction, { number, accountId: owner, role: 'owner' });
  await recordTeamChange(transaction, {
    number,
    at,
    actor,
    type: EVENTS[how],
    message: name,
    entry: {
      action: 'client.owner-succeeded',
      details: { member: owner, name, role: 'owner', how },
    },
  });
}
