import {
  AUDIT_ACTIONS,
  type AuditFilter,
  type AuditSubjectType,
  EVERY_AUDIT_EVENT,
} from '../domain/audit-event.ts';
import { calendarDate, type Instant, instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';

/** A filter as it was typed; `''`: not limited by it. */
export interface AuditFilterForm {
  /** Username of who did it. */
  readonly by: string;
  /** `client.approved`, or `client` for everything about apps. */
  readonly action: string;
  /** `account:17`, `client:3`. */
  readonly about: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
}

export type AuditFilterProblem = 'no-such-person' | 'no-such-action' | 'no-subject' | 'no-date';

type AuditFilterProblems = Readonly<Partial<Record<keyof AuditFilterForm, AuditFilterProblem>>>;

export type ParsedAuditFilter =
  | { readonly type: 'filter'; readonly filter: AuditFilter }
  | {
      readonly type: 'invalid';
      readonly problems: AuditFilterProblems;
    };

const SUBJECT_TYPES: readonly AuditSubjectType[] = [
  'account',
  'client',
  'settings',
  'people',
  'audit',
];

/** What stands before the dot of an action; a filter may name it alone. */
const AUDIT_AREAS: ReadonlySet<string> = new Set(
  AUDIT_ACTIONS.map((action) => action.slice(0, action.indexOf('.'))),
);

/** Makes a filter of what was typed. */
export async function parseAuditFilter(
  form: AuditFilterForm,
  deps: { readonly storage: Pick<Storage, 'findAccountByUsername'>; readonly timeZone: string },
): Promise<ParsedAuditFilter> {
  const by = form.by.trim();
  const person = by === '' ? undefined : await deps.storage.findAccountByUsername(by);
  const problems = {
    ...(by !== '' && person === undefined && { by: 'no-such-person' as const }),
    ...problemsWithout(form),
  };
  if (Object.keys(problems).length > 0) return { type: 'invalid', problems };
  const filter = {
    ...EVERY_AUDIT_EVENT,
    actor: person?.id ?? null,
    action: form.action === '' ? null : form.action,
    subject: parseSubject(form.about) ?? null,
    from: form.from === '' ? null : startOfDay(form.from, deps.timeZone),
    until: form.to === '' ? null : startOfDay(dayAfter(form.to), deps.timeZone),
  };
  return { type: 'filter', filter };
}

/** What is wrong without looking anybody up. */
function problemsWithout({ action, about, from, to }: AuditFilterForm): AuditFilterProblems {
  return {
    ...(action !== '' && !isAction(action) && { action: 'no-such-action' }),
    ...(parseSubject(about) === undefined && { about: 'no-subject' }),
    ...(!isDate(from) && { from: 'no-date' }),
    ...(!isDate(to) && { to: 'no-date' }),
  };
}

function isAction(text: string): boolean {
  return AUDIT_AREAS.has(text) || AUDIT_ACTIONS.some((action) => action === text);
}

function parseSubject(text: string): AuditFilter['subject'] | undefined {
  if (text === '') return null;
  const colon = text.indexOf(':');
  const type = SUBJECT_TYPES.find((known) => known === text.slice(0, colon));
  const id = text.slice(colon + 1);
  return type === undefined || id === '' || id.length > 100 ? undefined : { type, id };
}

/** Also true for no date at all. */
function isDate(text: string): boolean {
  if (text === '') return true;
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 would become a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

const MINUTE = 60_000;
const DAY_OF_MINUTES = 24 * 60;

/** The first minute of a day in a time zone, which begins at most a day away from that of UTC. */
function startOfDay(date: string, timeZone: string): Instant {
  const inUtc = Date.parse(`${date}T00:00:00Z`);
  let before = -DAY_OF_MINUTES;
  let after = DAY_OF_MINUTES;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (calendarDate(instant(inUtc + middle * MINUTE), timeZone) < date) before = middle;
    else after = middle;
  }
  return instant(inUtc + after * MINUTE);
}
