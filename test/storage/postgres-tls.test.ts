import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { addPersonWithClient } from '../../src/storage/conformance/campus.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import {
  createDatabase,
  type PostgresServer,
  queryPostgres,
  startPostgres,
  TEST_CERTIFICATE,
} from '../support/postgres.ts';

let server: PostgresServer;
let url: string;
beforeAll(async () => {
  server = await startPostgres({ tls: true });
  url = await createDatabase(server.url);
});
afterAll(async () => server.remove());

describe('PostgreSQL over TLS', () => {
  it('is used when the address says so, and its certificate is trusted', async () => {
    const storage = await openPostgresStorage({
      url: `${url}?sslmode=verify-full&sslrootcert=${TEST_CERTIFICATE}`,
    });
    await addPersonWithClient(storage);
    const connections = await queryPostgres(
      url,
      `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
       WHERE application_name = 'omniport'`,
    );
    expect(connections).toEqual([{ ssl: true }]);
    await storage.close();
  });

  it('is refused when nobody we know issued the certificate, and we are told what to do', async () => {
    await expect(openPostgresStorage({ url: `${url}?sslmode=verify-full` })).rejects.toThrow(
      /certificate is not trusted.*sslrootcert=\/path\/ca\.pem/u,
    );
  });

  it('is refused when the certificate is of another host', async () => {
    const other = url.replace('127.0.0.1', 'localhost');
    const address = `${other}?sslmode=verify-full&sslrootcert=${TEST_CERTIFICATE}`;
    await expect(openPostgresStorage({ url: address })).rejects.toThrow(
      "Hostname/IP does not match certificate's altnames",
    );
  });
});
