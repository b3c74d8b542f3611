import type { Selectable } from 'kysely';
import type { Client } from '../../domain/client.ts';
import { claimsFromText, redirectUrisFromText } from './json-text.ts';
import type { ClientTable } from './schema.ts';

export type ClientRow = Omit<Selectable<ClientTable>, 'name_key' | 'changed_at' | 'status_since'>;

/** The columns of a `ClientRow`. */
export const CLIENT_COLUMNS = [
  'client.number',
  'client.client_id',
  'client.client_type',
  'client.client_secret_hash',
  'client.name',
  'client.description',
  'client.redirect_uris',
  'client.status',
  'client.requested_claims',
  'client.approved_claims',
  'client.logo_path',
  'client.created_by',
  'client.created_at',
  'client.revision',
] as const;

export function clientFromRow(row: ClientRow): Client {
  return {
    number: row.number,
    clientId: row.client_id,
    clientType: row.client_type,
    clientSecretHash: row.client_secret_hash,
    name: row.name,
    description: row.description,
    redirectUris: redirectUrisFromText(row.redirect_uris),
    status: row.status,
    requestedClaims: claimsFromText(row.requested_claims),
    approvedClaims: claimsFromText(row.approved_claims),
    logoPath: row.logo_path,
    createdBy: row.created_by,
    createdAt: row.created_at,
    revision: row.revision,
  };
}
