import type { ClientSecretStore } from '../../domain/client-secret-store.ts';
import type { ClientSecretId, SecretUse } from '../../domain/client-secret.ts';
import type { ClientId, ClientStore } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { type CoalescedNotes, latestNotes } from '../coalesced-notes.ts';
import {
  CLIENT_COLUMNS,
  clientInEnvironmentFromRow,
  type ClientInEnvironmentRow,
} from '../relational/client-row.ts';
import type { HotPath } from './hot-path.ts';

/** What every authorise and token request asks and notes; the rest of both stores is in `relational`. */
export type HotClientStore = Pick<ClientStore, 'findClientByClientId'> &
  Pick<ClientSecretStore, 'noteSecretUsed'>;

export function clientStore({ prepare }: HotPath): {
  readonly store: HotClientStore;
  readonly notes: CoalescedNotes<SecretUse>;
} {
  const byClientId = prepare<ClientInEnvironmentRow, [ClientId]>(
    'find-client',
    `SELECT ${CLIENT_COLUMNS.join(', ')}, (
       SELECT coalesce(json_agg(json_build_array(id, encode(hash, 'hex'), expires_at)), '[]')::text
       FROM client_secret
       WHERE client_number = client.number AND revoked_at IS NULL
         AND environment = CASE client.client_id WHEN $1 THEN 'live' ELSE 'sandbox' END
     ) AS secrets
     FROM client WHERE client.client_id = $1 OR client.sandbox_client_id = $1`,
  );
  // Locked in order, so that two processes storing their notes do not wait for each other.
  const used = prepare<
    never,
    [readonly ClientSecretId[], readonly Instant[], readonly SecretUse['network'][]]
  >(
    'note-secret-used',
    `WITH noted AS (
       SELECT client_secret.id, note.at, note.network
       FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS note (id, at, network)
         JOIN client_secret ON client_secret.id = note.id
       WHERE client_secret.last_used_at IS NULL OR client_secret.last_used_at < note.at
       ORDER BY client_secret.id FOR NO KEY UPDATE OF client_secret
     )
     UPDATE client_secret SET last_used_at = noted.at, last_used_network = noted.network
     FROM noted WHERE client_secret.id = noted.id`,
  );

  const notes = latestNotes<SecretUse>(
    ({ at }) => at,
    async (latest) => {
      const uses = [...latest.values()];
      await used.run(
        [...latest.keys()],
        uses.map(({ at }) => at),
        uses.map(({ network }) => network),
      );
    },
  );

  const store: HotClientStore = {
    async findClientByClientId(clientId) {
      const row = await byClientId.get(clientId);
      return row && clientInEnvironmentFromRow(row, clientId);
    },

    noteSecretUsed(id, use) {
      notes.note(id, use);
    },
  };
  return { store, notes };
}
