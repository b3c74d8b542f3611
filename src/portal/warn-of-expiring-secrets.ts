import { calendarDate, type Instant } from '../domain/clock.ts';
import type { Storage } from '../domain/storage.ts';
import { aboutSecret, tellTeamOfSecret, type TellTeamDependencies } from './secret-incident.ts';

const DAY_IN_SECONDS = 24 * 60 * 60;
/** How long before its end a team is warned, nearest first: a warning counts for those farther away. */
const WARNINGS = [DAY_IN_SECONDS, 14 * DAY_IN_SECONDS] as const;

export interface ExpiryWarningDependencies extends TellTeamDependencies {
  readonly storage: TellTeamDependencies['storage'] & Pick<Storage, 'takeExpiringSecrets'>;
  readonly now: Instant;
  /** IANA name; decides which day is told. */
  readonly timeZone: string;
}

/**
 * Mails the teams whose secrets expire soon: two weeks before and a day before, once each, whichever process asks.
 * @returns of how many secrets was warned
 */
export async function warnOfExpiringSecrets(deps: ExpiryWarningDependencies): Promise<number> {
  const { storage, now, timeZone, issuer } = deps;
  let warned = 0;
  for (const withinSeconds of WARNINGS) {
    const expiring = await storage.takeExpiringSecrets({ at: now, withinSeconds });
    for (const incident of expiring) {
      const { expiresAt } = incident.secret;
      if (expiresAt === null) continue;
      const date = calendarDate(expiresAt, timeZone);
      const about = aboutSecret(incident, issuer);
      await tellTeamOfSecret(incident, { type: 'client-secret-expires', ...about, date }, deps);
      warned += 1;
    }
  }
  return warned;
}
