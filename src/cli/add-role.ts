import { displayName, ROLE_NAMES, type RoleName } from '../domain/account.ts';
import { calendarDate } from '../domain/clock.ts';
import { findPerson } from './find-person.ts';
import { clock, readConfig, RefusalError, withStorage } from './machine.ts';

/**
 * `omniport people add-role USERNAME ROLE`. A role the person holds already gets the new dates, so that it is also
 * how a role is ended.
 */
export async function addRoleCommand(
  username: string,
  roleName: string,
  dates: { readonly from?: string; readonly to?: string },
): Promise<void> {
  const config = readConfig();
  const role = roleOf(roleName);
  const startDate = dates.from ?? calendarDate(clock(), config.institution.timeZone);
  const endDate = dates.to ?? null;
  for (const date of [startDate, endDate]) refuseUnlessDate(date);
  await withStorage(config, { create: false }, async (storage) => {
    const account = await findPerson(username, storage);
    const held = account.profile.roles.find((present) => present.role === role);
    const assigned = { role, startDate: dates.from ?? held?.startDate ?? startDate, endDate };
    if (endDate !== null && endDate < assigned.startDate) {
      throw new RefusalError(
        `The role would end on ${endDate}, before it starts on ${assigned.startDate}.`,
      );
    }
    const now = clock();
    await storage.changeRole(
      {
        accountId: account.id,
        actor: null,
        at: now,
        today: calendarDate(now, config.institution.timeZone),
      },
      { type: 'given', ...assigned },
    );
    const end = endDate === null ? ', without an end' : ` to ${endDate}, both days included`;
    console.error(`${displayName(account)} is ${role} from ${assigned.startDate}${end}.`);
  });
}

function roleOf(text: string): RoleName {
  const role = ROLE_NAMES.find((name) => name.toLowerCase() === text.toLowerCase());
  if (role !== undefined) return role;
  throw new RefusalError(`There is no role ${text}: it is one of ${ROLE_NAMES.join(', ')}.`);
}

function refuseUnlessDate(text: string | null): void {
  if (text === null) return;
  const parsed = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(text) : undefined;
  // 2026-02-30 would become a day in March.
  if (parsed !== undefined && !Number.isNaN(parsed.getTime())) {
    if (parsed.toISOString().startsWith(text)) return;
  }
  throw new RefusalError(`${text} is no date: write it like 2026-07-01.`);
}
