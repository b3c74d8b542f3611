import type { Profile } from '../../domain/account.ts';
import type { ClaimCode } from '../../domain/claim.ts';
import type { AcceptedSecret } from '../../domain/client-secret.ts';
import type { Client } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { ScopeValue } from '../../domain/scope.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { StoredSettings } from '../../domain/settings.ts';

/** JSON of a domain type, as text. Only this storage writes it, so reading it back trusts it. */
export type JsonText = string;

export function profileFromText(text: JsonText): Profile {
  return JSON.parse(text) as Profile;
}

export function claimsFromText(text: JsonText): readonly ClaimCode[] {
  return JSON.parse(text) as readonly ClaimCode[];
}

export function redirectUrisFromText(text: JsonText): Client['redirectUris'] {
  return JSON.parse(text) as Client['redirectUris'];
}

/** Of `[id, hash in hexadecimal, expires_at]` each. */
export function acceptedSecretsFromText(text: JsonText): readonly AcceptedSecret[] {
  const rows = JSON.parse(text) as readonly (readonly [number, string, Instant | null])[];
  return rows.map(([id, hash, expiresAt]) => ({
    id,
    hash: Uint8Array.fromHex(hash) as SecretHash,
    expiresAt,
  }));
}

export function scopeFromText(text: JsonText): readonly ScopeValue[] {
  return JSON.parse(text) as readonly ScopeValue[];
}

export function settingsFromText(text: JsonText): StoredSettings['document'] {
  return JSON.parse(text) as StoredSettings['document'];
}
