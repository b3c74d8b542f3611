import type { Transaction } from 'kysely';
import type { ClientActivityStore } from '../../domain/client-activity.ts';
import {
  clientActivityNotes,
  type ClientActivityNotes,
  KEPT_ATTEMPTS,
  type PendingActivity,
} from '../client-activity-notes.ts';
import { sentParametersFromText } from './json-text.ts';
import { yieldsData } from './live-authorization.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** What an app's team sees of its requests. */
export function clientActivityStore(database: RelationalDatabase): {
  readonly store: ClientActivityStore;
  readonly notes: ClientActivityNotes;
} {
  const { reading } = database;
  const notes = clientActivityNotes(async (pending) =>
    change(database, async (transaction) => storePending(transaction, pending)),
  );

  const store: ClientActivityStore = {
    noteClientActivity(note) {
      notes.note(note);
    },

    async listClientAttempts({ clientNumber, environment, failuresOnly }) {
      await notes.flush();
      const rows = await reading
        .selectFrom('client_attempt')
        .where('client_number', '=', clientNumber)
        .where('environment', '=', environment)
        .$if(failuresOnly, (all) => all.where('reason', 'is not', null))
        .orderBy('id', 'desc')
        .limit(KEPT_ATTEMPTS)
        .select(['at', 'endpoint', 'reason', 'parameters', 'network', 'request_id'])
        .execute();
      return rows.map(({ request_id: requestId, parameters, ...row }) => ({
        ...row,
        parameters: sentParametersFromText(parameters),
        requestId,
      }));
    },

    async listClientUsage({ clientNumber, environment, from }) {
      await notes.flush();
      return reading
        .selectFrom('client_usage')
        .where('client_number', '=', clientNumber)
        .where('environment', '=', environment)
        .where('day', '>=', from)
        .orderBy('day')
        .orderBy('kind')
        .select(['day', 'kind', 'count'])
        .execute();
    },

    async countPeopleWithAccess(clientNumber, at) {
      const { people } = await reading
        .selectFrom('authorization')
        .innerJoin('client', 'client.number', 'authorization.client_number')
        .innerJoin('account', 'account.id', 'authorization.account_id')
        .where('authorization.client_number', '=', clientNumber)
        .where('authorization.environment', '=', 'live')
        .where('authorization.revoked_at', 'is', null)
        .where('client.status', '=', 'approved')
        .where('account.is_active', '=', 1)
        .where((query) => yieldsData(query, at))
        .select((all) => all.fn.count<number>('authorization.account_id').distinct().as('people'))
        .executeTakeFirstOrThrow();
      return people;
    },
  };
  return { store, notes };
}

async function storePending(
  transaction: Transaction<Schema>,
  { usage, attempts }: PendingActivity,
): Promise<void> {
  const numbers = new Set([...usage, ...attempts].map(({ clientNumber }) => clientNumber));
  // Locked, so that none is deleted meanwhile.
  const clients = await transaction
    .selectFrom('client')
    .where('number', 'in', [...numbers])
    .orderBy('number')
    .select('number')
    .forKeyShare()
    .execute();
  const known = new Set(clients.map(({ number }) => number));

  const counted = usage.filter(({ clientNumber }) => known.has(clientNumber));
  for (const { clientNumber, ...note } of counted) {
    await transaction
      .insertInto('client_usage')
      .values({ client_number: clientNumber, ...note })
      .onConflict((row) =>
        row.columns(['client_number', 'environment', 'day', 'kind']).doUpdateSet((old) => ({
          count: old('client_usage.count', '+', old.ref('excluded.count')),
        })),
      )
      .execute();
  }

  const rows = attempts
    .filter(({ clientNumber }) => known.has(clientNumber))
    .map(({ clientNumber, environment, attempt: { requestId, parameters, ...attempt } }) => ({
      client_number: clientNumber,
      environment,
      ...attempt,
      parameters: JSON.stringify(parameters),
      request_id: requestId,
    }));
  if (rows.length === 0) return;
  await transaction.insertInto('client_attempt').values(rows).execute();
  for (const clientNumber of known) await forgetOldAttempts(transaction, clientNumber);
}

async function forgetOldAttempts(
  transaction: Transaction<Schema>,
  clientNumber: number,
): Promise<void> {
  for (const environment of ['live', 'sandbox'] as const) {
    await transaction
      .deleteFrom('client_attempt')
      .where('client_number', '=', clientNumber)
      .where('environment', '=', environment)
      .where('id', '<=', (all) =>
        all
          .selectFrom('client_attempt as newer')
          .where('newer.client_number', '=', clientNumber)
          .where('newer.environment', '=', environment)
          .orderBy('newer.id', 'desc')
          .limit(1)
          .offset(KEPT_ATTEMPTS)
          .select('newer.id'),
      )
      .execute();
  }
}
