import type { ClientId, ClientStore } from '../../domain/client.ts';
import { CLIENT_COLUMNS, clientFromRow, type ClientRow } from '../relational/client-row.ts';
import type { HotPath } from './hot-path.ts';

/** The look-up of every authorise and token request; the rest of `ClientStore` is in `relational`. */
export function clientStore({ prepare }: HotPath): Pick<ClientStore, 'findClientByClientId'> {
  const byClientId = prepare<ClientRow, [ClientId]>(
    'find-client',
    `SELECT ${CLIENT_COLUMNS.join(', ')} FROM client WHERE client_id = $1`,
  );
  return {
    async findClientByClientId(clientId) {
      const row = await byClientId.get(clientId);
      return row && clientFromRow(row);
    },
  };
}
