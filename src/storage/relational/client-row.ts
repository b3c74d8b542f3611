import type { Selectable } from 'kysely';
import type { Client, ClientId, ClientInEnvironment } from '../../domain/client.ts';
import { grantable } from '../../domain/environment.ts';
import {
  acceptedSecretsFromText,
  claimsFromText,
  type JsonText,
  redirectUrisFromText,
} from './json-text.ts';
import type { ClientTable } from './schema.ts';

export type ClientRow = Omit<
  Selectable<ClientTable>,
  'name_key' | 'changed_at' | 'status_since' | 'revision_since' | 'ownership_notice'
>;

/** The columns of a `ClientRow`. */
export const CLIENT_COLUMNS = [
  'client.number',
  'client.client_id',
  'client.sandbox_client_id',
  'client.client_type',
  'client.name',
  'client.description',
  'client.redirect_uris',
  'client.status',
  'client.requested_claims',
  'client.approved_claims',
  'client.revision_state',
  'client.approved_revision',
  'client.attested_at',
  'client.attestation_reminders',
  'client.logo_path',
  'client.created_by',
  'client.created_at',
  'client.revision',
] as const;

export function clientFromRow(row: ClientRow): Client {
  return {
    number: row.number,
    clientId: row.client_id,
    sandboxClientId: row.sandbox_client_id,
    clientType: row.client_type,
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
    revisionState: row.revision_state,
    approvedRevision: row.approved_revision,
    attestation: { lastAt: row.attested_at, reminders: row.attestation_reminders },
  };
}

/** A client found by one of its client ids, with the secrets of that id's environment. */
export interface ClientInEnvironmentRow extends ClientRow {
  /** An array of `[id, hash in hexadecimal, expires_at]`. */
  readonly secrets: JsonText;
}

/** @param clientId the one it was found by */
export function clientInEnvironmentFromRow(
  row: ClientInEnvironmentRow,
  clientId: ClientId,
): ClientInEnvironment {
  const client = clientFromRow(row);
  const environment = client.clientId === clientId ? 'live' : 'sandbox';
  return {
    ...client,
    environment,
    secrets: acceptedSecretsFromText(row.secrets),
    grantableClaims: grantable(environment, {
      approved: client.approvedClaims,
      requested: client.requestedClaims,
    }),
  };
}
