import { ROLE_NAMES, type RoleAssignment, type RoleName } from '../../domain/account.ts';
import { importFault, type ImportFault } from '../../domain/import-problem.ts';
import { isCalendarDate } from './calendar-date.ts';
import { shownValue } from './shown-value.ts';
import { jsonValue } from './json-text.ts';
import { value, wrong, type ParsedValue } from './parsed-value.ts';

/** A role without a first day was always held. */
const ALWAYS = '1970-01-01';

/** A kind of role: which names there are. */
export interface RoleKind<Name extends string> {
  /** The name as it is stored; undefined when there is no such role. */
  readonly nameOf: (text: string) => Name | undefined;
  /** What is wrong with a name that is none. */
  readonly unknown: (name: string) => ImportFault;
}

export const BUILT_IN_ROLES: RoleKind<RoleName> = {
  nameOf: (text) => ROLE_NAMES.find((name) => name.toLowerCase() === text.toLowerCase()),
  unknown: (name) => importFault('no-built-in-role', shownValue(name), ROLE_NAMES.join(', ')),
};

export const CUSTOM_ROLES: RoleKind<string> = {
  nameOf: (text) => (/^\w{1,100}\.\w{1,100}$/u.test(text) ? text : undefined),
  unknown: (name) => importFault('no-custom-role', shownValue(name)),
};

/**
 * Roles as text, `Student=2015-07-16/2019-05-31; Maintainer=2016-01-01/`, or as JSON,
 * `[{"role": "Student", "start_date": "2015-07-16", "end_date": null}]`. Without dates: held always.
 */
export function parseRoles<Name extends string>(
  cell: unknown,
  kind: RoleKind<Name>,
): ParsedValue<readonly RoleAssignment<Name>[]> {
  const entries = typeof cell === 'string' ? entriesOfText(cell) : entriesOfJson(cell);
  if (entries.type === 'wrong') return entries;
  const roles: RoleAssignment<Name>[] = [];
  for (const entry of entries.value) {
    const role = kind.nameOf(entry.role);
    if (role === undefined) return { type: 'wrong', fault: kind.unknown(entry.role) };
    if (roles.some((earlier) => earlier.role === role)) {
      return wrong('role-twice', role);
    }
    const fault = faultOfDates(role, entry);
    if (fault !== undefined) return { type: 'wrong', fault };
    roles.push({ role, startDate: entry.start ?? ALWAYS, endDate: entry.end ?? null });
  }
  return value(roles);
}

interface RoleEntry {
  readonly role: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

function faultOfDates(role: string, { start, end }: RoleEntry): ImportFault | undefined {
  const bad = [start, end].find((date) => date !== undefined && !isCalendarDate(date));
  if (bad !== undefined) return importFault('no-date-of-role', shownValue(bad), role);
  if (start !== undefined && end !== undefined && end < start) {
    return importFault('role-ends-first', role, end, start);
  }
  return undefined;
}

function entriesOfText(text: string): ParsedValue<readonly RoleEntry[]> {
  if (text.trimStart().startsWith('[')) return entriesOfJson(jsonValue(text));
  const entries = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [role = '', dates = ''] = splitOnce(part, '=');
      const [start = '', end = ''] = splitOnce(dates, '/');
      return { role, start: start === '' ? undefined : start, end: end === '' ? undefined : end };
    });
  return value(entries);
}

function entriesOfJson(json: unknown): ParsedValue<readonly RoleEntry[]> {
  if (!Array.isArray(json)) return wrong('no-list-of-roles');
  const entries: RoleEntry[] = [];
  for (const item of json as readonly unknown[]) {
    const entry = entryOf(item);
    if (entry === undefined) return wrong('no-role', shownValue(item));
    entries.push(entry);
  }
  return value(entries);
}

function entryOf(item: unknown): RoleEntry | undefined {
  if (typeof item === 'string') return { role: item, start: undefined, end: undefined };
  if (typeof item !== 'object' || item === null || !('role' in item)) return undefined;
  const { role } = item;
  const { start_date: start = null, end_date: end = null } = item as Record<string, unknown>;
  if (typeof role !== 'string') return undefined;
  if (!isTextOrNull(start) || !isTextOrNull(end)) return undefined;
  return { role, start: start ?? undefined, end: end ?? undefined };
}

function isTextOrNull(candidate: unknown): candidate is string | null {
  return candidate === null || typeof candidate === 'string';
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  if (at === -1) return [text.trim()];
  return [text.slice(0, at).trim(), text.slice(at + separator.length).trim()];
}
