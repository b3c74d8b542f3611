import { ROLE_NAMES, type RoleName } from '../domain/account.ts';
import type { RoleChange } from '../domain/people.ts';

/** As typed. */
export interface RoleForm {
  readonly role: string;
  /** First day, `YYYY-MM-DD`; `''`: today. */
  readonly startDate: string;
  /** Last day; `''`: no end. */
  readonly endDate: string;
}

type RoleFormProblem = 'no-such-role' | 'no-date' | 'ends-before-it-starts';

type RoleFormProblems = Readonly<Partial<Record<keyof RoleForm, RoleFormProblem>>>;

export type ParsedRoleForm =
  | { readonly type: 'change'; readonly change: RoleChange }
  | { readonly type: 'invalid'; readonly problems: RoleFormProblems };

/** @param today `YYYY-MM-DD` where the institution is */
export function parseRoleForm(form: RoleForm, today: string): ParsedRoleForm {
  const role = parseRole(form.role);
  const startDate = form.startDate === '' ? today : form.startDate;
  const endDate = form.endDate === '' ? null : form.endDate;
  const problems: RoleFormProblems = {
    ...(role === undefined && { role: 'no-such-role' }),
    ...(!isCalendarDate(startDate) && { startDate: 'no-date' }),
    ...(endDate !== null && dateProblem(startDate, endDate)),
  };
  if (role === undefined || Object.keys(problems).length > 0) return { type: 'invalid', problems };
  return { type: 'change', change: { type: 'given', role, startDate, endDate } };
}

/** Undefined for what is no built-in role. */
export function parseRole(text: string): RoleName | undefined {
  return ROLE_NAMES.find((role) => role === text);
}

function dateProblem(startDate: string, endDate: string): RoleFormProblems {
  if (!isCalendarDate(endDate)) return { endDate: 'no-date' };
  return endDate < startDate ? { endDate: 'ends-before-it-starts' } : {};
}

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 would become a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
