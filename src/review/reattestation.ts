import { addSeconds, type Instant } from '../domain/clock.ts';
import type { Attestation } from '../domain/client.ts';
import type { Storage } from '../domain/storage.ts';
import { mailMembers } from '../domain/mail-members.ts';
import type { TellDependencies } from './tell-team.ts';

const DAY = 24 * 60 * 60;
/** How long a team has to answer, and once more after the reminder. */
const PATIENCE = 21 * DAY;

export interface ReattestationDependencies extends TellDependencies {
  readonly storage: Pick<Storage, 'takeDueAttestations' | 'listTeam' | 'findAccount'>;
  readonly now: Instant;
  /** How long an approval or an answer lasts; null: teams are never asked. */
  readonly reattestAfterMonths: number | null;
}

/**
 * Asks the teams whose approval has become old whether they still use their app and what it reads, and reminds those
 * that do not answer; each once, whichever process asks.
 * @returns how many teams were asked or reminded
 */
export async function askForReattestation(deps: ReattestationDependencies): Promise<number> {
  const { storage, now, reattestAfterMonths: months } = deps;
  if (months === null) return 0;
  let asked = 0;
  // Those to be reminded first: nobody is asked and reminded at once.
  for (const reminder of [2, 1]) {
    const attestedBefore = dueAt(now, months, reminder);
    for (const { number, name } of await storage.takeDueAttestations({
      attestedBefore,
      reminder,
      at: now,
    })) {
      const appPage = `${deps.issuer}/developer/${number}#status`;
      const mail = { type: 'app-attestation', app: name, appPage } as const;
      await mailMembers(await storage.listTeam(number), mail, deps);
      asked += 1;
    }
  }
  return asked;
}

/** Whether the team was asked and reminded, and its time is up. */
export function isAttestationOverdue(
  { lastAt, reminders }: Attestation,
  {
    now,
    reattestAfterMonths: months,
  }: Pick<ReattestationDependencies, 'now' | 'reattestAfterMonths'>,
): boolean {
  return months !== null && reminders >= 2 && lastAt !== null && lastAt <= dueAt(now, months, 3);
}

/** A month is a twelfth of a year here: nobody is asked on the day. */
function dueAt(now: Instant, months: number, reminder: number): Instant {
  return addSeconds(now, -Math.round(months * (365.25 / 12) * DAY) - (reminder - 1) * PATIENCE);
}
