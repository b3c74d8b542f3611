import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';

import type { Storage } from '../../src/domain/storage.ts';
import {
  addPerson,
  addPersonWithClient,
  addTokens,
  at,
  hash,
  newAuthorization,
  NOW,
  profileOf,
  rotate,
  tokenPair,
} from '../../src/storage/conformance/campus.ts';
import { openPostgresStorage } from '../../src/storage/postgres/postgres-storage.ts';
import { createDatabase, queryPostgres } from '../support/postgres.ts';

/** What two processes do at the very same moment, one step after the other. */

let url: string;
let storage: Storage;
let other: Client;

beforeEach(async () => {
  url = await createDatabase(inject('postgresServer'));
  storage = await openPostgresStorage({ url });
  other = new Client({ connectionString: url });
  await other.connect();
  await other.query('BEGIN');
});
afterEach(async () => {
  await other.end();
  await storage.close();
});

/** Resolves when somebody waits for what the other connection holds. */
async function somebodyWaits(): Promise<void> {
  await vi.waitFor(
    async () => {
      const waiting = await queryPostgres(
        url,
        `SELECT pid FROM pg_stat_activity
         WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      );
      expect(waiting.length).toBeGreaterThan(0);
    },
    { timeout: 10_000, interval: 20 },
  );
}

/** Answers what something answers that has to wait for the other connection's commit. */
async function acrossCommit<Result>(ask: () => Promise<Result>): Promise<Result> {
  const answer = ask();
  await Promise.race([somebodyWaits(), answer]);
  await other.query('COMMIT');
  return answer;
}

async function count(table: string): Promise<number> {
  const rows = await queryPostgres<{ readonly count: string }>(
    url,
    `SELECT count(*) AS count FROM ${table}`,
  );
  return Number(rows[0]?.count);
}

describe('while an authorization is revoked', () => {
  it('a refresh token of it waits, and is not exchanged', async () => {
    const id = await addTokens(storage, await addPersonWithClient(storage), '1');
    await other.query(`UPDATE "authorization" SET revoked_at = 1 WHERE id = ${id}`);
    expect(await acrossCommit(async () => rotate(storage, '1', '2'))).toBe('revoked');
    expect(await count('refresh_token')).toBe(1);
    expect(await storage.findRefreshToken(hash('refresh-1'))).toMatchObject({ rotation: null });
  });

  it('its code waits, and is not redeemed', async () => {
    const parties = await addPersonWithClient(storage);
    const id = await storage.issueAuthorizationCode(newAuthorization(parties, 'c'));
    await other.query(`UPDATE "authorization" SET revoked_at = 1 WHERE id = ${id}`);
    const redemption = { codeHash: hash('c'), tokens: tokenPair('1'), at: NOW };
    const outcome = await acrossCommit(async () => storage.redeemAuthorizationCode(redemption));
    expect(outcome).toBe('already-redeemed');
    expect(await count('access_token')).toBe(0);
  });
});

describe('while a refresh token is exchanged', () => {
  it('the revocation of its authorization waits, and ends the new tokens too', async () => {
    const parties = await addPersonWithClient(storage);
    const id = await addTokens(storage, parties, '1');
    // As far as an exchange locks.
    await other.query(`SELECT id FROM "authorization" WHERE id = ${id} FOR NO KEY UPDATE`);
    await acrossCommit(async () => storage.revokeAuthorization(id, at(1)));
    expect(await storage.findBearerAccess(hash('access-1'))).toBeUndefined();
  });
});

describe('while a client is deleted', () => {
  it('nobody gets a code for it', async () => {
    const { accountId, clientNumber } = await addPersonWithClient(storage);
    await other.query(`DELETE FROM client WHERE number = ${clientNumber}`);
    const issued = acrossCommit(async () =>
      storage.issueAuthorizationCode(newAuthorization({ accountId, clientNumber }, 'c')),
    );
    await expect(issued).rejects.toThrow(`There is no client ${clientNumber}.`);
    expect(await count('"authorization"')).toBe(0);
  });

  it('its team gets no new member', async () => {
    const { accountId, clientNumber } = await addPersonWithClient(storage);
    const member = await addPerson(storage, '2');
    await other.query(`DELETE FROM client WHERE number = ${clientNumber}`);
    const action = { number: clientNumber, actor: accountId, at: NOW };
    const added = await acrossCommit(async () =>
      storage.addTeamMember(action, member, 'developer'),
    );
    expect(added).toBe('not-found');
  });
});

describe('while a password is changed', () => {
  it('an import of this person waits, and keeps the new one', async () => {
    const id = await addPerson(storage, '1', { passwordHash: 'old' });
    await other.query(`UPDATE account SET password_hash = 'new' WHERE id = ${id}`);
    const outcomes = await acrossCommit(async () =>
      storage.importAccounts(
        [{ username: '1', revise: () => ({ profile: profileOf('Other'), identifiers: [] }) }],
        { at: NOW, dryRun: false },
      ),
    );
    expect(outcomes).toEqual(['updated']);
    expect(await storage.findAccountWithPassword(id)).toMatchObject({ passwordHash: 'new' });
  });
});

describe('while another process takes an attempt back', () => {
  it('a second one is taken back, not the same', async () => {
    const subjects = [{ key: 'network:n', limit: 10, windowSeconds: 60 }];
    for (const seconds of [0, 1, 2]) await storage.countAttempt({ subjects, at: at(seconds) });
    await other.query(
      'DELETE FROM attempt WHERE expires_at = (SELECT max(expires_at) FROM attempt)',
    );
    await acrossCommit(async () => storage.takeBackAttempt(['network:n']));
    const left = await queryPostgres<{ readonly expires_at: string }>(
      url,
      'SELECT expires_at FROM attempt',
    );
    expect(left.map((row) => Number(row.expires_at))).toEqual([at(60)]);
  });
});

describe('while another process removes what has expired', () => {
  it('nobody waits, and the rest is removed', async () => {
    for (const key of ['a', 'b']) {
      const subjects = [{ key, limit: 1, windowSeconds: 60 }];
      await storage.countAttempt({ subjects, at: NOW });
    }
    await other.query(`DELETE FROM attempt WHERE subject = 'a'`);
    expect(await storage.pruneExpired(at(61))).toBe(1);
    await other.query('ROLLBACK');
    expect(await storage.pruneExpired(at(61))).toBe(1);
  });
});

describe('two transactions that wait for each other', () => {
  it('both come to an end: the one given up is tried again', async () => {
    const ids = [await addPerson(storage, '1'), await addPerson(storage, '2')];
    // The import locks both people, in order; the other connection in the opposite one.
    await other.query(`UPDATE account SET updated_at = 1 WHERE id = ${ids[1]}`);
    const person = (username: string) => ({
      username,
      revise: () => ({ profile: profileOf('Other'), identifiers: [] }),
    });
    const imported = storage.importAccounts([person('1'), person('2')], { at: NOW, dryRun: false });
    await somebodyWaits();
    // Whichever of both is given up.
    const crossing = await Promise.allSettled([
      other.query(`UPDATE account SET updated_at = 1 WHERE id = ${ids[0]}`),
    ]);
    await other.query(crossing[0].status === 'fulfilled' ? 'COMMIT' : 'ROLLBACK');
    expect(await imported).toEqual(['updated', 'updated']);
  });
});
