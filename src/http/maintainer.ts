import { hasActiveRole } from '../domain/account.ts';
import { calendarDate } from '../domain/clock.ts';
import type { AppContext } from './environment.ts';

/** Whether the signed-in person reviews apps today. */
export function isMaintainer(c: AppContext): boolean {
  const { deps, now, signedIn } = c.var;
  if (signedIn === undefined) return false;
  const today = calendarDate(now, deps.institution.timeZone);
  return hasActiveRole(signedIn.account.profile, 'Maintainer', today);
}
