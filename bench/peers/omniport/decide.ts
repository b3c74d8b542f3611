import { instant } from '../../../src/domain/clock.ts';
import type { SettingsConcern, StoredSettings } from '../../../src/domain/settings.ts';
import { openStorage } from './open-storage.ts';

/** Decides about the institution as its maintainers would; servers that run follow within five seconds. */
export async function decide(
  environment: Readonly<Record<string, string | undefined>>,
  concern: SettingsConcern,
  document: StoredSettings['document'],
): Promise<void> {
  const storage = await openStorage(environment);
  try {
    const stored = await storage.readSettings();
    const expectedVersion = stored.find((one) => one.concern === concern)?.version ?? 0;
    const at = instant(Date.now());
    await storage.changeSettings({ concern, document, expectedVersion, actor: null, at });
  } finally {
    await storage.close();
  }
}
