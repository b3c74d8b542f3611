import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { parseConfig, type Config } from '../config.ts';
import { extendedCatalogue, type ClaimCatalogue } from '../domain/claim.ts';
import { instant, type Clock } from '../domain/clock.ts';
import type { Random } from '../domain/random.ts';
import type { Storage } from '../domain/storage.ts';
import { openSettings } from '../institution/live-settings.ts';
import { configurationText } from '../platform/configuration-text.ts';
import { databaseExists, databaseName, openData } from '../platform/open-data.ts';

export const clock: Clock = () => instant(Date.now());
export const random: Random = (byteCount) => randomBytes(byteCount);

/** The command cannot be carried out; the message is for the operator. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
}

/**
 * The configuration of this environment.
 * @throws RefusalError that names every problem
 */
export function readConfig(): Config {
  const outcome = parseConfig(process.env, (path) => readFileSync(path, 'utf8'));
  if (outcome.type === 'invalid') throw new RefusalError(configurationText(outcome.problems));
  return outcome.config;
}

/**
 * Does something with the storage, and closes it whatever happens.
 * @param options.create whether an installation may begin with this command
 * @throws RefusalError when there is no database or it cannot be opened
 */
export async function withStorage<Result>(
  config: Config,
  options: { readonly create: boolean },
  use: (storage: Storage) => Promise<Result>,
): Promise<Result> {
  if (!options.create && !(await databaseExists(config))) {
    throw new RefusalError(
      `There is no database at ${databaseName(config)} yet. ` +
        'Is DATA_DIR the one the server uses? A server started once, or people imported, make it.',
    );
  }
  const opened = await openData(config);
  if (opened.type === 'refused') throw new RefusalError(opened.message);
  try {
    return await use(opened.storage);
  } finally {
    await opened.storage.close();
  }
}

/** The data points there are, with those that maintainers added. */
export async function catalogueOf(config: Config, storage: Storage): Promise<ClaimCatalogue> {
  const settings = await openSettings({
    storage,
    defaults: config.settings,
    log: {
      warn: (fields, message) => console.error(`Note: ${message}: ${JSON.stringify(fields)}`),
    },
  });
  return extendedCatalogue(config.catalogue, settings.current().dataPoints.categories);
}
