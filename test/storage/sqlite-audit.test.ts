import { mkdtemp, rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

import { auditProcesses } from './audit-processes.ts';
import { auditTampering } from './audit-tampering.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omniport-audit-'));
});
afterEach(async () => rm(folder, { recursive: true }));

const database = (): string => join(folder, 'omniport.sqlite');

auditProcesses(database);
auditTampering(database, async (sql) => {
  const connection = new DatabaseSync(database());
  connection.exec(sql);
  connection.close();
});
