import type { AppActivityStore } from '../../domain/app-activity.ts';
import { claimsFromText } from './json-text.ts';
import type { RelationalDatabase } from './relational-database.ts';

/** The timeline as it is read; each engine writes it in its own way. */
export function appActivityStore({
  reading,
}: RelationalDatabase): Pick<AppActivityStore, 'listAppActivity' | 'listActiveApps'> {
  return {
    async listAppActivity(accountId, { clientNumber, before, limit }) {
      const rows = await reading
        .selectFrom('app_activity')
        .leftJoin('client', 'client.number', 'app_activity.client_number')
        .where('account_id', '=', accountId)
        .$if(clientNumber !== null, (query) => query.where('client_number', '=', clientNumber))
        .$if(before !== null, (query) => query.where('id', '<', before))
        .orderBy('id', 'desc')
        .limit(limit)
        .select([
          'app_activity.id',
          'app_activity.kind',
          'app_activity.client_number',
          'app_activity.client_name',
          'client.name',
          'app_activity.claims',
          'app_activity.first_at',
          'app_activity.last_at',
          'app_activity.count',
        ])
        .execute();
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        client: { number: row.client_number, name: row.name ?? row.client_name },
        claims: claimsFromText(row.claims),
        firstAt: row.first_at,
        lastAt: row.last_at,
        count: row.count,
      }));
    },

    async listActiveApps(accountId) {
      const rows = await reading
        .selectFrom('app_activity')
        .leftJoin('client', 'client.number', 'app_activity.client_number')
        .where('account_id', '=', accountId)
        .groupBy(['client_number', 'client.name'])
        .select((all) => [
          'client_number',
          'client.name',
          all.fn.max('app_activity.client_name').as('last_name'),
        ])
        .execute();
      return rows
        .map((row) => ({ number: row.client_number, name: row.name ?? row.last_name }))
        .toSorted((one, other) => one.name.localeCompare(other.name));
    },
  };
}
