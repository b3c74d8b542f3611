import type { Instant } from '../domain/clock.ts';
import type { HashSecret } from '../domain/secret-hash.ts';
import type { Storage } from '../domain/storage.ts';
import { mayBeClientSecret } from '../protocol/client-secret.ts';
import type { LeakReport } from './leak-report.ts';
import { aboutSecret, tellTeamOfSecret, type TellTeamDependencies } from './secret-incident.ts';

/** Far more than any scanner sends of one campus, and so few that nobody keeps our database busy. */
const REPORTS_PER_NETWORK = { limit: 60, windowSeconds: 15 * 60 } as const;

export interface LeakDependencies extends TellTeamDependencies {
  readonly storage: TellTeamDependencies['storage'] &
    Pick<Storage, 'countAttempt' | 'recordSecretLeak'>;
  readonly now: Instant;
  readonly hashSecret: HashSecret;
  /** The institution's choice (ADR 0007). */
  readonly reaction: 'revoke' | 'warn';
}

export type LeakOutcome =
  /** Whether any of them was a secret of ours is not told. */
  { readonly type: 'accepted' } | { readonly type: 'throttled'; readonly retryAt: Instant };

/**
 * Takes secrets that somebody found in the open. One in force is revoked at once, unless the institution only warns,
 * and its team gets a mail: what anybody can read, somebody does.
 * @param from.network of the reporter, `203.0.113.0/24`
 */
export async function reportLeakedSecrets(
  reports: readonly LeakReport[],
  from: { readonly network: string },
  deps: LeakDependencies,
): Promise<LeakOutcome> {
  const { storage, now, hashSecret, reaction, issuer } = deps;
  const key = `secret-leak:network:${from.network}`;
  const subjects = [{ key, ...REPORTS_PER_NETWORK }];
  const permission = await storage.countAttempt({ subjects, at: now });
  if (permission.type === 'throttled') return permission;

  const found = new Map(
    reports
      .filter(({ token }) => mayBeClientSecret(token))
      .map(({ token, foundAt }) => [token, foundAt]),
  );
  for (const [token, foundAt] of found) {
    const revoke = reaction === 'revoke';
    const incident = await storage.recordSecretLeak({
      hash: hashSecret(token),
      at: now,
      foundAt,
      revoke,
    });
    if (incident === undefined) continue;
    const about = aboutSecret(incident, issuer);
    const template = {
      type: 'client-secret-leaked',
      ...about,
      foundAt,
      isRevoked: revoke,
    } as const;
    await tellTeamOfSecret(incident, template, deps);
  }
  return { type: 'accepted' };
}
