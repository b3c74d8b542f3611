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
import { prepare } from './connection.ts';
import type { HotPath } from './hot-path.ts';

/** What every authorise and token request asks and notes; the rest of both stores is in `relational`. */
export type HotClientStore = Pick<ClientStore, 'findClientByClientId'> &
  Pick<ClientSecretStore, 'noteSecretUsed'>;

export function clientStore({ reader, writer, write }: HotPath): {
  readonly store: HotClientStore;
  readonly notes: CoalescedNotes<SecretUse>;
} {
  const byClientId = prepare<ClientInEnvironmentRow, [ClientId]>(
    reader,
    `SELECT ${CLIENT_COLUMNS.join(', ')}, (
       SELECT json_group_array(json_array(id, hex(hash), expires_at)) FROM client_secret
       WHERE client_number = client.number AND revoked_at IS NULL
         AND environment = iif(client.client_id = ?1, 'live', 'sandbox')
     ) AS secrets
     FROM client WHERE client.client_id = ?1 OR client.sandbox_client_id = ?1`,
  );
  const used = prepare<never, [Instant, string, ClientSecretId, Instant]>(
    writer,
    `UPDATE client_secret SET last_used_at = ?, last_used_network = ?
     WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)`,
  );

  const notes = latestNotes<SecretUse>(
    ({ at }) => at,
    async (latest) =>
      write(() => {
        for (const [id, { at, network }] of latest) used.run(at, network, id, at);
      }),
  );

  const store: HotClientStore = {
    async findClientByClientId(clientId) {
      const row = byClientId.get(clientId);
      return row && clientInEnvironmentFromRow(row, clientId);
    },

    noteSecretUsed(id, use) {
      notes.note(id, use);
    },
  };
  return { store, notes };
}
