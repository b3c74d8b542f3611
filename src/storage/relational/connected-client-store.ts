import type { AuthorizationStore, ConnectedClient } from '../../domain/authorization.ts';
import type { ClientStatus } from '../../domain/client-lifecycle.ts';
import { type Instant, instant } from '../../domain/clock.ts';
import { claimsFromText, type JsonText } from './json-text.ts';
import { yieldsData } from './live-authorization.ts';
import { change, type RelationalDatabase } from './relational-database.ts';

/** What a person sees and ends on their own page. */
export type ConnectedClientStore = Pick<
  AuthorizationStore,
  'listConnectedClients' | 'disconnectClient'
>;

export function connectedClientStore(database: RelationalDatabase): ConnectedClientStore {
  return {
    async listConnectedClients(accountId, at) {
      const rows = await database.reading
        .selectFrom('authorization')
        .innerJoin('client', 'client.number', 'authorization.client_number')
        .where('authorization.account_id', '=', accountId)
        .where('authorization.revoked_at', 'is', null)
        .where('client.status', '<>', 'retired')
        .where((query) => yieldsData(query, at))
        .orderBy('authorization.created_at', 'desc')
        .orderBy('authorization.id', 'desc')
        .select([
          'client.number',
          'client.name',
          'client.logo_path',
          'client.status',
          'client.approved_claims',
          'authorization.granted_claims',
          'authorization.created_at',
          'authorization.last_read_at',
        ])
        .execute();
      const byClient = Map.groupBy(rows, (row) => row.number);
      return [...byClient.values()].flatMap(connectedClient);
    },

    async disconnectClient(accountId, clientNumber, at) {
      return change(database, async (transaction) => {
        const ended = await transaction
          .updateTable('authorization')
          .set({ revoked_at: at })
          .where('account_id', '=', accountId)
          .where('client_number', '=', clientNumber)
          .where('revoked_at', 'is', null)
          .executeTakeFirstOrThrow();
        await transaction
          .updateTable('consent')
          .set({ ended_at: at })
          .where('account_id', '=', accountId)
          .where('client_number', '=', clientNumber)
          .where('ended_at', 'is', null)
          .execute();
        return Number(ended.numUpdatedRows);
      });
    },
  };
}

/** One authorization of a client that has access. */
interface LiveAuthorizationRow {
  readonly number: number;
  readonly name: string;
  readonly logo_path: string | null;
  readonly status: ClientStatus;
  readonly approved_claims: JsonText;
  readonly granted_claims: JsonText;
  readonly created_at: Instant;
  readonly last_read_at: Instant | null;
}

/** @param rows those of one client, latest first */
function connectedClient(rows: readonly LiveAuthorizationRow[]): readonly ConnectedClient[] {
  const [latest] = rows;
  const earliest = rows.at(-1);
  if (latest === undefined || earliest === undefined) return [];
  const reads = rows.flatMap((row) => row.last_read_at ?? []);
  return [
    {
      client: {
        number: latest.number,
        name: latest.name,
        logoPath: latest.logo_path,
        status: latest.status,
        approvedClaims: claimsFromText(latest.approved_claims),
      },
      grantedClaims: [...new Set(rows.flatMap((row) => claimsFromText(row.granted_claims)))],
      firstAuthorizedAt: earliest.created_at,
      lastAuthorizedAt: latest.created_at,
      lastReadAt: reads.length === 0 ? null : instant(Math.max(...reads)),
    },
  ];
}
