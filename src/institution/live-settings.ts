import type { InstitutionSettings, SettingsConcern, StoredSettings } from '../domain/settings.ts';
import type { Storage } from '../domain/storage.ts';
import { readStoredSettings, SETTINGS_CONCERNS } from './stored-settings.ts';

interface LiveSettingsDependencies {
  readonly storage: Pick<Storage, 'readSettings'>;
  /** What holds where nobody decided: the defaults, with what the environment says. */
  readonly defaults: InstitutionSettings;
  readonly log: { warn(fields: Readonly<Record<string, unknown>>, message: string): void };
}

/** The settings as this process knows them. */
export interface LiveSettings {
  readonly defaults: InstitutionSettings;
  /** A copy that asks nobody; the same object until something changed. */
  current(): InstitutionSettings;
  /** Reads what is stored now; rejects, and keeps the copy, when it cannot. */
  refresh(): Promise<void>;
}

/** Reads the settings for the first time. */
export async function openSettings(deps: LiveSettingsDependencies): Promise<LiveSettings> {
  const { storage, defaults, log } = deps;
  let settings = defaults;
  let read: Versions | undefined;
  let newest = 0;

  async function refresh(): Promise<void> {
    newest += 1;
    const turn = newest;
    const stored = await storage.readSettings();
    // A slow answer never replaces that of a later question.
    if (turn < newest || (read !== undefined && isSameVersion(stored, read))) return;
    const found = readStoredSettings(defaults, stored);
    read = found.versions;
    settings = found.settings;
    if (found.unread.length > 0) {
      log.warn({ members: found.unread }, 'stored settings are not understood and not in force');
    }
  }

  await refresh();
  return { defaults, current: () => settings, refresh };
}

type Versions = Readonly<Record<SettingsConcern, number>>;

function isSameVersion(stored: readonly StoredSettings[], versions: Versions): boolean {
  return SETTINGS_CONCERNS.every(
    (concern) =>
      (stored.find((one) => one.concern === concern)?.version ?? 0) === versions[concern],
  );
}
