import type { AccountId } from '../domain/account.ts';
import type { Instant } from '../domain/clock.ts';
import type { SettingsConcern } from '../domain/settings.ts';
import type { Storage } from '../domain/storage.ts';
import type { LiveSettings } from './live-settings.ts';
import { documentOf, type WantedValues } from './stored-settings.ts';

export interface SettingsDependencies {
  readonly storage: Pick<Storage, 'readSettings' | 'changeSettings'>;
  readonly settings: LiveSettings;
  readonly now: Instant;
}

/** What a maintainer wants to hold of one concern. */
export interface WantedSettings<Concern extends SettingsConcern> {
  readonly concern: Concern;
  readonly values: WantedValues<Concern>;
  /** What the page showed. */
  readonly expectedVersion: number;
  readonly actor: AccountId;
}

export type SettingsOutcome = 'changed' | 'unchanged' | 'changed-meanwhile';

/** Saves one concern. It holds in this process at once, in all others within seconds. */
export async function changeSettings<Concern extends SettingsConcern>(
  { concern, values, expectedVersion, actor }: WantedSettings<Concern>,
  { storage, settings, now }: SettingsDependencies,
): Promise<SettingsOutcome> {
  const stored = (await storage.readSettings()).find((one) => one.concern === concern);
  if ((stored?.version ?? 0) !== expectedVersion) return 'changed-meanwhile';
  const present = stored?.document ?? {};
  const document = documentOf(concern, values, { defaults: settings.defaults, present });
  if (JSON.stringify(document) === JSON.stringify(present)) return 'unchanged';
  const outcome = await storage.changeSettings({
    concern,
    document,
    expectedVersion,
    actor,
    at: now,
  });
  // It is saved all the same; the next regular reading brings it.
  await settings.refresh().catch(() => undefined);
  return outcome;
}
