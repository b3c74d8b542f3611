import type { Selectable, Transaction } from 'kysely';
import { createHash } from 'node:crypto';
import {
  type AuditEvent,
  auditEventText,
  type AuditHead,
  type AuditSubject,
  canonicalJson,
  FIRST_PREVIOUS_HASH,
  type NewAuditEvent,
} from '../../domain/audit-event.ts';
import type { AccountId } from '../../domain/account.ts';
import type { ClientNumber } from '../../domain/client.ts';
import type { Instant } from '../../domain/clock.ts';
import { readName } from './account-names.ts';
import { auditDetailsFromText } from './json-text.ts';
import type { AuditEventTable, Schema } from './schema.ts';

export type AuditRow = Selectable<AuditEventTable>;

/**
 * Tells the audit log of a change, in the transaction that makes it. Last in it, as the whole installation takes turns
 * from here to the commit.
 */
export async function recordAuditEvent(
  transaction: Transaction<Schema>,
  event: NewAuditEvent,
): Promise<AuditEvent> {
  const head = await takeTurnInAuditLog(transaction);
  const recorded = await eventAfter(transaction, head, event);
  await transaction.insertInto('audit_event').values(rowOf(recorded)).execute();
  await transaction
    .updateTable('audit_head')
    .set({ seq: recorded.seq, hash: recorded.hash })
    .where('id', '=', 1)
    .execute();
  return recorded;
}

/** Waits for everybody who appends, and keeps others waiting until the transaction is over. */
export async function takeTurnInAuditLog(transaction: Transaction<Schema>): Promise<AuditHead> {
  await transaction
    .insertInto('audit_head')
    .values({ id: 1, seq: 0, hash: FIRST_PREVIOUS_HASH })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return transaction
    .selectFrom('audit_head')
    .where('id', '=', 1)
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
}

async function eventAfter(
  transaction: Transaction<Schema>,
  head: AuditHead,
  { at, actor, action, subject, details }: NewAuditEvent,
): Promise<AuditEvent> {
  const name = actor === null ? '' : await readName(transaction, actor);
  const event = {
    seq: head.seq + 1,
    at,
    actor: actor === null ? null : { id: actor, name: storable(name) },
    action,
    subject: { type: subject.type, id: storable(subject.id), label: storable(subject.label) },
    details: { ...details },
    previousHash: head.hash,
  };
  return { ...event, hash: hashOf(event) };
}

/** As any engine gives it back: what is hashed is what is read. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

export function hashOf(event: Omit<AuditEvent, 'hash'>): string {
  return createHash('sha256').update(auditEventText(event)).digest('hex');
}

function rowOf({ actor, subject, details, previousHash, ...event }: AuditEvent): AuditRow {
  return {
    ...event,
    actor: actor?.id ?? null,
    actor_name: actor?.name ?? null,
    subject_type: subject.type,
    subject_id: subject.id,
    subject_label: subject.label,
    details: canonicalJson(details),
    previous_hash: previousHash,
  };
}

export function auditEventFromRow(row: AuditRow): AuditEvent {
  return {
    seq: row.seq,
    at: row.at,
    actor: row.actor === null ? null : { id: row.actor, name: row.actor_name ?? '' },
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id, label: row.subject_label },
    details: auditDetailsFromText(row.details),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

type EntryOf<Event> = Event extends NewAuditEvent ? Pick<Event, 'action' | 'details'> : never;

/** What was done to a client. */
export type ClientEntry = Extract<EntryOf<NewAuditEvent>, { readonly action: `client.${string}` }>;

/** Tells the audit log what was done to a client, in the transaction that does it; last in it. */
export async function recordClientEntry(
  transaction: Transaction<Schema>,
  by: {
    readonly number: ClientNumber;
    /** null: nobody, it happened by itself. */
    readonly actor: AccountId | null;
    readonly at: Instant;
  },
  entry: ClientEntry,
): Promise<void> {
  const { number, actor, at } = by;
  const subject = await clientSubject(transaction, number);
  await recordAuditEvent(transaction, { at, actor, subject, ...entry });
}

/** What the log calls a client. */
async function clientSubject(
  transaction: Transaction<Schema>,
  number: ClientNumber,
): Promise<AuditSubject> {
  const client = await transaction
    .selectFrom('client')
    .where('number', '=', number)
    .select('name')
    .executeTakeFirst();
  return { type: 'client', id: String(number), label: client?.name ?? '' };
}
