import type { TestProject } from 'vitest/node';

import { type PostgresServer, startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the PostgreSQL server that all tests of this run share, each with databases of its own. */
    readonly postgresServer: string;
  }
}

let server: PostgresServer | undefined;

/** Once per run, and only if a test of the project is run. */
export async function setup(project: TestProject): Promise<void> {
  server = await startPostgres();
  project.provide('postgresServer', server.url);
}

export async function teardown(): Promise<void> {
  await server?.remove();
}
