import type { ClientStore } from '../../domain/client.ts';
import { readName } from './account-names.ts';
import { completeDossier, readTeam, recordEvent } from './client-dossier.ts';
import { CLIENT_COLUMNS, clientFromRow } from './client-row.ts';
import { hasTeamMember, isOwnClient } from './own-client.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';

/** What a team sees, and who is in it. */
export type ClientTeamStore = Pick<
  ClientStore,
  | 'listClientsOfTeamMember'
  | 'findClientOfTeamMember'
  | 'listTeam'
  | 'addTeamMember'
  | 'removeTeamMember'
>;

export function clientTeamStore(database: RelationalDatabase): ClientTeamStore {
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

    async addTeamMember({ number, actor, at }, member) {
      return change(database, async (transaction) => {
        if (!(await isOwnClient(transaction, number, actor))) return 'not-found';
        const added = await transaction
          .insertInto('client_team_member')
          .values({ client_number: number, account_id: member, joined_at: at })
          .onConflict((conflict) => conflict.columns(['client_number', 'account_id']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (added === undefined) return 'already-member';
        const message = await readName(transaction, member);
        await recordEvent(transaction, { number, type: 'member-added', at, actor, message });
        return 'added';
      });
    },

    async removeTeamMember({ number, actor, at }, member) {
      return change(database, async (transaction) => {
        const client = await transaction
          .selectFrom('client')
          .where('number', '=', number)
          .where(hasTeamMember(actor))
          .select('created_by')
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (client === undefined) return 'not-found';
        if (client.created_by === member) return 'is-creator';
        const removed = await transaction
          .deleteFrom('client_team_member')
          .where('client_number', '=', number)
          .where('account_id', '=', member)
          .returning('id')
          .executeTakeFirst();
        if (removed === undefined) return 'not-a-member';
        const message = await readName(transaction, member);
        await recordEvent(transaction, { number, type: 'member-removed', at, actor, message });
        return 'removed';
      });
    },
  };
}
