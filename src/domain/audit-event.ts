import type { AccountId } from './account.ts';
import type { JsonValue } from './claim.ts';
import type { Instant } from './clock.ts';

/**
 * What is kept about each action beside who, when and about what. Names, codes and an app's own addresses only: no
 * secret, and nothing that the institution knows about a person but their name.
 */
interface AuditDetails {
  'account.deactivated': NoDetails;
  'account.reactivated': NoDetails;
  /** `startDate`, `endDate`: both inclusive; null end: no end. */
  'account.role-given': { role: string; startDate: string; endDate: string | null };
  'account.role-ended': { role: string };
  /** `mail`: sent to the person; `shown`: handed over by whoever asked for it. */
  'account.password-link-issued': { delivery: 'mail' | 'shown' };
  'people.imported': ImportDetails;
  'client.registered': RevisionDetails;
  /** What it asks for. `change`: `+` came, `-` went, `~` is said otherwise, each with a data point; a line for each. */
  'client.data-points-changed': RevisionDetails & { change: string };
  'client.submitted': ReviewDetails;
  'client.taken-back': ReviewDetails;
  'client.withdrawn': ReviewDetails;
  /** By a rule of the institution, or because there was nothing to decide; nobody decided. */
  'client.approved-by-itself': ReviewDetails;
  /** The first of two votes. */
  'client.approval-proposed': ReviewDetails;
  'client.approved': ReviewDetails;
  'client.changes-requested': ReviewDetails;
  'client.rejected': ReviewDetails;
  'client.suspended': ReviewDetails;
  'client.reinstated': ReviewDetails;
  /** Its team was asked whether it is still in use, for the first time or once more. */
  'client.attestation-asked': { reminder: number };
  'client.attested': NoDetails;
  'client.retired': ReviewDetails;
  'client.deleted': NoDetails;
  'client.redirect-uris-changed': { added: readonly string[]; removed: readonly string[] };
  /** null: the same as before. `clientType`: what it became. */
  'client.details-changed': {
    formerName: string | null;
    clientType: string | null;
    description: 'changed' | null;
  };
  'client.logo-changed': NoDetails;
  'client.secret-added': SecretDetails;
  'client.secret-revoked': SecretDetails;
  'client.secret-leaked': SecretDetails;
  'client.member-added': MemberDetails;
  'client.member-removed': MemberDetails;
  'client.role-changed': MemberDetails;
  'client.invitation-sent': InvitationDetails;
  'client.invitation-accepted': InvitationDetails;
  'client.invitation-declined': InvitationDetails;
  'client.invitation-revoked': InvitationDetails;
  'client.ownership-transferred': MemberDetails;
  /** null: there is none any more. */
  'client.successor-named': { member: number | null; name: string | null };
  'client.owners-gone': NoDetails;
  /** `successor`: by itself; `taken-over`: by the member; `appointed`: by a maintainer. */
  'client.owner-succeeded': MemberDetails & { how: 'successor' | 'taken-over' | 'appointed' };
  'settings.changed': { version: number };
  /** What the export was limited to; null: everything. */
  'audit.exported': { format: string; filter: string | null };
}

type NoDetails = Readonly<Record<string, never>>;

interface ImportDetails {
  format: string;
  created: number;
  updated: number;
  unchanged: number;
  leftOut: number;
}

interface ReviewDetails {
  /** Which version of what the client asks for. */
  revision: number;
}

interface RevisionDetails extends ReviewDetails {
  /** How the revision begins: `draft`, `in-review` or `approved`. */
  state: string;
}

interface SecretDetails {
  environment: string;
  name: string;
  /** How the secret ends; it does not help to guess it. */
  hint: string;
}

interface MemberDetails {
  /** An account's id. */
  member: number;
  name: string;
  /** In the team: what they are now, or were when they were removed. */
  role: string;
}

interface InvitationDetails {
  address: string;
  role: string;
}

export type AuditAction = keyof AuditDetails;

/** Every action there is, in the order in which a choice shows them. */
export const AUDIT_ACTIONS = [
  'account.deactivated',
  'account.reactivated',
  'account.role-given',
  'account.role-ended',
  'account.password-link-issued',
  'people.imported',
  'client.registered',
  'client.data-points-changed',
  'client.submitted',
  'client.taken-back',
  'client.withdrawn',
  'client.approved-by-itself',
  'client.approval-proposed',
  'client.approved',
  'client.changes-requested',
  'client.rejected',
  'client.suspended',
  'client.reinstated',
  'client.attestation-asked',
  'client.attested',
  'client.retired',
  'client.deleted',
  'client.redirect-uris-changed',
  'client.details-changed',
  'client.logo-changed',
  'client.secret-added',
  'client.secret-revoked',
  'client.secret-leaked',
  'client.member-added',
  'client.member-removed',
  'client.role-changed',
  'client.invitation-sent',
  'client.invitation-accepted',
  'client.invitation-declined',
  'client.invitation-revoked',
  'client.ownership-transferred',
  'client.successor-named',
  'client.owners-gone',
  'client.owner-succeeded',
  'settings.changed',
  'audit.exported',
] as const satisfies readonly AuditAction[];

export type AuditSubjectType = 'account' | 'client' | 'settings' | 'people' | 'audit';

/** What an action was done to. */
export interface AuditSubject {
  readonly type: AuditSubjectType;
  /** An account's id, a client's number, a concern of the settings. */
  readonly id: string;
  /** What it was called then. */
  readonly label: string;
}

interface AuditEntryOf<Action extends AuditAction> {
  readonly at: Instant;
  /** null: the system itself, or its operator at the command line. */
  readonly actor: AccountId | null;
  readonly action: Action;
  readonly subject: AuditSubject;
  readonly details: Readonly<AuditDetails[Action]>;
}

/** Something that was done, to be recorded. */
export type NewAuditEvent = { [Action in AuditAction]: AuditEntryOf<Action> }[AuditAction];

/** Something that was done, as it was recorded; for ever. */
export interface AuditEvent {
  /** 1, 2, 3, …, without a gap. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: { readonly id: AccountId; readonly name: string } | null;
  /** One of `AuditAction`, or what a newer program wrote. */
  readonly action: string;
  readonly subject: Omit<AuditSubject, 'type'> & { readonly type: string };
  readonly details: Readonly<Record<string, JsonValue>>;
  /** Of the event before; `FIRST_PREVIOUS_HASH` for the first. */
  readonly previousHash: string;
  /** SHA-256 of `auditEventText`, 64 hexadecimal digits. */
  readonly hash: string;
}

export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/**
 * What the hash of an event is taken of: the hash before it, a line break, and the event as JSON without spaces, with
 * the members of every object in the order of their names. Whoever has an export can compute it anew.
 */
export function auditEventText(event: Omit<AuditEvent, 'hash'>): string {
  const { seq, at, actor, action, subject, details, previousHash } = event;
  const content = { seq, at, actor, action, subject, details };
  return `${previousHash}\n${canonicalJson(content)}`;
}

/** JSON without spaces, with the members of every object in the order of their names (by UTF-16 code units). */
export function canonicalJson(value: JsonValue): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(sorted);
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Which events are meant; null: any. */
export interface AuditFilter {
  readonly actor: AccountId | null;
  /** A whole action, `client.approved`, or what stands before its dot, `client`. */
  readonly action: string | null;
  readonly subject: Pick<AuditEvent['subject'], 'type' | 'id'> | null;
  readonly from: Instant | null;
  /** The first moment that is too late. */
  readonly until: Instant | null;
}

export const EVERY_AUDIT_EVENT: AuditFilter = {
  actor: null,
  action: null,
  subject: null,
  from: null,
  until: null,
};

export interface AuditHead {
  /** How many events there are: the number of the newest; 0: none. */
  readonly seq: number;
  readonly hash: string;
}

export type AuditVerification =
  | { readonly type: 'intact'; readonly head: AuditHead }
  /**
   * The first event that is not as it was written:
   * - `altered`: it says something else, or does not follow the one before;
   * - `missing`: it is gone, from the middle or from the end;
   * - `added`: it was not written by this program.
   */
  | {
      readonly type: 'broken';
      readonly seq: number;
      readonly problem: 'altered' | 'missing' | 'added';
    };

/** Only ever grows; nothing here changes or removes an event. */
export interface AuditStore {
  /**
   * Adds to the end of the chain. Atomic: whoever appends at the same time, in whatever process, comes before or after.
   * Store methods that change what the log tells about append in their own atomic unit.
   */
  appendAuditEvent(event: NewAuditEvent): Promise<AuditEvent>;
  /**
   * Newest first.
   * @param page.before only events with a smaller number; null: from the newest on
   */
  listAuditEvents(
    filter: AuditFilter,
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<readonly AuditEvent[]>;
  /** Reads the whole chain, a bounded part at a time, and compares its end with what is kept apart from it. */
  verifyAuditChain(): Promise<AuditVerification>;
}
