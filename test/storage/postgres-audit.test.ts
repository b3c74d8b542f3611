import { beforeEach, inject } from 'vitest';

import { createDatabase, queryPostgres } from '../support/postgres.ts';
import { auditProcesses } from './audit-processes.ts';
import { auditTampering } from './audit-tampering.ts';

let url: string;
beforeEach(async () => {
  url = await createDatabase(inject('postgresServer'));
});

auditProcesses(() => url);
auditTampering(
  () => url,
  async (sql) => {
    await queryPostgres(url, sql);
  },
);
