import { AUDIT_FORMATS, auditExport } from '../../audit/audit-export.ts';
import {
  type AuditFilterForm,
  type ParsedAuditFilter,
  parseAuditFilter,
} from '../../audit/audit-filter.ts';
import { AUDIT_ACTIONS, type AuditVerification } from '../../domain/audit-event.ts';
import { calendarDate } from '../../domain/clock.ts';
import { AuditPage } from '../../pages/audit/audit-page.tsx';
import { signedInPerson } from '../access.ts';
import { streamedText } from '../download.ts';
import type { AppContext } from '../environment.ts';
import { pageTexts } from '../language.ts';
import { notFound, pageFrame, showPage } from '../page-response.tsx';
import { positiveInteger } from './portal-dashboard-view.tsx';

/** Entries on a page. */
const PAGE = 50;

/** GET /audit?by=…&action=…&about=…&from=…&to=…&before=… */
export async function showAudit(c: AppContext): Promise<Response> {
  return showEntries(
    c,
    filterForm((name) => c.req.query(name) ?? ''),
    null,
  );
}

/** POST /audit/verify */
export async function verifyAudit(c: AppContext): Promise<Response> {
  const { deps, requestId } = c.var;
  const verification = await deps.storage.verifyAuditChain();
  if (verification.type === 'broken') {
    deps.log.error({ requestId, ...verification }, 'the audit log was tampered with');
  }
  return showEntries(
    c,
    filterForm(() => ''),
    verification,
  );
}

/** POST /audit/export: the fields of the filter, and `format`. Recorded before the first byte goes out. */
export async function exportAudit(c: AppContext): Promise<Response> {
  const { deps, form, now } = c.var;
  const typed = filterForm((name) => form.text(name));
  const parsed = await parse(c, typed);
  const format = AUDIT_FORMATS.find((known) => known === form.text('format'));
  if (format === undefined) return notFound(c);
  if (parsed.type === 'invalid') return showEntries(c, typed, null);
  const limits = Object.entries(typed).filter(([, value]) => value !== '');
  await deps.storage.appendAuditEvent({
    at: now,
    actor: signedInPerson(c).account.id,
    action: 'audit.exported',
    subject: { type: 'audit', id: 'log', label: pageTexts(c).audit.title },
    details: {
      format,
      filter:
        limits.length === 0 ? null : limits.map(([name, value]) => `${name}=${value}`).join('&'),
    },
  });
  const day = calendarDate(now, deps.institution.timeZone);
  return streamedText(c, auditExport(parsed.filter, format, deps), {
    fileName: `audit-log-${day}.${format}`,
    contentType: format === 'csv' ? 'text/csv' : 'application/jsonl',
  });
}

async function showEntries(
  c: AppContext,
  form: AuditFilterForm,
  verification: AuditVerification | null,
): Promise<Response> {
  const parsed = await parse(c, form);
  const before = positiveInteger(c.req.query('before')) ?? null;
  const events =
    parsed.type === 'invalid'
      ? []
      : await c.var.deps.storage.listAuditEvents(parsed.filter, { before, limit: PAGE + 1 });
  const shown = events.slice(0, PAGE);
  const page = (
    <AuditPage
      frame={pageFrame(c)}
      values={form}
      problems={parsed.type === 'invalid' ? parsed.problems : {}}
      actions={AUDIT_ACTIONS}
      events={shown}
      before={before}
      next={events.length > PAGE ? (shown.at(-1)?.seq ?? null) : null}
      verification={verification}
    />
  );
  return showPage(c, page, parsed.type === 'invalid' ? 422 : 200);
}

async function parse(c: AppContext, form: AuditFilterForm): Promise<ParsedAuditFilter> {
  const { storage, institution } = c.var.deps;
  return parseAuditFilter(form, { storage, timeZone: institution.timeZone });
}

function filterForm(read: (name: keyof AuditFilterForm) => string): AuditFilterForm {
  return {
    by: read('by'),
    action: read('action'),
    about: read('about'),
    from: read('from'),
    to: read('to'),
  };
}
