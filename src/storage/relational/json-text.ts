import type { Profile } from '../../domain/account.ts';
import type { AuditEvent } from '../../domain/audit-event.ts';
import type { ClaimCode } from '../../domain/claim.ts';
import type {
  ChecklistAnswer,
  ClaimDecision,
  FirstVote,
  RequestedClaim,
} from '../../domain/client-revision.ts';
import type { AcceptedSecret } from '../../domain/client-secret.ts';
import type { SentParameter } from '../../domain/client-activity.ts';
import type { Client } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import type { NotificationContent } from '../../domain/notification.ts';
import type { ScopeValue } from '../../domain/scope.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { StoredSettings } from '../../domain/settings.ts';

/** JSON of a domain type, as text. Only this storage writes it, so reading it back trusts it. */
export type JsonText = string;

export function profileFromText(text: JsonText): Profile {
  return JSON.parse(text) as Profile;
}

/** As many apps as ask for different claims share their lists; above that, all are forgotten and read anew. */
const MOST_CLAIM_LISTS = 1000;
const claimLists = new Map<JsonText, readonly ClaimCode[]>();

/**
 * Lists are few (one for each set of claims an app ever asked for) and read with every token,
 * so that each is parsed once and shared, frozen.
 */
export function claimsFromText(text: JsonText): readonly ClaimCode[] {
  const known = claimLists.get(text);
  if (known !== undefined) return known;
  const claims = Object.freeze(JSON.parse(text) as readonly ClaimCode[]);
  if (claimLists.size >= MOST_CLAIM_LISTS) claimLists.clear();
  claimLists.set(text, claims);
  return claims;
}

export function requestedClaimsFromText(text: JsonText): readonly RequestedClaim[] {
  return JSON.parse(text) as readonly RequestedClaim[];
}

export function claimDecisionsFromText(text: JsonText): readonly ClaimDecision[] {
  return JSON.parse(text) as readonly ClaimDecision[];
}

export function checklistFromText(text: JsonText): readonly ChecklistAnswer[] {
  return JSON.parse(text) as readonly ChecklistAnswer[];
}

/** What is kept of a `FirstVote` beside who it is of. */
export type StoredVote = Omit<FirstVote, 'reviewer' | 'reviewerName'>;

export function firstVoteFromText(text: JsonText): StoredVote {
  return JSON.parse(text) as StoredVote;
}

export function sentParametersFromText(text: JsonText): readonly SentParameter[] {
  return JSON.parse(text) as readonly SentParameter[];
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

/** @throws SyntaxError when somebody else wrote it */
export function auditDetailsFromText(text: JsonText): AuditEvent['details'] {
  return JSON.parse(text) as AuditEvent['details'];
}

export function settingsFromText(text: JsonText): StoredSettings['document'] {
  return JSON.parse(text) as StoredSettings['document'];
}

export function notificationFromText(text: JsonText): NotificationContent {
  return JSON.parse(text) as NotificationContent;
}
