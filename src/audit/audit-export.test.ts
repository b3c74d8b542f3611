import { describe, expect, it } from 'vitest';
import { type AuditEvent, auditEventText, EVERY_AUDIT_EVENT } from '../domain/audit-event.ts';
import { instant } from '../domain/clock.ts';
import { auditExport, type AuditFormat } from './audit-export.ts';

function event(seq: number, label = 'Library'): AuditEvent {
  return {
    seq,
    at: instant(Date.UTC(2026, 10, 24)),
    actor: seq % 2 === 0 ? null : { id: 7, name: 'Kabir' },
    action: 'client.approved',
    subject: { type: 'client', id: '3', label },
    details: { revision: 2 },
    previousHash: 'p',
    hash: 'h',
  };
}

async function exported(format: AuditFormat, events: readonly AuditEvent[]): Promise<string> {
  const storage = {
    listAuditEvents: async (
      _filter: unknown,
      { before, limit }: { before: number | null; limit: number },
    ) =>
      events
        .filter(({ seq }) => before === null || seq < before)
        .toSorted((one, other) => other.seq - one.seq)
        .slice(0, limit),
  };
  let text = '';
  for await (const part of auditExport(EVERY_AUDIT_EVENT, format, { storage })) text += part;
  return text;
}

describe('an export of the audit log', () => {
  it('as CSV has a line for each event under the names of the columns', async () => {
    expect(await exported('csv', [event(1), event(2)])).toBe(
      'seq,time,actor_id,actor,action,subject_type,subject_id,subject,details,previous_hash,hash\r\n' +
        '2,2026-11-24T00:00:00.000Z,,,client.approved,client,3,Library,"{""revision"":2}",p,h\r\n' +
        '1,2026-11-24T00:00:00.000Z,7,Kabir,client.approved,client,3,Library,"{""revision"":2}",p,h\r\n',
    );
  });

  it('as CSV runs nothing in a spreadsheet, whatever an app is called', async () => {
    expect(await exported('csv', [event(1, '=cmd|"/c calc"!A1')])).toContain(
      `,"'=cmd|""/c calc""!A1",`,
    );
  });

  it('as JSON lines has all that it takes to compute the hashes anew', async () => {
    const lines = (await exported('jsonl', [event(1), event(2)])).trimEnd().split('\n');
    const [second, first] = lines.map((line) => JSON.parse(line) as AuditEvent);
    expect([first, second]).toEqual([event(1), event(2)]);
    expect(auditEventText(first!)).toBe(auditEventText(event(1)));
  });

  it('has every event once, however many pages it takes', async () => {
    const events = Array.from({ length: 1000 }, (_, index) => event(index + 1));
    const lines = (await exported('jsonl', events)).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as AuditEvent).seq)).toEqual(
      events.map(({ seq }) => seq).toReversed(),
    );
  });
});
