import { Client } from 'pg';
import { beforeEach, describe, expect, inject, it } from 'vitest';

import { addPersonWithClient, addTokens, at, DAY } from '../../src/storage/conformance/campus.ts';
import { migrate } from '../../src/storage/postgres/migrate.ts';
import { MIGRATIONS } from '../../src/storage/postgres/migrations/migrations.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase, queryPostgres } from '../support/postgres.ts';

/** What apps did is kept by the month: docs/adr/0017. `at(0)` is 2026-01-01T12:00Z. */

const NAME = ['person.full_name'];
let url: string;
beforeEach(async () => {
  url = await createDatabase(inject('postgresServer'));
});

async function partitions(): Promise<Record<string, number>> {
  const parts = await queryPostgres<{ readonly name: string }>(
    url,
    `SELECT relname AS name FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
     WHERE inhparent = 'app_activity'::regclass ORDER BY relname`,
  );
  const counted: Record<string, number> = {};
  for (const { name } of parts) {
    const rows = await queryPostgres<{ readonly count: number }>(
      url,
      `SELECT count(*)::int AS count FROM ${name}`,
    );
    counted[name] = rows[0]?.count ?? 0;
  }
  return counted;
}

describe('what apps did', () => {
  it('is kept by the month, and a month goes at once when it is over a year old', async () => {
    const storage = await openPostgresStorage({ url });
    const parties = await addPersonWithClient(storage);
    const id = await addTokens(storage, parties, '1');
    // Before anybody made a partition.
    storage.noteDataRead(id, at(0), NAME);
    await storage.close();
    expect(await partitions()).toEqual({ app_activity_default: 1 });

    const later = await openPostgresStorage({ url });
    await later.pruneExpired(at(0));
    // Of January there are rows already.
    const made = ['app_activity_2026_02', 'app_activity_2026_03'];
    expect(Object.keys(await partitions())).toEqual([...made, 'app_activity_default']);
    for (const day of [31, 40, 60, 300]) later.noteDataRead(id, at(day * DAY), NAME);
    await later.close();
    expect(await partitions()).toEqual({
      app_activity_2026_02: 2,
      app_activity_2026_03: 1,
      app_activity_default: 2,
    });

    const last = await openPostgresStorage({ url });
    // The code and the access token.
    expect(await last.pruneExpired(at(3 * DAY))).toBe(2);
    const page = { clientNumber: null, before: null, limit: 10 };
    // February 2026 is not over a year old before March 2027.
    expect(await last.pruneExpired(at(423 * DAY))).toBe(1);
    expect(Object.keys(await partitions())).toContain('app_activity_2026_02');
    expect(await last.pruneExpired(at(425 * DAY))).toBe(2);
    expect(await partitions()).toEqual({
      app_activity_2026_03: 1,
      app_activity_2027_02: 0,
      app_activity_2027_03: 0,
      app_activity_2027_04: 0,
      app_activity_2027_05: 0,
      app_activity_default: 1,
    });
    expect(await last.listAppActivity(parties.accountId, page)).toHaveLength(2);
    await last.close();
  });

  it('gets its partitions once, whoever makes them, and nobody waits for who reads it for long', async () => {
    const storages = await Promise.all(
      Array.from({ length: 4 }, async () => openPostgresStorage({ url, connections: 2 })),
    );
    const reader = new Client({ connectionString: url });
    await reader.connect();
    await reader.query('BEGIN; SELECT * FROM app_activity');
    const pruning = storages.map(async (storage) => storage.pruneExpired(at(0)));
    expect(await Promise.all(pruning)).toEqual([0, 0, 0, 0]);
    expect(await partitions()).toEqual({ app_activity_default: 0 });
    await reader.query('COMMIT');
    await reader.end();
    await Promise.all(storages.map(async (storage) => storage.pruneExpired(at(0))));
    expect(Object.keys(await partitions())).toHaveLength(4);
    await Promise.all(storages.map(async (storage) => storage.close()));
  });

  it('goes with its person, whichever month it is of', async () => {
    const storage = await openPostgresStorage({ url });
    await storage.pruneExpired(at(0));
    const parties = await addPersonWithClient(storage);
    const id = await addTokens(storage, parties, '1');
    for (const day of [0, 40, 300]) storage.noteDataRead(id, at(day * DAY), NAME);
    await storage.close();
    expect(Object.values(await partitions())).toEqual([1, 1, 0, 1]);
    await queryPostgres(url, 'DELETE FROM client; DELETE FROM account');
    expect(Object.values(await partitions())).toEqual([0, 0, 0, 0]);
  });
});

describe('a database from before there were partitions', () => {
  const INSERT = `INSERT INTO app_activity AS known (account_id, authorization_id, client_number, client_name,
      hour, kind, claims_hash, claims, first_at, last_at, count)
    VALUES (1, 1, 1, 'noticeboard', $1, 'read', sha256(''), '[]', $1, $1, 1)
    ON CONFLICT (authorization_id, hour, kind, claims_hash) DO UPDATE SET count = known.count + 1
    RETURNING id::int`;
  const HOUR = Math.floor(at(0) / 3_600_000);

  it('keeps what it has, in order, while programs of the release before go on', async () => {
    const running = new Client({ connectionString: url });
    await running.connect();
    const insert = async (hour: number) =>
      (await running.query<{ id: number }>({ name: 'insert', text: INSERT, values: [hour] })).rows;
    await migrate(
      running,
      MIGRATIONS.slice(
        0,
        MIGRATIONS.findIndex(({ name }) => name === 'activity-by-month'),
      ),
    );
    await running.query(
      `INSERT INTO account (id, environment, profile, is_active, created_at, updated_at)
       VALUES (1, 'live', '{"records":{},"roles":[],"customRoles":[]}', 1, 0, 0)`,
    );
    for (const hour of [HOUR - 9000, HOUR - 1, HOUR]) await insert(hour);

    const storage = await openPostgresStorage({ url });
    // With the statement that was prepared before: a known row, and a new one with a number nobody had.
    expect(await insert(HOUR)).toEqual([{ id: 3 }]);
    expect(await insert(HOUR + 1)).toEqual([{ id: 5 }]);
    expect(await insert(HOUR + 24 * 31)).toEqual([{ id: 6 }]);
    await running.end();
    expect(await partitions()).toEqual({ app_activity_before: 4, app_activity_default: 1 });

    await storage.pruneExpired(at(0));
    expect(Object.keys(await partitions())).toContain('app_activity_2026_03');
    const page = { clientNumber: null, before: null, limit: 10 };
    const told = await storage.listAppActivity(1, page);
    expect(told.map(({ id, count }) => [id, count])).toEqual([
      [6, 1],
      [5, 1],
      [3, 2],
      [2, 1],
      [1, 1],
    ]);
    // Row by row while it holds younger ones, and then all at once.
    expect(await storage.pruneExpired(at(30 * DAY))).toBe(1);
    expect(await storage.pruneExpired(at(396 * DAY))).toBe(0);
    expect(await storage.pruneExpired(at(398 * DAY))).toBe(3);
    expect(Object.keys(await partitions())).not.toContain('app_activity_before');
    await storage.close();
  });
});
