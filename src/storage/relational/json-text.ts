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
import type { ImportReport } from '../../domain/people-import.ts';
import type { ScopeValue } from '../../domain/scope.ts';
import type { SecretHash } from '../../domain/secret-hash.ts';
import type { StoredSettings } from '../../domain/settings.ts';

/** JSON of a domain type, as text. Only this storage writes it, so reading it back trusts it. */
export type JsonText = string;

/**
 * Reads texts that are asked for again and again, each once: what they say is shared, and nobody changes it. The text
 * itself is the key, so that what is answered is never older than the row it came from.
 * @param most texts to remember; above that, all are forgotten and read anew
 */
function sharing<Value extends object>(
  read: (text: JsonText) => Value,
  most: number,
): (text: JsonText) => Value {
  const known = new Map<JsonText, Value>();
  return (text) => {
    const shared = known.get(text);
    if (shared !== undefined) return shared;
    const value = Object.freeze(read(text));
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}

/** As many people as read their data in a few minutes of a busy campus; a few kilobytes each. */
const MOST_PROFILES = 2000;
/** As many apps as ask for different claims, have other redirect URIs, or other secrets. */
const MOST_OF_APPS = 1000;

export const profileFromText = sharing((text) => JSON.parse(text) as Profile, MOST_PROFILES);

/** Lists are few: one for each set of claims an app ever asked for. */
export const claimsFromText = sharing(
  (text) => JSON.parse(text) as readonly ClaimCode[],
  MOST_OF_APPS,
);

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

export const redirectUrisFromText = sharing(
  (text) => JSON.parse(text) as Client['redirectUris'],
  MOST_OF_APPS,
);

/** Of `[id, hash in hexadecimal, expires_at]` each. */
export const acceptedSecretsFromText = sharing((text): readonly AcceptedSecret[] => {
  const rows = JSON.parse(text) as readonly (readonly [number, string, Instant | null])[];
  return rows.map(([id, hash, expiresAt]) => ({
    id,
    hash: Uint8Array.fromHex(hash) as SecretHash,
    expiresAt,
  }));
}, MOST_OF_APPS);

export const scopeFromText = sharing(
  (text) => JSON.parse(text) as readonly ScopeValue[],
  MOST_OF_APPS,
);

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

export function importReportFromText(text: JsonText): ImportReport {
  return JSON.parse(text) as ImportReport;
}
