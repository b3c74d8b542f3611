import { Client, type ClientConfig } from 'pg';
import { COLUMN_TYPES } from './column-types.ts';

/** How long is waited for what, in milliseconds. */
export interface Patience {
  /** For a free connection, or a new one. */
  readonly connection: number;
  /** For a row that another transaction holds. */
  readonly lock: number;
  /** For a statement, as the server measures it. */
  readonly statement: number;
  /** For its answer. Longer, because it also covers the network: without it, a cut cable is noticed after minutes. */
  readonly answer: number;
}

/** How every connection is made. Whatever `url` says about TLS (`?sslmode=verify-full&sslrootcert=…`) holds. */
export function clientConfig(url: string, patience: Patience): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: patience.connection,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    fallback_application_name: 'omniport',
    types: COLUMN_TYPES,
  };
}

/**
 * What holds on every connection, whatever the server's own settings. Sent as a statement, because a pooler in
 * between may refuse it as a parameter of the connection.
 * A standby is refused, as what cannot be written to (SQLSTATE 25006): it may be behind, and accept what was revoked.
 */
export function sessionSettings({ lock, statement }: Patience): string {
  return `
    SET statement_timeout = ${statement};
    SET lock_timeout = ${lock};
    SET idle_in_transaction_session_timeout = ${statement};
    SET default_transaction_isolation = 'read committed';
    SET bytea_output = 'hex';
    -- What was answered survives a crash; stricter settings stay.
    SELECT set_config('synchronous_commit', 'on', false)
      WHERE current_setting('synchronous_commit') = 'off';
    DO $$ BEGIN
      IF pg_is_in_recovery() THEN
        RAISE 'The server is a standby that was not promoted yet.' USING ERRCODE = '25006';
      END IF;
    END $$`;
}

/**
 * Uses a connection outside of the pool, and closes it whatever happens.
 * @throws Error that tells an operator why there is no connection
 */
export async function withConnection<Result>(
  config: ClientConfig,
  use: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(config);
  // Its end in the middle of a statement is told by the statement, too.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw new Error(connectionProblem(error), { cause: error });
  }
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Without a password: none of these errors has one. */
function connectionProblem(error: unknown): string {
  // Of a name with several addresses: one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const message = first instanceof Error ? first.message : String(first);
  const code = first instanceof Error && 'code' in first ? String(first.code) : '';
  if (/CERT|SIGNATURE/u.test(code) && !code.includes('ALTNAME')) {
    return (
      `its TLS certificate is not trusted (${message}). ` +
      'Name the certificate of who issued it: DATABASE_URL=postgres://…?sslmode=verify-full&sslrootcert=/path/ca.pem'
    );
  }
  return message;
}
