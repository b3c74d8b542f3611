import { mkdtemp, rm } from 'node:fs/promises';
import type { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  connect,
  type Connections,
  isBusy,
  isUnavailable,
  isUniqueViolation,
} from './connection.ts';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

describe('connections to a database', () => {
  let folder: string;
  let connections: Connections;
  const pragma = (database: DatabaseSync, name: string) =>
    Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omniport-connection-'));
    const sql = 'CREATE TABLE item (x PRIMARY KEY, y UNIQUE REFERENCES item (x))';
    connections = await connect(join(folder, 'database'), [{ number: 1, name: 'items', sql }]);
  });
  afterEach(async () => {
    connections.close();
    await rm(folder, { recursive: true });
  });

  it('flush the log to the disk at each commit (synchronous = FULL), and heed references', () => {
    const FULL = 2;
    expect(pragma(connections.writer, 'journal_mode')).toBe('wal');
    expect(pragma(connections.writer, 'synchronous')).toBe(FULL);
    expect(pragma(connections.writer, 'foreign_keys')).toBe(1);
  });

  it('write with one of them only', () => {
    for (const reader of [connections.reader, connections.snapshotReader]) {
      expect(() => reader.exec('INSERT INTO item VALUES (1, NULL)')).toThrow(/readonly/u);
    }
  });

  it('tell which constraint was broken', () => {
    const { writer } = connections;
    writer.exec('INSERT INTO item VALUES (1, 1)');
    const taken = errorOf(() => writer.exec('INSERT INTO item VALUES (2, 1)'));
    expect(isUniqueViolation(taken, 'item.y')).toBe(true);
    expect(isUniqueViolation(taken, 'item.x')).toBe(false);
    const dangling = errorOf(() => writer.exec('INSERT INTO item VALUES (3, 4)'));
    expect(isUniqueViolation(dangling, 'item.y')).toBe(false);
    expect(isUniqueViolation(new Error('UNIQUE constraint failed: item.y'), 'item.y')).toBe(false);
    expect([taken, dangling, 'busy'].map(isBusy)).toEqual([false, false, false]);
  });

  it('tell when the database cannot serve: full, read-only, or too slow; not when it was asked wrongly', async () => {
    const { writer, reader } = connections;
    const insert = 'INSERT INTO item VALUES (1, 1)';
    const readOnly = errorOf(() => reader.exec(insert));
    writer.exec(`PRAGMA max_page_count = ${Number(pragma(writer, 'page_count'))}`);
    const full = errorOf(() => writer.exec('CREATE TABLE large (x); CREATE TABLE larger (x)'));
    writer.exec(insert);
    const taken = errorOf(() => writer.exec(insert));
    const nonsense = errorOf(() => writer.exec('SELECT nothing'));
    expect([readOnly, full].map(isUnavailable)).toEqual([true, true]);
    expect([taken, nonsense, new Error('disk full'), 13].map(isUnavailable)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('tell when another one holds the lock', async () => {
    const other = await connect(join(folder, 'database'), [
      {
        number: 1,
        name: 'items',
        sql: 'CREATE TABLE item (x PRIMARY KEY, y UNIQUE REFERENCES item (x))',
      },
    ]);
    other.writer.exec('BEGIN IMMEDIATE');
    const busy = errorOf(() => connections.writer.exec('BEGIN IMMEDIATE'));
    expect([isBusy(busy), isUnavailable(busy)]).toEqual([true, true]);
    other.close();
  });
});
