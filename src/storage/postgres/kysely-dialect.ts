import { Kysely, PostgresDialect } from 'kysely';
import type { Schema } from '../relational/schema.ts';
import type { ConnectionPool } from './connection-pool.ts';

/** Kysely on our pool, of which it borrows a connection for each query or transaction. */
export function kyselyOn(pool: ConnectionPool): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({
      pool: {
        options: {},
        async connect() {
          const connection = await pool.lend();
          const query = async (text: string, values: readonly unknown[]): Promise<unknown> =>
            connection.query({ text, values });
          return {
            // Our queries are text; the other form is for cursors, which nobody here opens.
            query: query as never,
            release: () => connection.giveBack(),
          };
        },
        async end() {
          // Closed by who opened it.
        },
      },
    }),
  });
}
