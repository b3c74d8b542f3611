import type { Selectable } from 'kysely';
import { awaitsReview } from '../../domain/client-lifecycle.ts';
import type { ClientForReview, ClientStore, ReviewDecision } from '../../domain/client.ts';
import { ACCOUNT_COLUMNS, type AccountRow, nameFromRow } from './account-row.ts';
import { recordClientEntry } from './audit-log.ts';
import { completeDossier } from './client-dossier.ts';
import { recordEvent } from './client-event.ts';
import { CLIENT_COLUMNS, clientFromRow, type ClientRow } from './client-row.ts';
import { standingColumns, standsAs } from './expected-standing.ts';
import { requestedClaimsFromText } from './json-text.ts';
import { change, readSnapshot, type RelationalDatabase } from './relational-database.ts';
import type { ClientTable } from './schema.ts';

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
        .innerJoin('client_revision', (join) =>
          join
            .onRef('client_revision.client_number', '=', 'client.number')
            .onRef('client_revision.number', '=', 'client.revision'),
        )
        .orderBy('client.number')
        .select([
          ...CLIENT_COLUMNS,
          'client.status_since',
          'client.revision_since',
          'client.changed_at',
          'client.ownership_notice',
          'client_revision.claims',
          'client_revision.first_voter',
        ])
        .select(ACCOUNT_COLUMNS)
        .select((client) => [
          client
            .selectFrom('client_team_member')
            .whereRef('client_team_member.client_number', '=', 'client.number')
            .select((members) => members.fn.countAll<number>().as('count'))
            .as('team_size'),
          client
            .selectFrom('client as other')
            .whereRef('other.created_by', '=', 'client.created_by')
            .whereRef('other.number', '<>', 'client.number')
            .where('other.approved_revision', 'is not', null)
            .select((others) => others.fn.countAll<number>().as('count'))
            .as('approved_others'),
          client
            .selectFrom('client_message')
            .whereRef('client_message.client_number', '=', 'client.number')
            .orderBy('client_message.id', 'desc')
            .limit(1)
            .select('client_message.side')
            .as('last_side'),
        ])
        .execute();
      const entries = rows.map((row) => ({ entry: forReview(row), changedAt: row.changed_at }));
      const { waiting = [], decided = [] } = Object.groupBy(entries, ({ entry }) =>
        awaitsReview(entry.client) ? 'waiting' : 'decided',
      );
      return [
        ...waiting.toSorted((a, b) => a.entry.statusSince - b.entry.statusSince),
        ...decided.toSorted((a, b) => b.changedAt - a.changedAt),
      ].map(({ entry }) => entry);
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
      const { number, reviewer, at, type, message, expected, after } = decision;
      return change(database, async (transaction) => {
        const recorded = await transaction
          .updateTable('client')
          .set({ ...standingColumns(expected, after, at), ...approvalColumns(decision) })
          .where('number', '=', number)
          .where(standsAs(expected))
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
        await transaction
          .updateTable('client_revision')
          .set({
            state: after.revisionState,
            ...(expected.revisionState !== after.revisionState && { since: at }),
            ...(decision.decisions.length > 0 && { decisions: JSON.stringify(decision.decisions) }),
            ...(decision.checklist.length > 0 && { checklist: JSON.stringify(decision.checklist) }),
          })
          .where('client_number', '=', number)
          .where('number', '=', expected.revision)
          .execute();
        await recordEvent(transaction, { number, type, at, actor: reviewer, message });
        await recordClientEntry(
          transaction,
          { number, actor: reviewer, at },
          { action: `client.${type}`, details: { revision: expected.revision } },
        );
        return 'recorded';
      });
    },
  };
}

/** What was approved works from now on, and is all that is asked for; declined data points stay in the revision. */
function approvalColumns({ type, decisions, at }: ReviewDecision) {
  if (type !== 'approved') return {};
  const approved = decisions.filter((one) => one.approved).map(({ code }) => code);
  const claims = JSON.stringify(approved);
  return {
    approved_claims: claims,
    requested_claims: claims,
    attested_at: at,
    attestation_reminders: 0,
  };
}

type ReviewRow = ClientRow &
  AccountRow &
  Pick<Selectable<ClientTable>, 'status_since' | 'revision_since' | 'ownership_notice'> & {
    readonly claims: string;
    readonly first_voter: number | null;
    readonly team_size: number | string | bigint | null;
    readonly approved_others: number | string | bigint | null;
    readonly last_side: 'team' | 'reviewer' | null;
  };

function forReview(row: ReviewRow): ClientForReview {
  const client = clientFromRow(row);
  return {
    client,
    createdByName: nameFromRow(row),
    statusSince: awaitsReview(client) ? row.revision_since : row.status_since,
    teamSize: Number(row.team_size),
    creatorIsKnown: Number(row.approved_others) > 0,
    asked: requestedClaimsFromText(row.claims),
    ownershipNotice: row.ownership_notice,
    firstVoteBy: row.first_voter,
    awaitsAnswer: row.last_side === 'team',
  };
}
