import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';

import { databaseName } from '../platform/open-data.ts';
import {
  backupSqlite,
  checkDatabaseFile,
  makeDatabaseFile,
} from '../storage/sqlite/sqlite-backup.ts';
import { readConfig, RefusalError } from './machine.ts';
import { copyBetween, refusingToTransfer } from './transfer-end.ts';

/** `omniport restore FILE`: fills the empty database of this environment with a backup, of either engine. */
export async function restoreCommand(
  path: string,
  options: { readonly startOver?: true },
): Promise<void> {
  const config = readConfig();
  const { database } = config;
  const file = resolve(path);
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() !== true) throw new RefusalError(`There is no file ${path}.`);
  await refusingToTransfer(async () => {
    checkDatabaseFile(file);
    if (database.type === 'postgres') {
      const startOver = options.startOver === true;
      await copyBetween({ type: 'sqlite', path: file }, database, { startOver });
      return;
    }
    await makeDatabaseFile(database.path, async (partial) =>
      backupSqlite(file, partial, () => undefined),
    );
  });
  console.error(
    `${databaseName(config)} is as it was when the backup was made. What was granted or revoked since then is not known to it.`,
  );
}
