import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { databaseExists, databaseName } from '../platform/open-data.ts';
import { backupSqlite, makeDatabaseFile } from '../storage/sqlite/sqlite-backup.ts';
import { clock, readConfig, RefusalError } from './machine.ts';
import { copyBetween, refusingToTransfer } from './transfer-end.ts';
import { transferProgress } from './transfer-progress.ts';

/**
 * `omniport backup FILE|DIR`: a file that holds everything as it was at one moment, while the servers go on. It is a
 * database of SQLite, whichever engine it comes from.
 */
export async function backupCommand(path: string): Promise<void> {
  const config = readConfig();
  const { database } = config;
  if (!(await databaseExists(config))) {
    throw new RefusalError(
      `There is no database at ${databaseName(config)}. Is DATA_DIR the one the server uses?`,
    );
  }
  const file = await fileOf(path);
  await refusingToTransfer(async () =>
    makeDatabaseFile(file, async (partial) => {
      if (database.type === 'postgres') {
        await copyBetween(database, { type: 'sqlite', path: partial });
        return;
      }
      const progress = transferProgress();
      try {
        await backupSqlite(database.path, partial, (pages) =>
          progress.show({ what: 'copying', ...pages }),
        );
      } finally {
        progress.end();
      }
    }),
  );
  console.error(
    'The backup was checked. Keep it like the database: it holds what is known about people.',
  );
  console.log(file);
}

/** In a directory, a name that sorts by time. */
async function fileOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) return resolve(path);
  const time = new Date(clock()).toISOString().replaceAll(':', '').slice(0, 17);
  return resolve(join(path, `omniport-${time}Z.sqlite`));
}
