import type { TestProject } from 'vitest/node';

import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase, type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the PostgreSQL server that all tests of this run share, each with databases of its own. */
    readonly postgresServer: string;
    /** Name of a database there that is migrated and empty: a copy of it is made faster than a database is migrated. */
    readonly postgresTemplate: string;
  }
}

let server: PostgresServer | undefined;

/** Once per run, and only if a test of the project is run. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres();
  project.provide('postgresServer', server.url);
  const url = await createDatabase(server.url);
  // Nobody may be connected to a database while it is copied.
  await (await openPostgresStorage({ url })).close();
  project.provide('postgresTemplate', new URL(url).pathname.slice(1));
}

export async function teardown(): Promise<void> {
  await server?.remove();
}
