import type { ClientStore } from '../../domain/client.ts';
import { ACCOUNT_COLUMNS, nameFromRow } from './account-row.ts';
import { completeDossier, recordEvent } from './client-dossier.ts';
import { CLIENT_COLUMNS, clientFromRow } from './client-row.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';

/** What maintainers see and decide. */
export type ClientReviewStore = Pick<
  ClientStore,
  'listClientsForReview' | 'findClientForReview' | 'recordReviewDecision'
>;

export function clientReviewStore(database: RelationalDatabase): ClientReviewStore {
  return {
    async listClientsForReview() {
      const rows = await database.reading
        .selectFrom('client')
        .innerJoin('account', 'account.id', 'client.created_by')
        .orderBy('client.number')
        .select([...CLIENT_COLUMNS, 'client.status_since', 'client.changed_at'])
        .select(ACCOUNT_COLUMNS)
        .execute();
      const { waiting = [], decided = [] } = Object.groupBy(rows, ({ status }) =>
        status === 'in-review' ? 'waiting' : 'decided',
      );
      return [
        ...waiting.toSorted((a, b) => a.status_since - b.status_since),
        ...decided.toSorted((a, b) => b.changed_at - a.changed_at),
      ].map((row) => ({
        client: clientFromRow(row),
        createdByName: nameFromRow(row),
        statusSince: row.status_since,
      }));
    },

    async findClientForReview(number) {
      return readSnapshot(database, async (transaction) => {
        const row = await transaction
          .selectFrom('client')
          .where('number', '=', number)
          .select(CLIENT_COLUMNS)
          .executeTakeFirst();
        return row && (await completeDossier(transaction, row));
      });
    },

    async recordReviewDecision(decision) {
      const { number, reviewer, at, type, message } = decision;
      return change(database, async (transaction) => {
        const recorded = await transaction
          .updateTable('client')
          .set({
            status: decision.status,
            status_since: at,
            approved_claims: JSON.stringify(decision.approvedClaims),
          })
          .where('number', '=', number)
          .where('revision', '=', decision.expectedRevision)
          .where('status', '=', decision.expectedStatus)
          .returning('number')
          .executeTakeFirst();
        if (recorded === undefined) {
          const found = await transaction
            .selectFrom('client')
            .where('number', '=', number)
            .select('number')
            .executeTakeFirst();
          return found === undefined ? 'not-found' : 'changed-meanwhile';
        }
        await recordEvent(transaction, { number, type, at, actor: reviewer, message });
        return 'recorded';
      });
    },
  };
}
