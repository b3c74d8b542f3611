import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AuditFilter,
  type AuditHead,
  type AuditStore,
  type AuditVerification,
  FIRST_PREVIOUS_HASH,
} from '../../domain/audit-event.ts';
import { auditEventFromRow, type AuditRow, hashOf, recordAuditEvent } from './audit-log.ts';
import { change, type RelationalDatabase } from './relational-database.ts';
import type { Schema } from './schema.ts';

/** Events read at a time to verify the chain: some milliseconds of work. */
const PART = 1000;

export function auditStore(database: RelationalDatabase): AuditStore {
  const { reading } = database;

  async function readHead(): Promise<AuditHead> {
    const head = await reading.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
    return head ?? { seq: 0, hash: FIRST_PREVIOUS_HASH };
  }

  async function readPart(after: number): Promise<readonly AuditRow[]> {
    return reading
      .selectFrom('audit_event')
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(PART)
      .selectAll()
      .execute();
  }

  return {
    async appendAuditEvent(event) {
      return change(database, async (transaction) => recordAuditEvent(transaction, event));
    },

    async listAuditEvents(filter, { before, limit }) {
      const rows = await reading
        .selectFrom('audit_event')
        .where(fits(filter))
        .$if(before !== null, (all) => all.where('seq', '<', before))
        .orderBy('seq', 'desc')
        .limit(limit)
        .selectAll()
        .execute();
      return rows.map(auditEventFromRow);
    },

    async verifyAuditChain() {
      let reached: AuditHead = { seq: 0, hash: FIRST_PREVIOUS_HASH };
      for (;;) {
        const part = await readPart(reached.seq);
        const verified = verifyPart(part, reached);
        if (verified.type === 'broken') return verified;
        reached = verified.head;
        if (part.length < PART) {
          // Read after the events: whatever came meanwhile makes it go beyond them, and is read then.
          const head = await readHead();
          const end = compareEnds(reached, head);
          if (end !== 'goes-on') return end;
          if ((await readPart(reached.seq)).length === 0) return missing(reached.seq + 1);
        }
        await nextTurn();
      }
    },
  };
}

function fits({ actor, action, subject, from, until }: AuditFilter) {
  return (event: ExpressionBuilder<Schema, 'audit_event'>): Expression<SqlBool> =>
    event.and([
      ...(actor === null ? [] : [event('actor', '=', actor)]),
      ...(action === null
        ? []
        : [
            event.or([
              event('action', '=', action),
              // "/" comes right after ".".
              event.and([event('action', '>=', `${action}.`), event('action', '<', `${action}/`)]),
            ]),
          ]),
      ...(subject === null
        ? []
        : [event('subject_type', '=', subject.type), event('subject_id', '=', subject.id)]),
      ...(from === null ? [] : [event('at', '>=', from)]),
      ...(until === null ? [] : [event('at', '<', until)]),
    ]);
}

/** @param reached the last event before these */
function verifyPart(rows: readonly AuditRow[], reached: AuditHead): AuditVerification {
  let head = reached;
  for (const row of rows) {
    if (row.seq !== head.seq + 1) return missing(head.seq + 1);
    if (row.previous_hash !== head.hash || hashOfRow(row) !== row.hash) {
      return { type: 'broken', seq: row.seq, problem: 'altered' };
    }
    head = { seq: row.seq, hash: row.hash };
  }
  return { type: 'intact', head };
}

/** Undefined for what is no JSON any more. */
function hashOfRow(row: AuditRow): string | undefined {
  try {
    return hashOf(auditEventFromRow(row));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** @param reached the last event that was read; `head` is what is kept apart */
function compareEnds(reached: AuditHead, head: AuditHead): AuditVerification | 'goes-on' {
  if (head.seq > reached.seq) return 'goes-on';
  if (head.seq < reached.seq) return { type: 'broken', seq: head.seq + 1, problem: 'added' };
  if (head.hash !== reached.hash) return { type: 'broken', seq: head.seq, problem: 'altered' };
  return { type: 'intact', head };
}

function missing(seq: number): AuditVerification {
  return { type: 'broken', seq, problem: 'missing' };
}
