import { type AuditEvent, type AuditFilter, canonicalJson } from '../domain/audit-event.ts';
import { csvLine } from '../domain/csv-line.ts';
import type { Storage } from '../domain/storage.ts';

export const AUDIT_FORMATS = ['csv', 'jsonl'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** Events read at a time. */
const PAGE = 500;

/** Events as text, newest first, a bounded part at a time. */
export async function* auditExport(
  filter: AuditFilter,
  format: AuditFormat,
  { storage }: { readonly storage: Pick<Storage, 'listAuditEvents'> },
): AsyncGenerator<string> {
  if (format === 'csv') yield csvLine(COLUMNS);
  const write = format === 'csv' ? asCsv : asJson;
  for (let before: number | null = null; ;) {
    const events: readonly AuditEvent[] = await storage.listAuditEvents(filter, {
      before,
      limit: PAGE,
    });
    if (events.length > 0) yield events.map(write).join('');
    const last = events.at(-1);
    if (last === undefined || events.length < PAGE) return;
    before = last.seq;
  }
}

const COLUMNS = [
  'seq',
  'time',
  'actor_id',
  'actor',
  'action',
  'subject_type',
  'subject_id',
  'subject',
  'details',
  'previous_hash',
  'hash',
];

function asCsv({ seq, at, actor, action, subject, details, ...hashes }: AuditEvent): string {
  return csvLine([
    seq,
    new Date(at).toISOString(),
    actor?.id ?? null,
    actor?.name ?? null,
    action,
    subject.type,
    subject.id,
    subject.label,
    canonicalJson(details),
    hashes.previousHash,
    hashes.hash,
  ]);
}

/** Everything that the hash is taken of (`auditEventText`), and the hash. */
function asJson({ actor, subject, ...event }: AuditEvent): string {
  const content = {
    ...event,
    actor: actor === null ? null : { ...actor },
    subject: { ...subject },
  };
  return `${canonicalJson(content)}\n`;
}
