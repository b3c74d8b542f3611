import type { QueryResult, QueryResultRow } from 'pg';
import { retryingConflicts } from '../retry.ts';
import type { ConnectionPool, LentConnection } from './connection-pool.ts';
import { isConflict } from './postgres-error.ts';

/** What the stores work with that are written by hand for speed. */
export interface HotPath {
  /** A statement prepared once per connection; each run is a transaction of its own, and one round trip. */
  readonly prepare: <Row extends QueryResultRow, Parameters extends readonly unknown[]>(
    name: string,
    sql: string,
  ) => Statement<Row, Parameters>;
  /** Several statements in one transaction; each sees what others committed before it started. */
  readonly transaction: <Result>(
    work: (connection: LentConnection) => Promise<Result>,
  ) => Promise<Result>;
}

/** A prepared statement whose rows have the type its author claims. */
interface Statement<Row, Parameters extends readonly unknown[]> {
  get(...parameters: Parameters): Promise<Row | undefined>;
  all(...parameters: Parameters): Promise<readonly Row[]>;
  /** Answers how many rows changed. */
  run(...parameters: Parameters): Promise<number>;
}

export function hotPathOn(pool: ConnectionPool): HotPath {
  async function lent<Result>(
    use: (connection: LentConnection) => Promise<Result>,
  ): Promise<Result> {
    return retryingConflicts(async () => {
      const connection = await pool.lend();
      try {
        return await use(connection);
      } finally {
        connection.giveBack();
      }
    }, isConflict);
  }

  return {
    prepare<Row extends QueryResultRow, Parameters extends readonly unknown[]>(
      name: string,
      text: string,
    ): Statement<Row, Parameters> {
      const execute = async (values: Parameters): Promise<QueryResult<Row>> =>
        lent(async (connection) => connection.query<Row>({ name, text, values }));
      return {
        get: async (...parameters) => (await execute(parameters)).rows[0],
        all: async (...parameters) => (await execute(parameters)).rows,
        run: async (...parameters) => (await execute(parameters)).rowCount ?? 0,
      };
    },

    async transaction(work) {
      return lent(async (connection) => {
        await connection.query({ text: 'BEGIN', values: [] });
        try {
          const result = await work(connection);
          await connection.query({ text: 'COMMIT', values: [] });
          return result;
        } catch (error) {
          await rollBack(connection);
          throw error;
        }
      });
    },
  };
}

/** What went wrong before is what counts; a connection that cannot roll back is broken, and replaced. */
async function rollBack(connection: LentConnection): Promise<void> {
  try {
    await connection.query({ text: 'ROLLBACK', values: [] });
  } catch {
    // Its end rolls back as well.
  }
}
