import { Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg';
import { storable } from './column-types.ts';
import { clientConfig, type Patience, sessionSettings } from './connection.ts';
import { ConnectionError, isConnectionUseless } from './postgres-error.ts';

/** Milliseconds that an idle connection is kept, and the seconds after which any is replaced. */
const IDLE = 60_000;
const LIFETIME_SECONDS = 30 * 60;
/** Milliseconds that closing waits for the server to say goodbye. */
const GOODBYE = 2000;

interface Query {
  /** Prepared under this name, once per connection. */
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A connection of one holder, until it is given back. */
export interface LentConnection {
  /** @throws ConnectionError when the connection broke, or the answer took too long; then it is of no more use */
  query<Row extends QueryResultRow>(query: Query): Promise<QueryResult<Row>>;
  /** A broken one is replaced. */
  giveBack(): void;
}

/** A bounded number of connections to the server; broken ones are replaced when they are asked for. */
export interface ConnectionPool {
  /** @throws ConnectionError when none became free in time, or the server is not reached */
  lend(): Promise<LentConnection>;
  /** To be called when all are given back. */
  close(): Promise<void>;
}

/** @param options.connections how many at most */
export function openPool(options: {
  readonly url: string;
  readonly connections: number;
  readonly patience: Patience;
}): ConnectionPool {
  const { url, connections, patience } = options;
  const pool = new Pool({
    ...clientConfig(url, patience),
    max: connections,
    idleTimeoutMillis: IDLE,
    maxLifetimeSeconds: LIFETIME_SECONDS,
  });
  const open = new Set<PoolClient>();
  const broken = new WeakSet<PoolClient>();
  const prepared = new WeakSet<PoolClient>();
  pool.on('connect', (client) => {
    open.add(client);
    // For its whole life: an error that nobody listens for would end the process.
    client.on('error', () => broken.add(client));
  });
  pool.on('remove', (client) => open.delete(client));
  // An idle connection that ends is removed by the pool; that is all there is to do.
  pool.on('error', () => undefined);

  return {
    async lend() {
      let client: PoolClient;
      try {
        client = await pool.connect();
      } catch (error) {
        throw new ConnectionError('There is no connection to the database.', { cause: error });
      }
      const connection = lentConnection(client, broken, patience.answer);
      if (!prepared.has(client)) {
        try {
          await connection.query({ text: sessionSettings(patience), values: [] });
        } catch (error) {
          broken.add(client);
          connection.giveBack();
          throw error;
        }
        prepared.add(client);
      }
      return connection;
    },

    async close() {
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, GOODBYE);
      });
      await Promise.race([pool.end(), enough]);
      clearTimeout(timer);
      // Who never answers does not keep the process from ending.
      for (const client of open) (client as PoolClient & { unref(): void }).unref();
    },
  };
}

function lentConnection(
  client: PoolClient,
  broken: WeakSet<PoolClient>,
  answerPatience: number,
): LentConnection {
  async function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        broken.add(client);
        reject(new ConnectionError('The database did not answer in time.'));
      }, answerPatience);
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async query<Row extends QueryResultRow>(query: Query) {
      if (broken.has(client)) throw new ConnectionError('The connection is broken already.');
      const values = query.values.map(storable);
      try {
        return await inTime(client.query<Row>({ ...query, values }));
      } catch (error) {
        if (isConnectionUseless(error)) {
          broken.add(client);
        } else if (broken.has(client) && !(error instanceof ConnectionError)) {
          throw new ConnectionError('The connection to the database broke.', { cause: error });
        }
        throw error;
      }
    },

    giveBack() {
      client.release(broken.has(client));
    },
  };
}
